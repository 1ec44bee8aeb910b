import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { listFromPs, listProcesses } from "./list-processes";

test("this process is found, and is its parent's child", async () => {
  const [self] = await listProcesses(process.pid);

  expect(self).toMatchObject({ pid: process.pid, ppid: process.ppid, zombie: false });
  expect((await listProcesses()).some((each) => each.pid === process.pid)).toBe(true);
});

test("a pid that nobody has gives nothing", async () => {
  expect(await listProcesses(2 ** 30)).toEqual([]);
});

test.runIf(hasPs())("ps tells the same, and the same start time each time", async () => {
  const [first] = await listFromPs(process.pid);
  const again = (await listFromPs()).find((each) => each.pid === process.pid);

  expect(first).toMatchObject({ pid: process.pid, ppid: process.ppid, zombie: false });
  expect(again?.started).toBe(first?.started);
  expect(await listFromPs(2 ** 30)).toEqual([]);
});

function hasPs() {
  try {
    execFileSync("ps", ["-p", String(process.pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
