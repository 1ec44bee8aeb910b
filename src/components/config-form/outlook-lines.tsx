import type { Outlook } from "./foresee-models";

/** What the result would measure with each model, for a choice among them. */
export function OutlookLines({ outlook }: { outlook: Outlook }) {
  return (
    <details className="text-sm">
      <summary className="w-fit text-muted hover:text-foreground">Size with each model</summary>
      <section aria-label="Size of the result" data-slot="outlook" className="mt-2">
        <p className="text-muted">Input {outlook.input}. The result would be:</p>
        <dl className="mt-1 space-y-0.5">
          {outlook.results.map(({ model, text }) => (
            <div key={model} className="flex flex-wrap gap-x-2">
              <dt>{model}</dt>
              <dd className="text-muted">{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </details>
  );
}
