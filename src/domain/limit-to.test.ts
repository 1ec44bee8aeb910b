import { expect, test } from "vitest";
import { limitTo } from "./limit-to";

test("never more than so many at a time, and all of them, in order", async () => {
  const limited = limitTo(2);
  const began: number[] = [];
  let now = 0;
  let most = 0;
  const work = (index: number) => async () => {
    began.push(index);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    if (index === 3) throw new Error("three");
    return index;
  };

  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((index) => limited(work(index))));

  expect(most).toBe(2);
  expect(began).toEqual([0, 1, 2, 3, 4, 5]);
  expect(done.map(({ status }) => status === "fulfilled")).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
  ]);
});
