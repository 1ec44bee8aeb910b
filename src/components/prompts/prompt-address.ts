import { type SearchParams, textParam } from "../runs/parse-run-filters";

/** How the changes of a text are shown: in one text when left out, in two, or not at all. */
export type DiffView = "split" | "off" | undefined;

/** What a prompt's page shows, each part by itself: a link that changes one keeps the others. */
export interface PromptView {
  /** The version, or the run that replaced an earlier text, to compare with; the parent without. */
  compare?: string | undefined;
  diff?: DiffView;
  /** The form of a new version, where it is open. */
  edit?: "version" | undefined;
  /** The operation whose form is shown; the usual one without. */
  start?: string | undefined;
  /** The question that is asked before a deletion. */
  confirm?: "delete" | undefined;
}

/** Reads `?compare=…&diff=…&edit=…&start=…`; a question is not kept. */
export function readPromptView(query: SearchParams): PromptView {
  const [diff, edit] = [textParam(query.diff), textParam(query.edit)];
  return {
    compare: textParam(query.compare),
    diff: (["split", "off"] as const).find((view) => view === diff),
    edit: edit === "version" ? edit : undefined,
    start: textParam(query.start),
  };
}

/** The address of a prompt's page that shows it so. */
export function promptAddress(id: string, view: PromptView): string {
  const query = new URLSearchParams(listViewFields(view));
  return query.size > 0 ? `/prompts/${id}?${query}` : `/prompts/${id}`;
}

/** The parameters of a view, as a form sends them along. */
export function listViewFields(view: PromptView): [string, string][] {
  return Object.entries(view).flatMap(([name, value]) =>
    value ? [[name, String(value)] as [string, string]] : [],
  );
}
