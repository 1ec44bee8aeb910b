import { runSteps, staticSteps, unitTests } from "./check-steps.mjs";

const failed = await runSteps([...staticSteps, unitTests]);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}.`);
  process.exit(1);
}
