import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { Engine } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { exited, logOf, specOf } from "../engine/spec-of";
import { describeWithDocker } from "../harness/describe-with-docker";
import { dockerRequest } from "../harness/docker-request";
import { testImage } from "../harness/test-image";
import { type Proxy, startProxy } from "./start-proxy";

interface Inspected {
  Mounts: { Type: string; Destination: string }[];
}

describeWithDocker("how a run's folder and its container come together", ({ socket, host }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos o'choice "));
  const instance = newId();
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await startProxy(socket);
  });
  afterAll(async () => {
    await proxy.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const make = (address: string, sharedData: "auto" | "yes" | "no") =>
    createDockerHost({
      name: "docker",
      address,
      instance,
      dataDir,
      sharedData,
      entryDir: resolve("assets/entry"),
      programsDir: resolve("assets/programs"),
      limits: { memoryBytes: null, pids: 1000 },
    });
  const specFor = (engine: Engine) => {
    const newFolder = () => {
      const folder = join(dataDir, "runs", newId());
      mkdirSync(join(folder, "out"), { recursive: true });
      return folder;
    };
    const rig = { engine, instance, newFolder, image: testImage } as EngineRig;
    return specOf(rig, `require("fs").writeFileSync("a", "1"); console.log("ran")`);
  };
  const mountOf = async (id: string, place: string) => {
    const info = await dockerRequest(socket, { path: `/containers/${id}/json` });
    return info.json<Inspected>().Mounts.find((mount) => mount.Destination === place)?.Type;
  };

  test("as mounts where the engine is here and sees the data folder", async () => {
    const engine = make(host, "auto");
    const { id } = await engine.createGated(specFor(engine));
    expect(await mountOf(id, "/job/out")).toBe("bind");
    await engine.stop(id, { intMs: 0, termMs: 0 });
    await engine.remove(id);
  });

  test("over the line where the engine is elsewhere", async () => {
    const engine = make(proxy.host, "auto");
    const { id } = await engine.createGated(specFor(engine));
    expect(await mountOf(id, "/job/out")).toBeUndefined();
    expect(await mountOf(id, "/job")).toBe("volume");
    await engine.stop(id, { intMs: 0, termMs: 0 });
    await engine.remove(id);
  });

  test.each(["yes", "no"] as const)(
    "as it was made, when the setting was %s and is another now",
    async (setting) => {
      const maker = make(host, setting);
      const spec = specFor(maker);
      const { id } = await maker.createGated(spec);
      const engine = make(host, setting === "yes" ? "no" : "yes");

      expect(await engine.inspect(id)).toMatchObject({ state: "gated" });
      await engine.openGate(id);
      expect(await exited(engine, id)).toMatchObject({ exit_code: 0 });
      await engine.collect(id, spec.folder);
      await engine.remove(id);

      expect(logOf(spec).toString()).toBe("ran\n");
      expect(readFileSync(join(spec.folder, "out", "a"), "utf8")).toBe("1");
    },
  );
});
