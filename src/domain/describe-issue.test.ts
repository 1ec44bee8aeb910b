import { expect, test } from "vitest";
import { describeIssue } from "./describe-issue";
import { transfer } from "./operations/transfer";
import { faults } from "./operations/shared-fields";
import { upscale } from "./operations/upscale";

function complaintAbout(
  config: unknown,
  schema = transfer.config as typeof upscale.config | typeof transfer.config,
) {
  const parsed = schema.safeParse(config, { reportInput: true });
  if (parsed.success) throw new Error("it was accepted");
  return describeIssue(parsed.error, "execution_config");
}

test.each([
  [{ weights: { vis: 1.1 } }, "execution_config.weights.vis must be at most 1 (got 1.1)."],
  [{ weights: { edge: -0.1 } }, "execution_config.weights.edge must be at least 0 (got -0.1)."],
  [{ num_steps: "many" }, 'execution_config.num_steps must be a number (got "many").'],
  [{ num_steps: 3.5 }, "execution_config.num_steps must be a whole number (got 3.5)."],
  [{ num_stepps: 3 }, "execution_config has no setting named num_stepps."],
  [{ fault: "explode" }, `execution_config.fault must be one of ${faults.join(", ")}.`],
])("%j is refused in one sentence", (config, sentence) => {
  expect(complaintAbout(config)).toBe(sentence);
});

test("all weights at 0 are refused", () => {
  const weights = { vis: 0, edge: 0, depth: 0, seg: 0 };

  expect(complaintAbout({ weights })).toBe(
    "execution_config.weights at least one weight must be above 0.",
  );
});

test("a missing parent is named", () => {
  expect(complaintAbout({}, upscale.config)).toBe(
    "execution_config.parent_run_id must be a string.",
  );
});
