// Starts or finds the built-in server of a data folder, says which, and waits to be killed.
import { ensureEmbedded } from "@/server/db/embedded/ensure-embedded";

const [dataDir = "", root = "", stay] = process.argv.slice(2);
try {
  process.stdout.write(`${JSON.stringify(await ensureEmbedded(dataDir, { root }))}\n`);
  if (stay) setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
