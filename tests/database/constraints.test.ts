import { eq, sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/domain/new-id";
import { prompts, runs, settings } from "@/server/db/schema";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const codeOf = (query: PromiseLike<unknown>) =>
  Promise.resolve(query).then(
    () => "accepted",
    (error) => error.cause?.constraint_name ?? error.cause?.code ?? error.message,
  );
const now = new Date();

describe("runs that cannot exist", () => {
  it.each([
    ["ended without a time", { status: "completed", completed_at: null }, "runs_completed_at"],
    ["not ended but with a time", { status: "pending", completed_at: now }, "runs_completed_at"],
    ["running on no slot", { status: "running", slot: null }, "runs_running"],
    ["failed without a message", { status: "failed", error_message: null }, "runs_failed"],
    ["rated 0", { rating: 0 }, "runs_rating"],
    ["rated 6", { rating: 6 }, "runs_rating"],
    ["of a status nobody knows", { status: "paused" as "pending" }, "runs_status"],
    ["of a prompt that is not there", { prompt_id: "nobody" }, "runs_prompt_id_prompts_id_fk"],
    [
      "continuing a run that is not there",
      { execution_config: { parent_run_id: "nobody" } },
      "runs_parent",
    ],
  ] as const)("%s", async (_name, overrides, constraint) => {
    const outcome = await codeOf(insertRun(test.db, overrides));

    expect(outcome).toBe(constraint);
  });

  it("two on one slot", async () => {
    const slot = { status: "running", engine: "local", slot: "gpu0" } as const;
    const first = await insertRun(test.db, slot);

    expect(await codeOf(insertRun(test.db, slot))).toBe("slot_leases_engine_slot_pk");
    await test.db.update(runs).set({ exited_at: now }).where(eq(runs.id, first.id));
    expect(await codeOf(insertRun(test.db, slot))).toBe("accepted");
  });

  it("two of one idempotency key", async () => {
    await insertRun(test.db, { idempotency_key: "same" });

    expect(await codeOf(insertRun(test.db, { idempotency_key: "same" }))).toBe("runs_idempotency");
  });
});

describe("a run that has ended", () => {
  it.each(["completed", "failed", "cancelled"] as const)("stays %s", async (status) => {
    const run = await insertRun(test.db, { status });

    const outcome = await codeOf(
      test.db
        .update(runs)
        .set({ status: "pending", completed_at: null })
        .where(eq(runs.id, run.id)),
    );

    expect(outcome).toBe("23514");
    const [kept] = await test.db.select().from(runs).where(eq(runs.id, run.id));
    expect(kept?.status).toBe(status);
  });

  it("can still be rated", async () => {
    const run = await insertRun(test.db, { status: "completed" });

    expect(await codeOf(test.db.update(runs).set({ rating: 4 }).where(eq(runs.id, run.id)))).toBe(
      "accepted",
    );
  });
});

describe("what belongs together", () => {
  it("keeps a run's parent in its config and in a column", async () => {
    const parent = await insertRun(test.db);

    const child = await insertRun(test.db, {
      model_type: "upscale",
      execution_config: { parent_run_id: parent.id },
    });

    expect(child.parent_run_id).toBe(parent.id);
    expect(await codeOf(test.db.delete(runs).where(eq(runs.id, parent.id)))).toBe("runs_parent");
  });

  it("inserts a parent and its child in one statement", async () => {
    const { id: prompt_id } = await insertPrompt(test.db);
    const ids = [newId(), newId()] as const;
    const base = { prompt_id, model_type: "transfer", log_path: "x" };

    const outcome = await codeOf(
      test.db.insert(runs).values([
        { ...base, id: ids[0], execution_config: {} },
        { ...base, id: ids[1], execution_config: { parent_run_id: ids[0] } },
      ]),
    );

    expect(outcome).toBe("accepted");
  });

  it("refuses a blank or over-long prompt text", async () => {
    expect(await codeOf(insertPrompt(test.db, { prompt_text: "" }))).toBe("prompts_text_size");
    expect(await codeOf(insertPrompt(test.db, { prompt_text: "x".repeat(10_001) }))).toBe(
      "prompts_text_size",
    );
    expect(await codeOf(insertPrompt(test.db, { prompt_text: "x".repeat(10_000) }))).toBe(
      "accepted",
    );
  });

  it("has one row of settings", async () => {
    expect(await codeOf(test.db.insert(settings).values({ id: 2, instance: "second" }))).toBe(
      "settings_one_row",
    );
    expect(await test.db.select().from(settings)).toHaveLength(1);
  });
});

describe("change_seq", () => {
  it("grows with every change of any run", async () => {
    const first = await insertRun(test.db);
    const second = await insertRun(test.db);

    const [changed] = await test.db
      .update(runs)
      .set({ priority: 1 })
      .where(eq(runs.id, first.id))
      .returning();

    expect(second.change_seq).toBeGreaterThan(first.change_seq);
    expect(changed?.change_seq).toBeGreaterThan(second.change_seq);
    expect(changed?.updated_at.getTime()).toBeGreaterThanOrEqual(first.updated_at.getTime());
  });
});

describe("indexes", () => {
  it("serve the newest-first list and text search", async () => {
    await insertPrompt(test.db, { name: "Needle", prompt_text: "in a haystack" });
    const plan = async (query: ReturnType<typeof raw>) =>
      test.db.transaction(async (tx) => {
        await tx.execute(raw`set local enable_seqscan = off`);
        return JSON.stringify(await tx.execute(raw`explain ${query}`));
      });

    const newest = raw`select * from ${runs} order by created_at desc, id desc limit 50`;
    const search = raw`select * from ${prompts} where (name || ' ' || prompt_text) ilike '%needle%'`;

    expect(await plan(newest)).toContain("Index Scan Backward using runs_created");
    expect(await plan(search)).toContain("prompts_text");
  });
});
