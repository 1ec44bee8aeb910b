import { type DoctorCheck, fine } from "./doctor-check";
import type { DoctorFacts } from "./doctor-facts";

const GB = 1e9;
/** Less than this, and the next run may fail. */
const TOO_LITTLE = 2 * GB;
const LITTLE = 20 * GB;

/** Whether there is room for runs. */
export function checkDataFolder({ data_folder: folder }: DoctorFacts): DoctorCheck {
  const name = "data folder";
  if (!folder.writable) {
    const message = "Nothing can be written to the data folder.";
    const advice = "Give the server's user the right to write there, or set COSMOS_DATA_DIR.";
    return { name, status: "failed", message, advice };
  }
  const message = `${inGb(folder.free_bytes)} of ${inGb(folder.total_bytes)} are free.`;
  if (folder.free_bytes >= LITTLE) return fine(name, message);
  const status = folder.free_bytes < TOO_LITTLE ? "failed" : "warning";
  const advice = "Delete runs that are no longer needed, or move the folder to a larger disk.";
  return { name, status, message, advice };
}

const inGb = (bytes: number) => `${(bytes / GB).toFixed(bytes < 10 * GB ? 1 : 0)} GB`;
