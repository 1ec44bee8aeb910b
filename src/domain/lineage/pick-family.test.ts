import { expect, test } from "vitest";
import { pickFamily } from "./pick-family";

const run = (id: string, second: number, parent_run_id: string | null = null) => ({
  id,
  parent_run_id,
  created_at: new Date(second * 1000).toISOString(),
});

test("what came from a family joins it, generation by generation, and strangers stay out", () => {
  const arrived = [
    run("grandchild", 3, "child"),
    run("stranger", 1),
    run("child", 2, "root"),
    run("root", 0),
    run("strange child", 4, "stranger"),
  ];
  expect(pickFamily(arrived, new Set(["root"])).map(({ id }) => id)).toEqual([
    "root",
    "child",
    "grandchild",
  ]);
});
