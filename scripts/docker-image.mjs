import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";
import { findProgram } from "./find-program.mjs";
import { runCommand } from "./run-command.mjs";

const root = join(import.meta.dirname, "..");
const usage = `usage: npm run docker:image [-- [--output FILE] [--name NAME]]

Makes the image of the reference operators out of what this machine has, without a registry, and
loads it into the Docker at DOCKER_HOST. With --output it only writes the archive for docker load.`;

try {
  await makeImage();
} catch (error) {
  failPlainly(error);
}

async function makeImage() {
  const options = {
    output: { type: "string" },
    name: { type: "string" },
    help: { type: "boolean", short: "h" },
  };
  const { values } = parseArgs({ options });
  if (values.help) return console.log(usage);
  if (process.platform !== "linux")
    throw new Error("The image is made of this machine's own programs, so it needs Linux.");
  assertNodeVersion();
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  await ensureInstalled();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt({ parts: ["bundles"] });

  const name = values.name ?? (process.env.COSMOS_IMAGE_REFERENCE || "cosmos-reference");
  const folder = mkdtempSync(join(tmpdir(), "cosmos-image-"));
  const file = values.output ? resolve(values.output) : join(folder, "image.tar");
  try {
    const { writeImage } = await import("./image/write-image.mjs");
    const { referenceFiles } = await import("./image/reference-files.mjs");
    const { id } = await writeImage(file, { name, files: referenceFiles() });
    if (!values.output) await load(file);
    const megabytes = Math.round(statSync(file).size / 1e6);
    console.log(`${values.output ? `Wrote ${file}:` : "Loaded"} ${name} ${id} ${megabytes} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Docker's own client knows all kinds of addresses; without it, dockerode reads DOCKER_HOST. */
async function load(file) {
  const docker = findProgram("docker");
  if (docker) return runCommand(docker, ["load", "--quiet", "--input", file]);
  const { default: Dockerode } = await import("dockerode");
  const answer = await new Dockerode().loadImage(createReadStream(file), { quiet: true });
  let text = "";
  answer.on("data", (part) => (text += part));
  await once(answer, "end");
  if (text.includes('"error"')) throw new Error(`Docker did not load the image: ${text}`);
}
