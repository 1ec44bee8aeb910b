import { expect, test } from "vitest";
import { findOrigin } from "./find-origin";

const created = { type: "created", message: "Created." };

test("a retry comes from the run that it tries again", () => {
  expect(findOrigin({ execution_config: { retry_of_run_id: "abcdefgh1234" } }, [])).toBe(
    "abcdefgh1234",
  );
});

test("a run with other settings comes from the one that its timeline names", () => {
  const made = { type: "made_from", message: "Made from run abcdefgh1234: seed 1 to 2." };
  expect(findOrigin({ execution_config: {} }, [created, made])).toBe("abcdefgh1234");
});

test("any other run comes from none", () => {
  const hostile = { type: "created", message: "Made from run abcdefgh1234." };
  expect(findOrigin({ execution_config: {} }, [created, hostile])).toBe(null);
});
