interface Member {
  id: string;
  parent_run_id: string | null;
}

/** A cell of the picture, counted from 0. */
export interface FamilyCell {
  /** Generations from the first ancestor. */
  column: number;
  row: number;
}

export interface FamilyPlace<M> extends FamilyCell {
  member: M;
  /** Where its parent is; null for one without. */
  parent: FamilyCell | null;
}

/**
 * Where each run of a family stands in a picture from left to right: the first child beside its
 * parent, the others below, no two in one cell and no line across a run. In reading order: each run
 * right after its parent or after its elder siblings and all that came from them.
 */
export function layOutFamily<M extends Member>(family: readonly M[]): FamilyPlace<M>[] {
  const ids = new Set(family.map(({ id }) => id));
  const children = new Map<string | null, M[]>();
  for (const member of family) {
    const parent = ids.has(member.parent_run_id ?? "") ? member.parent_run_id : null;
    children.set(parent, [...(children.get(parent) ?? []), member]);
  }
  const places: FamilyPlace<M>[] = [];
  let row = 0;
  const place = (member: M, column: number, parent: FamilyCell | null) => {
    const here = { member, column, row, parent };
    places.push(here);
    for (const [index, child] of (children.get(member.id) ?? []).entries()) {
      if (index > 0) row++;
      place(child, column + 1, { column, row: here.row });
    }
  };
  for (const [index, member] of (children.get(null) ?? []).entries()) {
    if (index > 0) row++;
    place(member, 0, null);
  }
  return places;
}
