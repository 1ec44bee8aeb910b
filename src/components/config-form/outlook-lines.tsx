import type { Outlook } from "./foresee-models";

/** What the result will measure, for each model, near the button that starts it. */
export function OutlookLines({ outlook }: { outlook: Outlook }) {
  return (
    <section aria-label="Size of the result" data-slot="outlook" className="text-sm">
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
  );
}
