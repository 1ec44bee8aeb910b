/** What the folder of an input is called while it is being deleted and may still be put back. */
export const asideName = (name: string, id: string) => `.deleting-${id}-${name}`;

/** The input whose folder is called so; undefined for all other folders. */
export function nameAside(folder: string): string | undefined {
  return /^\.deleting-[0-9a-z]{12}-(.+)$/.exec(folder)?.[1];
}
