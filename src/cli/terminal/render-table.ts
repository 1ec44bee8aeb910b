import { displayWidth } from "./display-width";
import { paint } from "./paint";

export interface Column<Row> {
  title: string;
  /** One line of text, coloured or not. */
  cell(row: Row): string;
  align?: "right";
}

/** Rows under aligned headings. Empty columns are left out. */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns
    .map((column) => ({ ...column, cells: rows.map((row) => column.cell(row)) }))
    .filter((column) => column.cells.some((cell) => cell !== ""))
    .map((column) => ({
      ...column,
      width: Math.max(displayWidth(column.title), ...column.cells.map(displayWidth)),
    }));
  const heading = line(
    shown.map((column) => pad(paint("dim", column.title), column.width, column.align)),
  );
  const body = rows.map((_, index) =>
    line(shown.map((column) => pad(column.cells[index] ?? "", column.width, column.align))),
  );
  return [heading, ...body].join("\n");
}

function pad(cell: string, width: number, align?: "right"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return align === "right" ? space + cell : cell + space;
}

const line = (cells: string[]) => cells.join("  ").trimEnd();
