import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelTypes } from "@/domain/operations/registry";
import type { ImageFile } from "../../scripts/image/lay-out-layer.mjs";
import { baseFiles } from "../../scripts/image/base-files.mjs";
import { writeImage } from "../../scripts/image/write-image.mjs";
import { startDockerd, type TestDockerd } from "../../tests/harness/dockerd";
import { type Product, withProduct } from "../start-product";
import { root } from "../root";

/** Node, a shell, and the operator that only tells the time. */
export const benchImage = "cosmos-bench";
/** The operator's program in it. */
export const operatorPath = "/opt/cosmos/operators/enhance.mjs";

/** Does some work with a Docker engine of its own, which knows the image; `also` replaces files in it. */
export async function withDockerd<T>(
  work: (dockerd: TestDockerd) => Promise<T>,
  also: ImageFile[] = [],
): Promise<T> {
  const dockerd = await startDockerd({ liveRestore: true });
  const folder = mkdtempSync(join(tmpdir(), "cosmos-bench-image-"));
  try {
    const archive = join(folder, "image.tar");
    const operators = modelTypes.map((type) => ({
      path: `/opt/cosmos/operators/${type}.mjs`,
      source: join(root, "bench/operator.mjs"),
    }));
    const replaced = new Set(also.map(({ path }) => path));
    const base = baseFiles().filter(({ path }) => !replaced.has(path));
    await writeImage(archive, { name: benchImage, files: [...base, ...operators, ...also] });
    await dockerd.load(archive);
    return await work(dockerd);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await dockerd.stop();
  }
}

/** The same, with the built product on that engine. */
export function withDockerProduct<T>(
  work: (product: Product, dockerd: TestDockerd) => Promise<T>,
  also: ImageFile[] = [],
): Promise<T> {
  const onDocker = (dockerd: TestDockerd) =>
    withProduct((product) => work(product, dockerd), {
      COSMOS_ENGINE: "docker",
      DOCKER_HOST: dockerd.host,
      DOCKER_HOSTS: "",
      COSMOS_IMAGE_REFERENCE: benchImage,
    });
  return withDockerd(onDocker, also);
}
