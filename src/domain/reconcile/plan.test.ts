import fc from "fast-check";
import { expect, test } from "vitest";
import { isTerminal, runStatuses } from "../run-status";
import { type ContainerView, plan, type RunView } from "./plan";

const now = new Date("2026-01-01T12:00:00Z");
const views: ContainerView[] = [
  "none",
  "created",
  "gated",
  "running",
  "exited",
  "stillborn",
  "unknown",
];
const anyRun: fc.Arbitrary<RunView> = fc.record({
  status: fc.constantFrom(...runStatuses),
  cancelRequested: fc.boolean(),
  place: fc.constantFrom("here", "elsewhere", "lost"),
  hasContainer: fc.boolean(),
  next: fc.boolean(),
  slotFree: fc.boolean(),
  parentLost: fc.boolean(),
  deadline: fc.option(
    fc.date({ min: new Date(0), max: new Date("2030-01-01"), noInvalidDate: true }),
  ),
});
const anyView = fc.constantFrom(...views);

const calm: RunView = {
  status: "pending",
  cancelRequested: false,
  place: "here",
  hasContainer: false,
  next: true,
  slotFree: false,
  parentLost: false,
  deadline: null,
};
const act = (run: Partial<RunView>, view: ContainerView) => plan({ ...calm, ...run }, view, now);
const claimed = { status: "running", hasContainer: true } as const;

test.each<[string, Partial<RunView>, ContainerView, string]>([
  ["next in line, slot free", { slotFree: true }, "none", "claim"],
  ["next in line, slot busy", {}, "none", "stage"],
  ["staged, slot free", { hasContainer: true, slotFree: true }, "gated", "claim"],
  ["staged, slot busy", { hasContainer: true }, "gated", "leave"],
  ["staged, but not started", { hasContainer: true }, "created", "stage"],
  ["staged, no longer next", { hasContainer: true, next: false }, "gated", "unstage"],
  ["staged, but the container is gone", { hasContainer: true }, "none", "unstage"],
  ["staged, but the container died", { hasContainer: true }, "stillborn", "unstage"],
  ["not next", { next: false }, "none", "leave"],
  ["parent failed", { parentLost: true }, "none", "fail_with_parent"],
  ["cancelled while it waits", { cancelRequested: true }, "gated", "cancel"],
  ["claimed, nothing made yet", { status: "running" }, "none", "create"],
  ["claimed, gate closed", claimed, "gated", "open_gate"],
  ["claimed, made but not started", claimed, "created", "create"],
  ["claimed, container died before its program began", claimed, "stillborn", "recreate"],
  ["running", claimed, "running", "follow"],
  ["running, over its limit", { ...claimed, deadline: now }, "running", "time_out"],
  ["running, cancel asked", { ...claimed, cancelRequested: true }, "running", "cancel"],
  ["running, container gone", claimed, "none", "vanished"],
  ["running on another engine", { ...claimed, place: "elsewhere" }, "none", "leave"],
  ["staged here, running elsewhere", { ...claimed, place: "elsewhere" }, "gated", "stop"],
  ["of an engine no more, not here", { ...claimed, place: "lost" }, "none", "leave"],
  ["of an engine no more, found here", { ...claimed, place: "lost" }, "running", "adopt"],
  ["exited", claimed, "exited", "settle"],
  ["exited, cancel asked", { ...claimed, cancelRequested: true }, "exited", "settle"],
  ["completed, container left", { status: "completed" }, "exited", "remove"],
  ["cancelled, container runs", { status: "cancelled" }, "running", "stop"],
])("%s", (_name, run, view, action) => {
  expect(act(run, view)).toBe(action);
});

test("when the engine does not answer, nothing is changed", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      expect(plan(run, "unknown", now)).toBe("leave");
    }),
  );
});

test("nothing is claimed, started or settled for a run that has ended", () => {
  fc.assert(
    fc.property(anyRun, anyView, (run, view) => {
      fc.pre(isTerminal(run.status));
      expect(["leave", "stop", "remove"]).toContain(plan(run, view, now));
    }),
  );
});

test("a run that was asked to be cancelled is never started", () => {
  fc.assert(
    fc.property(anyRun, anyView, (run, view) => {
      const action = plan({ ...run, cancelRequested: true }, view, now);
      expect(["claim", "stage", "create", "recreate", "open_gate"]).not.toContain(action);
    }),
  );
});

test("only a claimed run's gate is opened", () => {
  fc.assert(
    fc.property(anyRun, anyView, (run, view) => {
      if (plan(run, view, now) === "open_gate") expect(run.status).toBe("running");
    }),
  );
});

test("a run whose program may have begun is never started a second time", () => {
  fc.assert(
    fc.property(anyRun, fc.constantFrom<ContainerView>("running", "exited"), (run, view) => {
      expect(["claim", "stage", "create", "recreate"]).not.toContain(plan(run, view, now));
    }),
  );
});
