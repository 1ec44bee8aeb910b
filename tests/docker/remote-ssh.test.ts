import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { connectDocker } from "@/server/engine/docker/connect-docker";
import { eventually } from "../engine/eventually";
import { exited, logOf, specOf } from "../engine/spec-of";
import { describeWithDocker } from "../harness/describe-with-docker";
import { startSshd, type TestSshd, whatSshLacks } from "../harness/sshd";
import { makeArchiveRig, makeRemoteEngine } from "./make-archive-rig";

const missing = whatSshLacks();
const title = `a Docker host behind ssh${missing ? ` (skipped: ${missing})` : ""}`;

describe.skipIf(missing)("", () => {
  describeWithDocker(title, ({ socket, host }) => {
    let sshd: TestSshd;
    let rig: Awaited<ReturnType<typeof makeArchiveRig>>;
    const path = process.env.PATH;
    beforeAll(async () => {
      sshd = await startSshd();
      process.env.PATH = sshd.path;
      rig = await makeArchiveRig(host);
    });
    afterAll(async () => {
      process.env.PATH = path;
      sshd.stop();
      await rig.dispose();
    });

    test("runs a container from its inputs to its log and outputs", async () => {
      const instance = newId();
      const engine = makeRemoteEngine(`${sshd.address}${socket}`, instance);
      const source = `require("fs").cpSync("/job/in/a", "copy"); console.log("ran")`;
      const spec = { ...specOf(rig, source), instance };
      mkdirSync(join(spec.folder, "in"));
      writeFileSync(join(spec.folder, "in", "a"), "input");
      const following = new AbortController();

      const { id } = await engine.createGated(spec);
      engine.followLog(id, spec.folder, following.signal);
      await engine.openGate(id);
      const container = await exited(engine, id);
      await eventually(() => logOf(spec).toString() === "ran\n", 60_000);
      await engine.collect(id, spec.folder);
      await engine.remove(id);
      following.abort();

      expect(container.exit_code).toBe(0);
      expect(readFileSync(join(spec.folder, "out", "copy"), "utf8")).toBe("input");
    });

    test("requests one after the other share a connection", async () => {
      const docker = connectDocker(`${sshd.address}${socket}`);
      await docker.ping();
      const before = sshd.calls();
      for (let i = 0; i < 20; i++) await docker.ping();
      expect(sshd.calls()).toBe(before);
    });

    test("the reason of ssh is told when there is no way in", async () => {
      const stranger = sshd.address.replace(/\/\/.*@/, "//nobody-here@");
      await expect(connectDocker(stranger).ping()).rejects.toThrow(/Permission denied/);
      await expect(connectDocker("ssh://127.0.0.1:1").ping()).rejects.toThrow(/refused/);
    });
  });
});
