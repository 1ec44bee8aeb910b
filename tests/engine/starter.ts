import { createInterface } from "node:readline";
import { createLocalEngine } from "@/server/engine/local/create-local-engine";

/** A stand-in for a worker that can be killed: makes and opens the container of each line it reads. */
const [dataDir = "", entryDir = ""] = process.argv.slice(2);
const engine = createLocalEngine({
  dataDir,
  entryDir,
  nodePath: process.execPath,
  operatorsDir: dataDir,
  env: process.env,
});

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { spec, open } = JSON.parse(line);
  const { id } = await engine.createGated(spec);
  if (open) await engine.openGate(id);
  process.stdout.write(`${id}\n`);
}
