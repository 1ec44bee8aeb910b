import type { ContainerSpec } from "../engine";

/** Labels by which containers are matched with runs; the name is only for people. */
export const label = {
  run: "cosmos.run_id",
  type: "cosmos.model_type",
  attempt: "cosmos.attempt",
  instance: "cosmos.instance",
  /** Folder of the gate on the engine's host, where folders are shared. */
  gate: "cosmos.gate",
  /** Marks our short-lived helpers, which belong to no run. */
  helper: "cosmos.helper",
  /** Which of our processes a helper works for. */
  helperOf: "cosmos.helper_of",
} as const;

export function labelsOf(spec: ContainerSpec): Record<string, string> {
  return {
    [label.run]: spec.run_id,
    [label.type]: spec.model_type,
    [label.attempt]: String(spec.attempt),
    [label.instance]: spec.instance,
  };
}

/** What the labels of a container say; null for what they don't. Engines may leave them out. */
export function readLabels(given: Readonly<Record<string, string>> | null | undefined) {
  const labels = given ?? {};
  const attempt = Number(labels[label.attempt]);
  return {
    run_id: labels[label.run] ?? null,
    model_type: labels[label.type] ?? null,
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : null,
    instance: labels[label.instance] ?? null,
  };
}
