const LENGTH_MAX = 60;
const pattern = /^[a-z0-9][a-z0-9-]*$/;
/** Addresses below `/inputs` that mean something else. */
const taken: ReadonlySet<string> = new Set(["new"]);

/** Whether an input folder may be called so. */
export function isInputName(name: string): boolean {
  return pattern.test(name) && name.length <= LENGTH_MAX && !taken.has(name);
}

/** The name nearest to a text: small letters, digits and hyphens; empty when nothing is left. */
export function toInputName(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, LENGTH_MAX)
    .replace(/-+$/, "");
  return taken.has(name) ? `${name}-input` : name;
}
