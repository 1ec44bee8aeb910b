import { Download } from "lucide-react";
import type { RunRecord } from "@/domain/records";
import { formatBytes } from "../format/format-bytes";
import { Card } from "../ui/card";
import { runFileUrl } from "./run-file-url";

/** An entry of `outputs.files`; `path` is relative to the data folder. */
export interface OutputFile {
  path: string;
  bytes: number;
  sha256: string;
  role?: "result" | "control";
}

/** The files a run left behind, with what proves that they are unchanged. */
export function RunFiles({ run }: { run: RunRecord }) {
  const files = (run.outputs.files ?? []) as OutputFile[];
  if (files.length === 0) return null;
  return (
    <Card title="Files">
      <ul className="divide-y divide-line text-sm">
        {files.map(({ path, bytes, sha256 }) => {
          const name = path.slice(path.lastIndexOf("/") + 1);
          return (
            <li key={path} className="space-y-0.5 px-4 py-2">
              <div className="flex items-baseline justify-between gap-3">
                <a
                  href={`${runFileUrl(run.id, path)}?download`}
                  download
                  className="flex min-w-0 items-center gap-1.5 hover:underline"
                >
                  <Download aria-hidden className="size-3.5 shrink-0 text-muted" />
                  <span className="truncate">{name}</span>
                </a>
                <span className="shrink-0 text-muted">{formatBytes(bytes)}</span>
              </div>
              <p className="truncate font-mono text-2xs text-muted" title={sha256}>
                sha256 {sha256}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
