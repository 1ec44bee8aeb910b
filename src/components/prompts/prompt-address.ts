/** How the changes of a text are shown: in one text when left out, in two, or not at all. */
export type DiffView = "split" | "off" | undefined;

interface PromptView {
  /** The version, or the run that replaced an earlier text, to compare with; the parent without. */
  compare?: string | undefined;
  diff?: DiffView;
}

/** The address of a prompt's page that shows its text so. */
export function promptAddress(id: string, { compare, diff }: PromptView): string {
  const query = new URLSearchParams({ ...(compare && { compare }), ...(diff && { diff }) });
  return query.size > 0 ? `/prompts/${id}?${query}` : `/prompts/${id}`;
}

/** Reads `?diff=`; anything else is the usual view. */
export function readDiffView(value: string | undefined): DiffView {
  return (["split", "off"] as const).find((view) => view === value);
}
