import { checkDataFolder } from "./check-data-folder";
import { checkEngine } from "./check-engine";
import { checkFfmpeg } from "./check-ffmpeg";
import { checkGpus } from "./check-gpus";
import { checkModels } from "./check-models";
import { checkServer } from "./check-server";
import type { DoctorCheck, DoctorRecord } from "./doctor-check";
import type { DoctorFacts } from "./doctor-facts";

/** Everything that could keep runs from completing, looked at in one go. */
export function examine(facts: DoctorFacts): DoctorRecord {
  const checks = [
    ...checkServer(facts),
    checkDataFolder(facts),
    ...checkWorker(facts),
    ...facts.engines.flatMap((engine) => [...checkEngine(engine), ...checkGpus(engine)]),
    ...checkFfmpeg(facts.engines),
    ...checkModels(facts),
  ];
  return { ok: checks.every(({ status }) => status !== "failed"), checks };
}

/** Each engine is checked by itself; here is what to say where none was ever reported. */
function checkWorker({ engines }: DoctorFacts): DoctorCheck[] {
  if (engines.length > 0) return [];
  const message = "No worker has ever reported: nothing can run.";
  const advice = "Start one: npm start, or cosmos up --only worker.";
  return [{ name: "worker", status: "failed", message, advice }];
}
