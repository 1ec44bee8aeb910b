import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The first problem zod found, as one sentence for a person: which field, what is wrong, what is allowed. */
export function describeIssue(error: z.core.$ZodError, root = ""): string {
  const [issue] = error.issues;
  if (!issue) return "The input is not valid.";
  const field = [root, ...issue.path.map(String)].filter(Boolean).join(".") || "The input";
  return `${field} ${complaint(issue)}.`;
}

function complaint(issue: Issue): string {
  if (issue.code === "too_big") return tooBig(issue);
  if (issue.code === "too_small") return tooSmall(issue);
  if (issue.code === "unrecognized_keys") return `has no setting named ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") return invalidType(issue);
  return issue.message.replace(/\.$/, "");
}

function tooBig(issue: Extract<Issue, { code: "too_big" }>) {
  if (issue.origin === "string") return `must have at most ${issue.maximum} characters`;
  if (issue.origin === "array") return `must have at most ${issue.maximum} entries`;
  return `must be at most ${issue.maximum}${received(issue)}`;
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>) {
  if (issue.origin === "string") return "must not be blank";
  if (issue.origin === "array") return `must have at least ${issue.minimum} entries`;
  return `must be at least ${issue.minimum}${received(issue)}`;
}

function invalidType(issue: Extract<Issue, { code: "invalid_type" }>) {
  if (issue.input === undefined && !("input" in issue)) return `must be ${article(issue.expected)}`;
  return `must be ${article(issue.expected)}${received(issue)}`;
}

function received(issue: Issue): string {
  return issue.input === undefined ? "" : ` (got ${JSON.stringify(issue.input)})`;
}

function article(expected: string): string {
  const names: Record<string, string> = { int: "a whole number", number: "a number" };
  return names[expected] ?? (/^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`);
}
