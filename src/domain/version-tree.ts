import type { PromptRecord } from "./records";

type Version = Pick<PromptRecord, "id" | "parent_prompt_id" | "created_at">;

/** Versions with how many of their ancestors are among them: parents first, then by age. */
export function arrangeVersions<T extends Version>(
  versions: readonly T[],
): { version: T; depth: number }[] {
  const known = new Set(versions.map(({ id }) => id));
  const isRoot = ({ parent_prompt_id }: T) =>
    parent_prompt_id === null || !known.has(parent_prompt_id);
  const byAge = versions.toSorted(
    (a, b) => a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id),
  );
  const children = new Map<string, T[]>();
  for (const version of byAge) {
    if (version.parent_prompt_id === null) continue;
    const siblings = children.get(version.parent_prompt_id) ?? [];
    children.set(version.parent_prompt_id, [...siblings, version]);
  }
  const below = (version: T, depth: number): { version: T; depth: number }[] => [
    { version, depth },
    ...(children.get(version.id) ?? []).flatMap((child) => below(child, depth + 1)),
  ];
  return byAge.filter(isRoot).flatMap((root) => below(root, 0));
}
