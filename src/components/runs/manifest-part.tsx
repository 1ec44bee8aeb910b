import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

interface ManifestPartProps {
  title: string;
  /** What can be copied, and what is shown where there are no children. */
  text?: string;
  children?: ReactNode;
}

/** A part of the manifest that opens on wish. */
export function ManifestPart({ title, text, children }: ManifestPartProps) {
  return (
    <details className="group px-4 py-1.5">
      <summary className="flex min-h-7 items-center gap-2 text-sm max-md:min-h-10">
        <span aria-hidden className="text-muted transition-transform group-open:rotate-90">
          ›
        </span>
        <span>{title}</span>
      </summary>
      <div className="mb-2 rounded-md bg-sunken/60 px-3 py-2.5">
        {children ?? (
          <pre
            // A box that scrolls must be reached by keyboard.
            tabIndex={0}
            role="region"
            aria-label={title}
            className="max-h-96 overflow-auto font-mono text-xs"
          >
            {text}
          </pre>
        )}
        {text !== undefined && (
          <div className="mt-1.5 flex justify-end">
            <CopyButton text={text}>{`Copy ${title.toLowerCase()}`}</CopyButton>
          </div>
        )}
      </div>
    </details>
  );
}
