import { z } from "zod";
import { explainEngineError } from "../engine-errors";
import type { EngineRecord } from "../records";
import { type DoctorCheck, fine } from "./doctor-check";

/** What an engine may say of itself; anything else is left alone. */
const Details = z.looseObject({
  kind: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  host: z.string().optional().catch(undefined),
  problems: z.array(z.string()).catch([]),
});

const checks = {
  unknown: ({ name }: EngineRecord): DoctorCheck => ({
    name,
    status: "failed",
    message: "Its worker does not run or has not reported for 15 s: nothing is known of it.",
    advice: "Start a worker: npm start, or cosmos up --only worker.",
  }),
  unreachable: ({ name, error }: EngineRecord): DoctorCheck => {
    const said = error ?? "no answer";
    const explained = explainEngineError(said);
    const advice = explained?.error_message ?? "See that the engine runs and is reachable.";
    return { name, status: "failed", message: `It does not answer: ${said}`, advice };
  },
  healthy: checkHealthy,
} satisfies Record<EngineRecord["health"], (engine: EngineRecord) => DoctorCheck>;

/** Whether an engine answers, can take runs and is set up as it should be. */
export function checkEngine(engine: EngineRecord): DoctorCheck[] {
  const named = { ...engine, name: `engine ${engine.name}` };
  const { problems } = Details.parse(engine.details);
  return [
    checks[engine.health](named),
    ...(engine.health === "healthy" ? problems : []).map(
      (message): DoctorCheck => ({ name: named.name, status: "warning", message, advice: null }),
    ),
  ];
}

function checkHealthy(engine: EngineRecord): DoctorCheck {
  const { kind, version, host } = Details.parse(engine.details);
  const what = [kind ?? "engine", version, host && `on ${host}`].filter(Boolean).join(" ");
  const { name, slots } = engine;
  const place = `${slots.length} ${slots.length === 1 ? "slot" : "slots"}`;
  const message = `It answers: ${what}, ${place}.`;
  if (kind === "Docker" && version && isTooOld(version)) {
    const advice = "Cosmos needs Docker 20.10 or later: install a newer one.";
    return { name, status: "failed", message, advice };
  }
  if (slots.length === 0) {
    const advice = "No run can start on it: see COSMOS_GPUS and COSMOS_SLOTS.";
    return { name, status: "failed", message, advice };
  }
  if (engine.draining) {
    const advice = `It takes no further runs until: cosmos engines undrain ${name.slice(7)}.`;
    return { name, status: "warning", message, advice };
  }
  return fine(name, message);
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < 20 || (major === 20 && minor < 10);
}
