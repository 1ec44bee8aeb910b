import { isModelType } from "../operations/registry";
import { runSorts } from "../run-sort";
import { runStatuses } from "../run-status";

interface Parameter {
  name: string;
  /** It may be given more than once. */
  many?: true;
  /** Which values mean something. */
  known: (value: string) => boolean;
}

const TEXT_MAX = 200;
const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);
const isShort = (value: string) => value.length <= TEXT_MAX;

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** What the address of `/runs` can ask for, in the order in which it is written. */
const parameters: readonly Parameter[] = [
  { name: "type", many: true, known: isModelType },
  { name: "status", many: true, known: oneOf(runStatuses) },
  { name: "prompt", known: isShort },
  { name: "search", known: isShort },
  { name: "from", known: isDay },
  { name: "to", known: isDay },
  { name: "rating", known: oneOf(["1", "2", "3", "4", "5"]) },
  { name: "upscaled", known: oneOf(["yes", "no"]) },
  { name: "sort", known: oneOf(runSorts.filter((sort) => sort !== "newest")) },
  { name: "view", known: oneOf(["gallery"]) },
];

/**
 * The part of a query that says which runs are shown and how, always written the same way. Everything
 * else, such as the page of the list or what is about to be done, is left out.
 */
export function normaliseView(query: string): string {
  const asked = new URLSearchParams(query);
  const kept = parameters.flatMap(({ name, many, known }) => {
    const values = [...new Set(asked.getAll(name).map((value) => value.trim()))];
    const chosen = many ? values : values.slice(-1);
    return chosen.filter((value) => value !== "" && known(value)).map((value) => [name, value]);
  });
  return new URLSearchParams(kept).toString();
}
