import { createHash } from "node:crypto";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { layOutLayer } from "./lay-out-layer.mjs";
import { writeTar } from "./write-tar.mjs";

const born = "1970-01-01T00:00:00Z";
const architectures = { x64: "amd64", arm64: "arm64" };
const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * Writes an archive for `docker load`, of one layer that holds `files`. The same files make the same
 * image id, on any machine. `file` is complete as soon as it exists.
 * @param {string} file
 * @param {{ name: string, files: import("./lay-out-layer.mjs").ImageFile[], env?: string[] }} image
 *   `name` without a tag means `latest`.
 * @returns {Promise<{ id: string }>} `sha256:…`
 */
export async function writeImage(file, { name, files, env = [] }) {
  const folder = mkdtempSync(join(dirname(file), ".image-"));
  try {
    const layer = join(folder, "layer.tar");
    const digest = await writeTar(layer, layOutLayer(files));
    const config = JSON.stringify({
      architecture: architectures[process.arch] ?? process.arch,
      os: "linux",
      created: born,
      config: { Env: [path, ...env], WorkingDir: "/" },
      rootfs: { type: "layers", diff_ids: [`sha256:${digest}`] },
      history: [{ created: born, created_by: "cosmos" }],
    });
    const id = createHash("sha256").update(config).digest("hex");
    const tag = name.includes(":") ? name : `${name}:latest`;
    const manifest = [{ Config: `${id}.json`, RepoTags: [tag], Layers: ["layer.tar"] }];
    const archive = join(folder, "image.tar");
    await writeTar(archive, [
      { path: `${id}.json`, mode: 0o644, data: config },
      { path: "layer.tar", mode: 0o644, source: layer },
      { path: "manifest.json", mode: 0o644, data: JSON.stringify(manifest) },
    ]);
    renameSync(archive, file);
    return { id: `sha256:${id}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
