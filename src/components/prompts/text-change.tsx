/** A text before and after, side by side where there is room. */
export function TextChange({ before, after }: { before: string; after: string }) {
  return (
    <dl className="grid grid-cols-1 divide-y divide-line lg:grid-cols-2 lg:divide-x lg:divide-y-0">
      {[
        ["Before", before],
        ["After", after],
      ].map(([label, text]) => (
        <div key={label} className="space-y-1.5 px-4 py-3">
          <dt className="font-medium text-muted text-xs">{label}</dt>
          <dd className="max-w-prose whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
