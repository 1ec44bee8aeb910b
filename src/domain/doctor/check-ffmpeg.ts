import { z } from "zod";
import type { EngineRecord } from "../records";
import { type DoctorCheck, fine } from "./doctor-check";

const Details = z.object({ ffmpeg: z.object({ kind: z.string(), version: z.string() }) });

/** The ffmpeg that a worker found; nothing is said where none has reported. */
export function checkFfmpeg(engines: readonly EngineRecord[]): DoctorCheck[] {
  const told = engines
    .filter(({ health }) => health !== "unknown")
    .map(({ details }) => Details.safeParse(details))
    .find(({ success }) => success);
  if (!told?.data) return [];
  const { kind, version } = told.data.ffmpeg;
  const message = `ffmpeg ${version}${kind === "bundled" ? ", the one that ships" : ""}.`;
  if (kind !== "bundled") return [fine("ffmpeg", message)];
  const advice = "It works but is two to three times slower: install ffmpeg, or set FFMPEG_PATH.";
  return [{ name: "ffmpeg", status: "warning", message, advice }];
}
