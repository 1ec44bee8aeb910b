import { readFile } from "node:fs/promises";
import { z } from "zod";
import { containerFiles } from "./container-files";

const LocalRecord = z.object({
  id: z.string(),
  name: z.string(),
  run_id: z.string(),
  model_type: z.string(),
  attempt: z.number().int(),
  instance: z.string(),
  argv: z.array(z.string()),
  /** Absolute path of the run's folder. */
  folder: z.string(),
  created_at: z.iso.datetime(),
});

/** What the local engine remembers of one container: its labels and how it was made. */
export type LocalRecord = z.infer<typeof LocalRecord>;

/** Reads the record in a container's folder. Throws when it is missing, cut short or foreign. */
export async function readRecord(recordFolder: string): Promise<LocalRecord> {
  const text = await readFile(containerFiles(recordFolder).record, "utf8");
  return LocalRecord.parse(JSON.parse(text));
}
