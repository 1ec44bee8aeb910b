import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { waitFor } from "../tests/harness/wait-for";
import { type OperatorTimes, readTimes } from "./operator-times";
import type { Product } from "./start-product";

const ASK_AGAIN_MS = 250;

/** When what happened to a run, in milliseconds of the wall clock. */
export interface EndedRun extends OperatorTimes {
  row_created: number;
  claimed: number;
  exit_noted: number;
}

/** Waits until all of these runs have ended. Throws unless all completed. */
export async function waitForEnd(
  { sql, dataDir }: Pick<Product, "sql" | "dataDir">,
  ids: readonly string[],
): Promise<EndedRun[]> {
  const limitMs = 20_000 + 2000 * ids.length;
  await waitFor(
    async () => {
      // Asking is work for the machine that is measured; the times come from the rows.
      await sleep(ASK_AGAIN_MS);
      const [left] = await sql`
        select count(*)::int as count from runs
        where id = any(${[...ids]}) and completed_at is null`;
      return left?.count === 0;
    },
    `${ids.length} runs to end`,
    limitMs,
  );
  const rows = await sql`
    select id, status, error_message, extract(epoch from created_at)::float8 * 1000 as row_created,
      extract(epoch from started_at)::float8 * 1000 as claimed,
      extract(epoch from exited_at)::float8 * 1000 as exit_noted
    from runs where id = any(${[...ids]})`;
  return rows.map(({ id, status, error_message, row_created, claimed, exit_noted }) => {
    if (status !== "completed") throw new Error(`Run ${id} ${status}: ${error_message}`);
    return { row_created, claimed, exit_noted, ...readTimes(join(dataDir, "runs", id, "out")) };
  });
}
