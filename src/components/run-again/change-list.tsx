import type { ConfigChange } from "../config-form/list-changes";

interface ChangeListProps {
  run_id: string;
  changes: readonly ConfigChange[];
  /** The prompt has another text since, which a run with changes takes. */
  text_changed: boolean;
}

/** In what the new run differs from the old one. */
export function ChangeList({ run_id, changes, text_changed }: ChangeListProps) {
  return (
    <section aria-label="Changes" className="rounded-md border border-line px-3 py-2.5 text-sm">
      <h3 className="font-medium">
        Changes against run <span className="font-mono text-xs">{run_id}</span>
      </h3>
      {changes.length === 0 ? (
        <p className="mt-1 text-muted noscript:hidden">
          None: the new run repeats it exactly, with the same seed and text.
        </p>
      ) : (
        <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {changes.map(({ name, title, before, after }) => (
            <div key={name} className="contents">
              <dt>{title}</dt>
              <dd className="[overflow-wrap:anywhere]">
                <del className="text-muted">{before}</del> →{" "}
                <ins className="no-underline">{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {text_changed && (
        <p className="mt-1.5 text-warning">
          The prompt has another text since. A run with changes takes the text of today.
        </p>
      )}
    </section>
  );
}
