import { type Env, programEnv } from "@/env";
import type { Engine } from "../engine/engine";
import { chooseGpuSource } from "../gpus/choose-gpu-source";
import { ownerFinder } from "../gpus/find-owners";
import { GpuBoard } from "./gpu-board";
import { type GpuTie, listSlots } from "./list-slots";
import { fixedBoard, type SlotBoard } from "./slot-board";

/** A container is given its device and numbers it anew; a process must be told which one is its own. */
const ties: Record<Engine["kind"], GpuTie> = { local: "environment", docker: "device" };

/** The slots of an engine, as the environment says and as the GPUs of its host are found. */
export function createBoard(env: Env, engine: Engine): SlotBoard {
  if (env.COSMOS_GPUS === "none") return fixedBoard(listSlots(env));
  const machine = { ...engine.host, path: programEnv().PATH ?? "" };
  return new GpuBoard({
    settings: env,
    source: chooseGpuSource(env, machine),
    findOwners: ownerFinder(engine, machine, env.dataDir),
    tie: ties[engine.kind],
  });
}
