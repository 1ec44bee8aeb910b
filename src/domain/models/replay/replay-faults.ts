import { type Fault, faults } from "../../operations/shared-fields";

/** Failures that only the reference operators know. */
const referenceOnly: readonly Fault[] = ["bad_input", "blocked"];

/** Every failure that a replay can rehearse: the whole catalogue. */
export const replayFaults: readonly Fault[] = faults.filter(
  (fault) => !referenceOnly.includes(fault),
);
