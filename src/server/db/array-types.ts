/**
 * Arrays for postgres.js, which would otherwise ask every new connection for their types, and end
 * the process when that connection is lost meanwhile (an unhandled rejection, version 3.4.9).
 * Numbers are the type ids of Postgres: https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/catalog/pg_type.dat
 */
export const arrayTypes = {
  texts: arraysOf([1009, 1015, 1016, 2951], (text) => text),
  numbers: arraysOf([1005, 1007, 1021, 1022], Number),
  booleans: arraysOf([1000], (text) => text === "t"),
};

type Item = string | number | boolean;

function arraysOf(ids: number[], parseItem: (text: string) => Item) {
  return {
    to: ids[0] ?? 0,
    from: ids,
    serialize: writeArray,
    parse: (text: string) =>
      readArray(text).map((item) => (item === null ? null : parseItem(item))),
  };
}

/** Writes a one-dimensional array the way Postgres reads it; text that is none is left alone. */
export function writeArray(values: readonly (Item | null)[] | string): string {
  if (typeof values === "string") return values;
  const items = values.map((value) =>
    value === null ? "NULL" : `"${String(value).replace(/["\\]/g, "\\$&")}"`,
  );
  return `{${items.join(",")}}`;
}

/** Reads a one-dimensional array as Postgres writes it. */
export function readArray(text: string): (string | null)[] {
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs);
  return [...items].map(([plain, quoted]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return plain === "NULL" ? null : plain;
  });
}
