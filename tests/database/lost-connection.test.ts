import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { waitFor } from "../harness/wait-for";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.sql`create table notes (text text)`;
});
afterAll(() => test.drop());

const kill = (pid: number) => test.sql`select pg_terminate_backend(${pid})`;
const notes = () => test.sql`select text from notes order by text`;

it("fails a transaction whose connection dies in a statement, and the pool goes on", async () => {
  let pid = 0;
  const transaction = test.sql.begin(async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await tx`insert into notes values ('in the statement')`;
    pid = row?.pid ?? 0;
    await tx`select pg_sleep(30)`;
  });
  const outcome = transaction.then(
    () => "committed",
    (error) => error.code,
  );
  await waitFor(() => pid > 0, "the transaction to run");

  await kill(pid);

  expect(await outcome).toBe("CONNECTION_CLOSED");
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => test.sql`select ${n}::int as n`),
  );
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  expect(await notes()).toEqual([]);
});

it("never runs the rest of a lost transaction outside of it", async () => {
  const outcome = await test.sql
    .begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await kill(row?.pid ?? 0);
      // Others take new connections in the meantime.
      await Promise.all(Array.from({ length: 30 }, () => test.sql`select pg_sleep(0.01)`));
      await tx`insert into notes values ('after the loss')`;
    })
    .then(
      () => "committed",
      (error) => error.code,
    );

  expect(outcome).toBe("CONNECTION_CLOSED");
  expect(await notes()).toEqual([]);
});

it("lets healthy connections finish when one is lost", async () => {
  const slow = test.sql`select pg_sleep(1.5), 'done' as word`.execute();
  const doomed = test.sql`select pg_sleep(30), pg_backend_pid() as pid`.catch(
    (error) => error.code,
  );
  await waitFor(
    async () =>
      (
        await test.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and state = 'active'`
      ).count,
    "the statement to kill",
  );

  expect(await doomed).toBe("CONNECTION_CLOSED");
  expect((await slow)[0]?.word).toBe("done");
});

it("still commits, and keeps dates and arrays, on connections made after a loss", async () => {
  const { rows, at } = await test.db.transaction(async (tx) => {
    await tx.execute("insert into notes values ('kept')");
    const [row] = await tx.execute<{ at: string }>(
      "select timestamptz '2026-01-02 03:04:05+00' as at",
    );
    return {
      rows: await test.sql`select 'a' = any(${["a", "b"]}) as found, array[1, null, 3] as numbers`,
      at: row?.at,
    };
  });

  expect(at).toBe("2026-01-02 03:04:05+00");
  expect(rows).toEqual([{ found: true, numbers: [1, null, 3] }]);
  expect((await notes()).map(({ text }) => text)).toEqual(["kept"]);
});
