import type { DoctorCheck } from "@/domain/doctor/doctor-check";
import { oneLine } from "../terminal/one-line";
import { paint, type Style } from "../terminal/paint";
import { renderTable } from "../terminal/render-table";

const looks = {
  ok: { style: "green", mark: "✓ ok" },
  warning: { style: "yellow", mark: "! warning" },
  failed: { style: "red", mark: "✗ failed" },
} as const satisfies Record<DoctorCheck["status"], { style: Style; mark: string }>;

/** One check a line, its advice below. */
export function doctorTable(checks: readonly DoctorCheck[]): string {
  const rows = checks.flatMap(({ name, status, message, advice }) => {
    const { style, mark } = looks[status];
    const first = { name: oneLine(name), status: paint(style, mark), text: oneLine(message) };
    return advice ? [first, { name: "", status: "", text: `→ ${oneLine(advice)}` }] : [first];
  });
  return renderTable(
    [
      { title: "CHECK", cell: (row) => row.name },
      { title: "STATUS", cell: (row) => row.status },
      { title: "WHAT WAS FOUND", cell: (row) => row.text },
    ],
    rows,
  );
}
