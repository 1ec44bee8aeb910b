import type { Env } from "@/env";
import type { Engine } from "../engine/engine";
import { listSlots } from "./list-slots";
import { fixedBoard, type SlotBoard } from "./slot-board";

/** The slots of an engine, as the environment says. */
export function createBoard(env: Env, _engine: Engine): SlotBoard {
  return fixedBoard(listSlots(env));
}
