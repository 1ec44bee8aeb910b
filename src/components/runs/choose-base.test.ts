import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { chooseBase } from "./choose-base";

const run = { id: "again" } as RunRecord;
const origin = { id: "origin" } as RunRecord;
const other = { id: "other" } as RunRecord;

test.each([
  ["without a wish the run that it was done again from", undefined, null, "origin"],
  ["beside the input's video the same", "input", null, "origin"],
  ["nothing", "none", null, undefined],
  ["any other run", "other", other, "other"],
  ["never the run itself", "again", run, undefined],
  ["nothing for a run that is not there", "gone", null, undefined],
])("%s", (_name, compare, compared, id) => {
  expect(chooseBase({ run, origin, compare, compared })?.id).toBe(id);
});
