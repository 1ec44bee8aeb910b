/** `812 MiB`, `79.3 GiB`; `?` when it is not known. */
export function formatMemory(mib: number | null): string {
  if (mib === null) return "?";
  return mib < 1024 ? `${Math.round(mib)} MiB` : `${(mib / 1024).toFixed(1)} GiB`;
}
