import { ShieldCheck } from "lucide-react";
import { Card } from "../ui/card";

interface OverwriteNoticeProps {
  preview: {
    prompt_text: string;
    runs: number;
    active: number;
    versions: number;
    enhancing: number;
  };
}

const EXCERPT_MAX = 140;

/**
 * What replacing a prompt's text would touch. Below a `group/start` whose form would save a new
 * prompt it hides.
 */
export function OverwriteNotice({ preview }: OverwriteNoticeProps) {
  return (
    <Card
      id="overwrite"
      title={
        <span className="flex items-center gap-2">
          <ShieldCheck aria-hidden className="size-4 text-muted" />
          If the text is replaced
        </span>
      }
      className="group-has-[[name='config.create\_new']:checked]/start:hidden"
    >
      <ul className="list-disc space-y-1.5 py-3 pr-4 pl-8 text-muted text-sm marker:text-control">
        <li>
          <strong className="font-medium text-foreground">
            Nothing is changed before the GPU work has succeeded.
          </strong>{" "}
          If it fails or is cancelled, the text stays as it is.
        </li>
        <li>
          What goes is the text “{excerpt(preview.prompt_text)}”. The enhance run keeps it, and this
          page can still compare with it.
        </li>
        {sentences(preview).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

function sentences({ runs, active, versions, enhancing }: OverwriteNoticeProps["preview"]) {
  const all = [
    runs === 0
      ? "No transfer or upscale was made with it."
      : `${runs} ${runs === 1 ? "run was" : "runs were"} made from this prompt${active > 0 ? `, ${active} of them not ended yet` : ""}. All are kept, with the text they began with.`,
    versions > 0 &&
      `${versions} ${versions === 1 ? "version was" : "versions were"} made from it. They keep their texts.`,
    enhancing > 0 &&
      `${enhancing} ${enhancing === 1 ? "enhancement of it has" : "enhancements of it have"} not ended yet: the text that comes second is saved as a new prompt.`,
    "A text that is changed meanwhile is not overwritten: the result becomes a new prompt then.",
  ];
  return all.filter((sentence) => sentence !== false);
}

function excerpt(text: string): string {
  return text.length > EXCERPT_MAX ? `${text.slice(0, EXCERPT_MAX).trimEnd()}…` : text;
}
