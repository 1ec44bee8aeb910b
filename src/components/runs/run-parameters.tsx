import type { RunRecord } from "@/domain/records";
import { Card } from "../ui/card";
import { CopyButton } from "./copy-button";
import { listParameters } from "./list-parameters";
import { ParameterBase } from "./parameter-base";
import { ParameterTable } from "./parameter-table";

interface RunParametersProps {
  run: RunRecord;
  family: readonly RunRecord[];
  /** The run that it was done again from; null for none. */
  origin: RunRecord | null;
  /** The run whose settings are shown beside; null for none. */
  base: RunRecord | null;
  /** The value of `?view=`, which stays as it is. */
  view: string | undefined;
}

/** The settings a run was submitted with, beside those of the run it came from or of any other. */
export function RunParameters({ run, family, origin, base, view }: RunParametersProps) {
  const rows = listParameters(run, base);
  return (
    <Card
      title="Parameters"
      aside={
        <CopyButton text={JSON.stringify(run.execution_config, null, 2)}>Copy as JSON</CopyButton>
      }
    >
      {base && (
        <p className="px-4 pt-2.5 text-muted text-xs">{`${inShort(rows)} from ${nameOf(base, run, origin)}.`}</p>
      )}
      <ParameterTable rows={rows} base={base} />
      <ParameterBase run={run} family={family} origin={origin} base={base} view={view} />
    </Card>
  );
}

function inShort(rows: ReturnType<typeof listParameters>): string {
  const count = rows.filter(({ differs }) => differs).length;
  if (count === 0) return "Nothing differs";
  return count === 1 ? "1 differs" : `${count} differ`;
}

function nameOf(base: RunRecord, run: RunRecord, origin: RunRecord | null): string {
  if (base.id === origin?.id) return "the run that it came from";
  return base.id === run.parent_run_id ? "its parent" : `run ${base.id}`;
}
