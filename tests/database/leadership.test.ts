import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { acquireLeadership } from "@/server/db/leadership";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { bundleScript, runScript } from "../harness/run-script";
import { waitFor } from "../harness/wait-for";

let test: TestDatabase;
let script: string;
beforeAll(async () => {
  test = await createTestDatabase();
  script = await bundleScript("database/scripts/lead.ts");
});
afterAll(() => test.drop());

const ask = (key: string, signal: AbortSignal, onLost = () => undefined) =>
  acquireLeadership({ connection: test.connection, key, signal, onLost });

it("passes to the one who waits when the holder is killed", async () => {
  const holder = runScript(script, [test.url, "engine"]);
  await waitFor(() => holder.output().includes("leading"), "the holder to lead");
  const stop = new AbortController();
  let taken = false;
  const waiting = ask("engine", stop.signal).then((leadership) => {
    taken = true;
    return leadership;
  });
  await expect(ask("engine", AbortSignal.timeout(1500))).rejects.toThrow();
  expect(taken).toBe(false);

  holder.child.kill("SIGKILL");
  const leadership = await waiting;

  expect(leadership.isHeld()).toBe(true);
  await leadership.release();
  expect(leadership.isHeld()).toBe(false);
});

it("tells the holder at once when its connection is gone", async () => {
  const onLost = vi.fn();
  const leadership = await ask("lost", new AbortController().signal, onLost);

  await test.sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  await waitFor(() => onLost.mock.calls.length > 0, "the news of the loss", 1000);

  expect(leadership.isHeld()).toBe(false);
});

it("is free again after a release, which is no loss", async () => {
  const onLost = vi.fn();
  const stop = new AbortController();
  await ask("again", stop.signal, onLost);

  stop.abort();
  const next = await ask("again", new AbortController().signal);

  expect(next.isHeld()).toBe(true);
  expect(onLost).not.toHaveBeenCalled();
  await next.release();
});

it("does not mix up keys", async () => {
  const first = await ask("one", new AbortController().signal);

  const second = await ask("two", AbortSignal.timeout(5000));

  expect(first.isHeld() && second.isHeld()).toBe(true);
  await first.release();
  await second.release();
});
