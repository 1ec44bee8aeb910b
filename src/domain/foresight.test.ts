import { expect, test } from "vitest";
import { type RunForesight, sumForesight } from "./foresight";

const run = (given: Partial<RunForesight>): RunForesight => ({
  prompt_id: "abc",
  prompt_name: "City drive",
  refusal: null,
  forecast: null,
  run_count: 1,
  usual_seconds: 60,
  ...given,
});

test("runs and seconds are summed, also of those that continue them", () => {
  expect(sumForesight([run({}), run({ run_count: 2, usual_seconds: 90 })])).toEqual({
    run_count: 3,
    refused: 0,
    usual_seconds: 150,
    unknown: 0,
  });
});

test("what would be refused makes no run and takes no time", () => {
  expect(sumForesight([run({}), run({ refusal: "Too long." })])).toEqual({
    run_count: 1,
    refused: 1,
    usual_seconds: 60,
    unknown: 0,
  });
});

test("time that is not known is not counted as none", () => {
  const unknown = run({ usual_seconds: null });

  expect(sumForesight([unknown]).usual_seconds).toBeNull();
  expect(sumForesight([run({}), unknown])).toMatchObject({ usual_seconds: 60, unknown: 1 });
});
