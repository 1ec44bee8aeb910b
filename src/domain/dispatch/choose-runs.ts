import type { GpuNeed } from "../models/define-model";

/** A pending run that waits for nothing but a place. */
export interface Candidate {
  id: string;
  /** Null when it runs on the CPU. */
  need: GpuNeed | null;
  /** How many GPUs it asks for; 0 on the CPU. */
  gpus: number;
  /** Why this engine can never execute it; null when it can. */
  impossible: string | null;
}

/** A slot as the dispatcher sees it. */
export interface Place {
  slot: string;
  label: string;
  taken: boolean;
  isGpu: boolean;
  /** Memory of the card that nothing holds, in MiB; null when not known. */
  freeMiB: number | null;
  /** All memory of the card, in MiB; null when not known. */
  totalMiB: number | null;
  /** What foreign programs hold of it, in words; null when there are none. */
  foreign: string | null;
}

export interface Choice {
  /** Runs to claim now, with the slots each takes. */
  claims: { id: string; slots: string[] }[];
  /** Runs that come next, in order, as far as a slot could serve them. */
  next: string[];
  /** Why a run waits, in words; null when only for its turn. Every candidate has an entry. */
  reasons: Map<string, string | null>;
}

/** A card counts as empty while its driver alone holds memory of it: vLLM wants 98 %. */
const EMPTY_SHARE = 0.98;

/**
 * Which runs start where. Strict order: a run that could be executed here but finds no place keeps all
 * that come after it waiting, so that one that needs many GPUs is not overtaken for ever. Runs that can
 * never be executed here are passed over.
 */
export function chooseRuns(candidates: readonly Candidate[], places: readonly Place[]): Choice {
  const choice: Choice = { claims: [], next: [], reasons: new Map() };
  let free = places.filter((place) => !place.taken);
  let held = false;
  for (const candidate of candidates) {
    const never = candidate.impossible ?? whyNever(candidate, places);
    if (never) {
      choice.reasons.set(candidate.id, never);
      continue;
    }
    const found = held ? { slots: null, reason: null } : findSlots(candidate, free);
    choice.reasons.set(candidate.id, found.reason);
    if (found.slots) {
      const { slots } = found;
      choice.claims.push({ id: candidate.id, slots });
      free = free.filter((place) => !slots.includes(place.slot));
    } else {
      held = true;
      choice.next.push(candidate.id);
    }
  }
  return choice;
}

/** A card that is large enough for the run, be it free or not. */
function suits({ need }: Candidate, { isGpu, totalMiB }: Place): boolean {
  return isGpu && (totalMiB === null || totalMiB >= (need?.freeMemoryMiB ?? 0));
}

function whyNever(candidate: Candidate, places: readonly Place[]): string | null {
  const { gpus, need } = candidate;
  const cards = places.filter((place) => place.isGpu);
  const large = cards.filter((place) => suits(candidate, place));
  if (gpus <= large.length) return null;
  if (cards.length === 0) return "It needs a GPU, and this engine has none.";
  if (gpus > cards.length) return `It needs ${gpus} GPUs, and this engine has ${cards.length}.`;
  return `It needs ${gpus} GPU${gpus > 1 ? "s" : ""} of ${need?.freeMemoryMiB} MiB, and this engine has ${large.length}.`;
}

function findSlots(candidate: Candidate, free: readonly Place[]) {
  const wanted = Math.max(1, candidate.gpus);
  const able = candidate.gpus === 0 ? free : free.filter((place) => suits(candidate, place));
  if (able.length < wanted) return { slots: null, reason: null };
  const fit = able.filter((place) => candidate.gpus === 0 || obstacle(candidate, place) === null);
  if (fit.length >= wanted) {
    return { slots: fit.slice(0, wanted).map((place) => place.slot), reason: null };
  }
  const obstacles = able.flatMap((place) => obstacle(candidate, place) ?? []);
  return { slots: null, reason: obstacles.join(" ") };
}

/** Why a free card cannot take the run now. */
function obstacle({ need }: Candidate, place: Place): string | null {
  if (!need) return null;
  if (need.exclusive && place.foreign) {
    return `It needs ${place.label} for itself, and ${place.foreign} of it.`;
  }
  const { freeMiB, totalMiB } = place;
  if (need.exclusive && freeMiB !== null && totalMiB !== null && freeMiB < totalMiB * EMPTY_SHARE) {
    return `It needs ${place.label} for itself, and ${totalMiB - freeMiB} MiB of it are in use.`;
  }
  if (freeMiB !== null && freeMiB < need.freeMemoryMiB) {
    const held = place.foreign ? `: ${place.foreign} of it` : "";
    return `It needs ${need.freeMemoryMiB} MiB of ${place.label}, of which ${freeMiB} MiB are free${held}.`;
  }
  return null;
}
