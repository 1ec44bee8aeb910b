import { LogFile } from "./log-file";

/** Says in a run's log that its container has gone before all of the log was brought here. */
export async function noteLostLog(folder: string): Promise<void> {
  const log = await LogFile.open(folder);
  try {
    await log.noteEnd(
      "the Docker engine no longer has the container; what it wrote later is lost.",
    );
  } finally {
    await log.close();
  }
}
