import type { RunRecord } from "@/domain/records";
import { Card } from "../ui/card";
import { CopyButton } from "./copy-button";
import { listParameters } from "./list-parameters";
import { ParameterBase } from "./parameter-base";
import { ParameterTable } from "./parameter-table";

interface RunParametersProps {
  run: RunRecord;
  family: readonly RunRecord[];
  /** The run whose settings are shown beside; null for none. */
  base: RunRecord | null;
  /** The value of `?view=`, which stays as it is. */
  view: string | undefined;
}

/** The settings a run was submitted with, beside those of its parent or of any other run. */
export function RunParameters({ run, family, base, view }: RunParametersProps) {
  const rows = listParameters(run, base);
  return (
    <Card
      title="Parameters"
      aside={
        <CopyButton text={JSON.stringify(run.execution_config, null, 2)}>Copy as JSON</CopyButton>
      }
    >
      {base && <p className="px-4 pt-2.5 text-muted text-xs">{inShort(rows, run, base)}</p>}
      <ParameterTable rows={rows} base={base} />
      <ParameterBase run={run} family={family} base={base} view={view} />
    </Card>
  );
}

function inShort(rows: ReturnType<typeof listParameters>, run: RunRecord, base: RunRecord): string {
  const count = rows.filter(({ differs }) => differs).length;
  const what = count === 0 ? "Nothing differs" : count === 1 ? "1 differs" : `${count} differ`;
  const who = base.id === run.parent_run_id ? "its parent" : `run ${base.id}`;
  return `${what} from ${who}.`;
}
