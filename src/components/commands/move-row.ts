const rowSelector = ":scope > li, :scope > tr, :scope > tbody > tr, :scope [data-row]";

/**
 * Moves the focus to the link of the next row of the page's lists, or of the one before; the first
 * time to the first row in sight. Lists are marked with `data-rows`.
 */
export function moveRow(step: 1 | -1): void {
  const rows = findRows();
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const inSight = () => rows.findIndex((row) => row.getBoundingClientRect().top >= 0);
  const place = here === -1 ? Math.max(0, inSight()) : here + step;
  rows[place]?.querySelector<HTMLElement>("a[href]")?.focus();
}

/** Ticks or unticks the row that has the focus. */
export function selectRow(): void {
  const row = findRows().find((each) => each.contains(document.activeElement));
  row?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}

/** Gives up the focus of a row or of an empty search field. */
export function leaveFocus(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return;
  const emptySearch = focused.matches("input[type=search]:placeholder-shown");
  if (emptySearch || focused.closest("[data-rows]")) focused.blur();
}

function findRows(): Element[] {
  return [...document.querySelectorAll("main [data-rows]")]
    .flatMap((list) => [...list.querySelectorAll(rowSelector)])
    .filter((row) => row.checkVisibility() && row.querySelector("a[href]") !== null);
}
