import { afterAll, beforeAll, expect, test } from "vitest";
import { countDescendants } from "@/server/runs/count-descendants";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const insert = async (parent_run_id?: string) => {
  const execution_config = { model: "reference", ...(parent_run_id && { parent_run_id }) };
  return (await insertRun(database.db, { status: "completed", execution_config })).id;
};

test("everything that was made from a run is counted, over other runs too", async () => {
  const root = await insert();
  const child = await insert(root);
  const other = await insert(root);
  const grandchild = await insert(child);
  const alone = await insert();

  const counts = await countDescendants(database, [root, child, other, grandchild, alone]);

  expect(counts).toEqual({ [root]: 3, [child]: 1 });
});

test("of no runs nothing is counted", async () => {
  expect(await countDescendants(database, [])).toEqual({});
});
