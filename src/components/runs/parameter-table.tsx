import { Diff } from "lucide-react";
import type { RunRecord } from "@/domain/records";
import type { Parameter } from "./list-parameters";

interface ParameterTableProps {
  rows: readonly Parameter[];
  /** The run of the second column; null for none. */
  base: RunRecord | null;
}

const cell = "px-2 py-1.5 align-top [overflow-wrap:anywhere] last:pr-4";

/** Settings in words, those that differ marked by sign, weight and ground; usual ones are faint. */
export function ParameterTable({ rows, base }: ParameterTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">Settings of the run</caption>
      <thead className={base ? "text-muted text-xs" : "sr-only"}>
        <tr>
          <th scope="col" className="w-2/5 py-1.5 pr-2 pl-4 text-left font-normal">
            Setting
          </th>
          <th scope="col" className={`${cell} text-right font-normal`}>
            This run
          </th>
          {base && (
            <th scope="col" className={`${cell} text-right font-mono font-normal`}>
              {base.id.slice(0, 8)}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ name, title, value, other, differs, usual }) => (
          <tr key={name} data-differs={differs || undefined} className="data-differs:bg-warning/8">
            <th scope="row" className="py-1.5 pr-2 pl-4 text-left align-top font-normal text-muted">
              <span className="flex items-start gap-1">
                {differs && (
                  <>
                    <Diff aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />
                    <span className="sr-only">Differs: </span>
                  </>
                )}
                <span className={differs ? "font-medium text-foreground" : ""}>{title}</span>
              </span>
            </th>
            <td className={`${cell} text-right`}>
              <Value text={value} usual={usual} strong={differs} />
            </td>
            {base && (
              <td className={`${cell} text-right text-muted`}>
                {other === undefined ? (
                  <span title="Its operation has no such setting">
                    <span aria-hidden>–</span>
                    <span className="sr-only">no such setting</span>
                  </span>
                ) : (
                  <Value text={other} usual={false} strong={false} />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueProps {
  text: string | null;
  usual: boolean;
  strong: boolean;
}

function Value({ text, usual, strong }: ValueProps) {
  if (text === null) return <span className="text-muted">not set</span>;
  return (
    <span
      title={usual ? `${text}, as when nothing is given` : text}
      className={`line-clamp-4 ${usual ? "text-muted" : ""} ${strong ? "font-medium" : ""}`}
    >
      {text}
      {usual && <span className="sr-only"> (the default)</span>}
    </span>
  );
}
