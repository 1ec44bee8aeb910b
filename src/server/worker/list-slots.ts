import type { GpuCard } from "@/domain/gpu/gpu-state";
import type { Env } from "@/env";
import type { Slot } from "./worker-context";

/** What ties a run to its GPU: a variable in the environment of a process, the device of a container. */
export type GpuTie = "environment" | "device";

type Settings = Pick<Env, "COSMOS_GPUS" | "COSMOS_SLOTS">;

/**
 * The slots of an engine: one for each GPU that COSMOS_GPUS names, or with `auto` for each that was found,
 * else COSMOS_SLOTS places on the CPU. Without `cards` nothing could be read, and names are trusted.
 */
export function listSlots(
  settings: Settings,
  cards: readonly GpuCard[] | null = null,
  tie: GpuTie = "environment",
): Slot[] {
  const { COSMOS_GPUS: names, COSMOS_SLOTS: places } = settings;
  const gpus =
    names === "none"
      ? []
      : names === "auto"
        ? (cards ?? []).map((card) => gpuSlot(String(card.index), card, tie))
        : namedSlots(names.split(","), cards, tie);
  if (gpus.length > 0 || isNamed(names)) return gpus;
  return Array.from({ length: places }, (_, index) => ({
    id: `cpu-${index}`,
    label: `CPU ${index}`,
    env: {},
    gpu: null,
  }));
}

/** The names of COSMOS_GPUS that are no GPU of the host. */
export function unknownGpus(settings: Settings, cards: readonly GpuCard[]): string[] {
  const { COSMOS_GPUS: names } = settings;
  if (!isNamed(names)) return [];
  return names.split(",").filter((name) => !isInstance(name) && !findCard(cards, name));
}

const isNamed = (names: string) => names !== "auto" && names !== "none";

/** A part of a split card has an id of its own, and no reading tells of it. */
const isInstance = (name: string) => name.startsWith("MIG-");

const findCard = (cards: readonly GpuCard[], name: string) =>
  cards.find((card) => card.uuid === name || String(card.index) === name);

function namedSlots(names: string[], cards: readonly GpuCard[] | null, tie: GpuTie): Slot[] {
  const slots = names.flatMap((name) => {
    const card = cards ? findCard(cards, name) : undefined;
    return cards && !card && !isInstance(name) ? [] : gpuSlot(name, card, tie);
  });
  // The same card by its index and by its id is one slot.
  return slots.filter(({ gpu }, at) => slots.findIndex((other) => other.gpu === gpu) === at);
}

function gpuSlot(name: string, card: GpuCard | undefined, tie: GpuTie): Slot {
  const gpu = card?.uuid ?? name;
  return {
    id: `gpu-${name}`,
    label: card ? `GPU ${card.index} · ${card.name}` : `GPU ${name}`,
    env: tie === "environment" ? { CUDA_VISIBLE_DEVICES: gpu } : {},
    gpu,
  };
}
