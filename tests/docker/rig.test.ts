import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWithDocker } from "../harness/describe-with-docker";
import { dockerRequest } from "../harness/docker-request";
import { startDockerd, type TestDockerd } from "../harness/dockerd";
import { loadTestImage, testImage } from "../harness/test-image";
import { waitFor } from "../harness/wait-for";

interface Inspected {
  State: { Status: string; ExitCode: number; Pid: number };
}

describeWithDocker("the engine of the tests", (shared) => {
  let dockerd: TestDockerd;
  beforeAll(async () => {
    dockerd = await startDockerd({ liveRestore: true });
    await loadTestImage(dockerd);
  });
  afterAll(() => dockerd.stop());

  test("runs a container with Node and a shell, without a network", async () => {
    const script = "echo $((6 * 7)) && node -p 6*8 | sha256sum && mkfifo /tmp/f && exit 3";
    const id = await run(shared.socket, ["/bin/sh", "-c", script]);
    const { State } = await waitFor(async () => {
      const seen = await inspect(shared.socket, id);
      return seen.State.Status === "exited" && seen;
    }, "the end of the container");
    expect(State.ExitCode).toBe(3);
    const logs = await dockerRequest(shared.socket, { path: `/containers/${id}/logs?stdout=1` });
    expect(logs.text).toContain("42");
    await dockerRequest(shared.socket, { method: "DELETE", path: `/containers/${id}` });
  });

  test("keeps its containers when it is killed and started again", async () => {
    const id = await run(dockerd.socket, ["sleep", "1000"]);
    const before = await inspect(dockerd.socket, id);
    await dockerd.kill();
    await expect(dockerRequest(dockerd.socket, { path: "/_ping" })).rejects.toThrow();
    expect(runs(before.State.Pid)).toBe(true);
    await dockerd.start();
    expect((await inspect(dockerd.socket, id)).State).toMatchObject({
      Status: "running",
      Pid: before.State.Pid,
    });
  });

  test("leaves nothing behind when it is stopped", async () => {
    const own = await startDockerd();
    const folder = dirname(own.socket);
    await loadTestImage(own);
    const id = await run(own.socket, ["sleep", "1000"]);
    const { Pid } = (await inspect(own.socket, id)).State;
    await own.stop();
    expect(existsSync(folder)).toBe(false);
    expect(runs(Pid)).toBe(false);
    expect(readFileSync("/proc/self/mountinfo", "utf8")).not.toContain(folder);
  });
});

/** Zombies, which nobody may reap, have no command line. */
function runs(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && readFileSync(file, "utf8") !== "";
}

async function run(socket: string, command: string[]): Promise<string> {
  const created = await dockerRequest(socket, {
    method: "POST",
    path: "/containers/create",
    body: { Image: testImage, Cmd: command, HostConfig: { NetworkMode: "none", Init: true } },
  });
  expect(created.status, created.text).toBe(201);
  const { Id } = created.json<{ Id: string }>();
  const started = await dockerRequest(socket, { method: "POST", path: `/containers/${Id}/start` });
  expect(started.status, started.text).toBe(204);
  return Id;
}

async function inspect(socket: string, id: string): Promise<Inspected> {
  return (await dockerRequest(socket, { path: `/containers/${id}/json` })).json<Inspected>();
}
