import Link from "next/link";
import { Card } from "../ui/card";

interface PromptTextsProps {
  text: string;
  negative: string;
  /** The prompt they belong to, where that is another page. */
  href?: string;
}

/** A prompt's text and its negative text. */
export function PromptTexts({ text, negative, href }: PromptTextsProps) {
  const link = href && (
    <Link href={href} prefetch={false} className="text-sm underline underline-offset-2">
      Open the prompt
    </Link>
  );
  return (
    <Card title="Prompt" aside={link}>
      <div className="space-y-3 px-4 py-3 text-sm">
        <p className="max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
        {negative && (
          <div>
            <p className="font-medium text-muted text-xs">Negative</p>
            <p className="max-w-prose whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">
              {negative}
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}
