import { Download } from "lucide-react";
import type { ReactNode } from "react";
import type { RunManifest as Manifest } from "@/domain/manifest/run-manifest";
import { formatBytes } from "../format/format-bytes";
import { buttonVariants } from "../ui/button-variants";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";
import { CopyButton } from "./copy-button";
import { ManifestPart } from "./manifest-part";
import { runFileUrl } from "./run-file-url";

interface RunManifestProps {
  run_id: string;
  read:
    | { state: "written"; manifest: Manifest; text: string }
    | { state: "unreadable"; text: string }
    | { state: keyof typeof absences };
}

const absences = {
  awaited: "It is written when the run is made ready to start.",
  never: "The run ended before it was made ready, so none was written.",
  gone: "The run’s folder has no manifest any more: somebody has removed it.",
};

/** `manifest.json`: what is needed to do a run again, and what proves that nothing has changed. */
export function RunManifest({ run_id, read }: RunManifestProps) {
  const text = "text" in read ? read.text : null;
  return (
    <Card
      title="Manifest"
      aside={
        text !== null && (
          <div className="flex flex-wrap items-center justify-end gap-x-1">
            <CopyButton text={text}>Copy manifest</CopyButton>
            <a
              href={`${runFileUrl(run_id, "manifest.json")}?download`}
              download
              className={`${buttonVariants({ size: "sm", variant: "ghost" })} max-md:h-10`}
            >
              <Download aria-hidden />
              Download
            </a>
          </div>
        )
      }
    >
      {read.state in absences && (
        <p className="px-4 py-4 text-muted text-sm">{absences[read.state as "gone"]}</p>
      )}
      {read.state === "unreadable" && (
        <p className="px-4 py-4 text-sm">
          manifest.json can’t be read as JSON. Download it to look.
        </p>
      )}
      {read.state === "written" && <Written manifest={read.manifest} text={read.text} />}
    </Card>
  );
}

function Written({ manifest, text }: { manifest: Manifest; text: string }) {
  const { argv, inputs, spec } = manifest;
  return (
    <>
      <Facts items={factsOf(manifest)} />
      <div className="divide-y divide-line border-line border-t">
        {argv && (
          <ManifestPart title="Command" text={JSON.stringify(argv)}>
            <ol className="space-y-0.5 font-mono text-xs">
              {argv.map((argument, index) => (
                <li key={`${index}`} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {argument}
                </li>
              ))}
            </ol>
          </ManifestPart>
        )}
        {inputs && inputs.length > 0 && (
          <ManifestPart title="What it was given">
            <ul className="space-y-1.5 text-xs">
              {inputs.map(({ path, bytes, sha256 }) => (
                <li key={path}>
                  <span className="flex justify-between gap-3">
                    {path} <span className="text-muted">{formatBytes(bytes)}</span>
                  </span>
                  <code className="block font-mono text-2xs text-muted [overflow-wrap:anywhere]">
                    sha256 {sha256}
                  </code>
                </li>
              ))}
            </ul>
          </ManifestPart>
        )}
        {spec && <ManifestPart title="Spec" text={JSON.stringify(spec, null, 2)} />}
        <ManifestPart title="Whole file" text={text} />
      </div>
    </>
  );
}

function factsOf({ image, image_id, engine, attempt, versions, log }: Manifest) {
  const items: (readonly [string, ReactNode])[] = [];
  const add = (label: string, value: string | number | null | undefined) => {
    if (value === null || value === undefined) return;
    items.push([label, <code key={label} className="font-mono text-xs">{`${value}`}</code>]);
  };
  add("Image", image);
  add("Image id", image_id);
  add("Engine", engine);
  add("Attempt", attempt);
  for (const [name, version] of Object.entries(versions ?? {})) add(`Version of ${name}`, version);
  add("Log, sha256", log?.sha256);
  return items;
}
