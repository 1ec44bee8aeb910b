import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { chooseBase } from "./choose-base";

const run = { id: "child" } as RunRecord;
const parent = { id: "parent" } as RunRecord;
const other = { id: "other" } as RunRecord;

test.each([
  ["without a wish its parent", undefined, null, "parent"],
  ["beside the input's video its parent", "input", null, "parent"],
  ["nothing", "none", null, undefined],
  ["any other run", "other", other, "other"],
  ["never the run itself", "child", run, undefined],
  ["nothing for a run that is not there", "gone", null, undefined],
])("%s", (_name, compare, compared, id) => {
  expect(chooseBase({ run, parent, compare, compared })?.id).toBe(id);
});
