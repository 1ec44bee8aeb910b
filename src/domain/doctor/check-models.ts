import { z } from "zod";
import { defaultModel } from "../default-model";
import type { ModelOperation } from "../models/define-model";
import { models } from "../models/registry";
import { modelTypes } from "../operations/registry";
import type { EngineRecord } from "../records";
import { type DoctorCheck, fine } from "./doctor-check";
import type { DoctorFacts } from "./doctor-facts";

/** Ids of the images that an engine's host has, by what names them in settings; null for a missing one. */
const Images = z.object({ images: z.record(z.string(), z.string().nullable()) });

type Problem = Pick<DoctorCheck, "status" | "message" | "advice">;

interface Candidate {
  facts: DoctorFacts;
  model: string;
  operation: ModelOperation;
}

/** What could keep the default model of an operation from running, the most fundamental first. */
const obstacles: readonly ((candidate: Candidate) => Problem | null)[] = [
  needsContainers,
  needsImage,
  needsGpus,
  needsMemory,
  needsFolders,
  needsSecrets,
];

/** Whether the default model of each operation has all it needs. */
export function checkModels(facts: DoctorFacts): DoctorCheck[] {
  return modelTypes.map((type) => {
    const name = `model of ${type}`;
    const model = defaultModel(type, facts.settings);
    const operation = models[model]?.operations[type];
    if (!operation) {
      const advice = `Set COSMOS_MODEL_${type.toUpperCase()} to a model that can ${type}.`;
      return { name, status: "failed", message: `${model} cannot ${type}.`, advice };
    }
    for (const obstacle of obstacles) {
      const problem = obstacle({ facts, model, operation });
      if (problem) return { name, ...problem };
    }
    return fine(name, `${model} has what it needs.`);
  });
}

function needsContainers({ facts, model, operation }: Candidate): Problem | null {
  if (operation.runsAsProcess || facts.settings.COSMOS_ENGINE === "docker") return null;
  const message = `${model} runs in its image only, but runs are processes of this machine.`;
  return { status: "failed", message, advice: "Set COSMOS_ENGINE=docker (docs/gpu-host.md)." };
}

/** Known only where engines say which images they have. */
function needsImage({ facts, model, operation }: Candidate): Problem | null {
  const lacking = healthyOf(facts).filter(({ details }) => {
    const { images } = Images.safeParse(details).data ?? { images: {} };
    return images[operation.image] === null;
  });
  if (lacking.length === 0) return null;
  const status = lacking.length === healthyOf(facts).length ? "failed" : "warning";
  const message = `${namesOf(lacking)}: the image of ${model} is not there.`;
  return { status, message, advice: "Build or load it there (docs/gpu-host.md)." };
}

function needsGpus({ facts, model, operation }: Candidate): Problem | null {
  const engines = healthyOf(facts);
  if (!operation.gpus || engines.length === 0 || gpusOf(facts).length > 0) return null;
  const message = `${model} needs a GPU, and no engine has reported one.`;
  const advice = "See that nvidia-smi works on the engine's host, and COSMOS_GPUS.";
  return { status: "failed", message, advice };
}

function needsMemory({ facts, model, operation }: Candidate): Problem | null {
  const wanted = operation.gpus?.freeMemoryMiB ?? 0;
  const sizes = gpusOf(facts).map((gpu) => gpu.memory_total_mib ?? Number.POSITIVE_INFINITY);
  if (!operation.gpus || sizes.length === 0 || sizes.some((size) => size >= wanted)) return null;
  const message = `${model} needs ${Math.round(wanted / 1024)} GiB of one GPU; no GPU has as much.`;
  const advice = "Use a larger GPU or another model: its runs would wait for ever.";
  return { status: "failed", message, advice };
}

function needsFolders({ facts, model, operation }: Candidate): Problem | null {
  const { mounts } = operation.container;
  const unset = mounts.map(({ setting }) => setting).filter((name) => !facts.settings[name]);
  if (unset.length === 0) return null;
  const message = `${model} looks for its checkpoints, but there is no ${unset.join(" and no ")}.`;
  const advice = "Download them and name their folders on the engine's host (docs/gpu-host.md).";
  return { status: "failed", message, advice };
}

function needsSecrets({ facts, model, operation }: Candidate): Problem | null {
  const { HF_TOKEN, COSMOS_LLM_URL, COSMOS_LLM_MODEL } = facts.settings;
  if (operation.env.includes("COSMOS_LLM_URL") && !(COSMOS_LLM_URL && COSMOS_LLM_MODEL)) {
    const message = `${model} needs COSMOS_LLM_URL and COSMOS_LLM_MODEL.`;
    return { status: "failed", message, advice: "Set both in .env and start Cosmos again." };
  }
  if (operation.env.includes("HF_TOKEN") && !HF_TOKEN) {
    const message = `${model} may have to download gated checkpoints, but HF_TOKEN is not set.`;
    return { status: "warning", message, advice: "Set HF_TOKEN, unless they are in the cache." };
  }
  return null;
}

const healthyOf = ({ engines }: DoctorFacts) =>
  engines.filter(({ health }) => health === "healthy");
const gpusOf = (facts: DoctorFacts) => healthyOf(facts).flatMap(({ gpus }) => gpus);
const namesOf = (engines: readonly EngineRecord[]) => engines.map(({ name }) => name).join(", ");
