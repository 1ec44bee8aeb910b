/** What is odd about a running run, in the worker's words. */
export function RunWarning({ warning }: { warning: string | null }) {
  if (!warning) return null;
  return (
    <p data-tone="warning" role="status" className="text-sm text-tone [overflow-wrap:anywhere]">
      {warning}
    </p>
  );
}
