import { join, resolve } from "node:path";
import Dockerode from "dockerode";
import { afterEach, expect, test } from "vitest";
import type { Engine } from "@/server/engine/engine";
import { requestCancel } from "@/server/runs/request-cancel";
import { echoing, useStage } from "../ancestor/use-stage";
import { sha256 } from "../ancestor/sha256";
import { describeWithDocker } from "../harness/describe-with-docker";
import { insertRun } from "../harness/factories";
import { testImage } from "../harness/test-image";
import { waitFor } from "../harness/wait-for";
import type { EnginePlace } from "../harness/worker";
import { scriptedDocker } from "./make-scripted-engine";

const PATIENCE_MS = 60_000;

describeWithDocker("holes of the ancestor, in containers", ({ socket, host }) => {
  const stage = useStage();
  const docker = new Dockerode({ socketPath: socket });
  const foreign: Dockerode.Container[] = [];

  afterEach(async () => {
    for (const container of foreign.splice(0)) await container.remove({ force: true });
  });

  /** A container that is none of ours, or only says so. */
  async function makeForeign(options: Partial<Dockerode.ContainerCreateOptions> = {}) {
    const HostConfig = { NetworkMode: "none" };
    const Cmd = ["sleep", "1000"];
    const container = await docker.createContainer({
      Image: testImage,
      Cmd,
      HostConfig,
      ...options,
    });
    foreign.push(container);
    await container.start();
    return container;
  }

  /** Programs that show what they were given. */
  function echoDocker(place: EnginePlace): Engine {
    const engine = scriptedDocker(host)(place);
    const source = resolve("tests/ancestor");
    return echoing({
      ...engine,
      createGated: (spec) =>
        engine.createGated({
          ...spec,
          mounts: [...spec.mounts, { source, target: source, readonly: true }],
        }),
    });
  }

  const isGone = (engine: Engine) =>
    waitFor(async () => (await engine.list()).length === 0, "containers to be gone", PATIENCE_MS);

  test("hole 2: a run keeps its log, exit code and outputs after its container is gone", async () => {
    const { scene } = stage;
    const { engine } = await stage.startWorker({ makeEngine: scriptedDocker(host) });
    const failing = await scene.submit({ hang: true });
    await scene.begun(failing.id);
    const [container] = await engine.list();
    const { HostConfig } = await docker.getContainer(container?.id ?? "").inspect();
    const good = await scene.submit({ lines: 3 });

    await docker.getContainer(container?.id ?? "").kill();

    const [failed, completed] = [await scene.ended(failing.id), await scene.ended(good.id)];
    await isGone(engine);
    expect(HostConfig.AutoRemove).toBe(false);
    expect(failed).toMatchObject({ status: "failed", exit_code: 137 });
    expect(scene.log(failed)).toContain("Starting diffusion sampling\n");
    expect(completed).toMatchObject({ status: "completed", exit_code: 0 });
    expect(scene.log(completed)).toContain("line 3\n");
    const files = completed.outputs.files as { path: string; sha256: string }[];
    const video = files.find(({ path }) => path.endsWith("output.mp4"));
    expect(video?.sha256).toBe(sha256(stage.read(good.id, "out/output.mp4")));
  });

  test("hole 8: a program in a container finds its video where its spec says", async () => {
    const { scene } = stage;
    await stage.startWorker({ makeEngine: echoDocker });

    const run = await scene.ended((await stage.submitText("A city")).id);

    expect(run.status).toBe("completed");
    expect(scene.log(run)).toContain('"input_video_path":"/job/in/input.mp4"');
    expect(stage.read(run.id, "out/output.mp4")).toEqual(stage.read(run.id, "in/input.mp4"));
  });

  test("hole 18: two live containers whose names would be alike belong to their own runs", async () => {
    const { scene, database } = stage;
    const { engine } = await stage.startWorker({ slots: 2, makeEngine: echoDocker });
    const ids = ["sameprefix01", "sameprefix02"];
    const execution_config = {
      ...{ model: "reference", prompt_text: "wait", input_video: "inputs/city/color.mp4" },
      weights: { vis: 1 },
    };
    for (const id of ids) await insertRun(database.db, { id, execution_config });
    for (const id of ids) await scene.begun(id);

    const { containers } = await stage.activity((activity) => activity.containers.length === 2);

    expect(containers.map(({ run_id }) => run_id).sort()).toEqual(ids);
    expect(new Set(containers.map(({ container_name }) => container_name)).size).toBe(2);
    await requestCancel(scene.ctx, { id: String(ids[0]) });
    await scene.ended(String(ids[0]));
    stage.finish(String(ids[1]));
    expect((await scene.ended(String(ids[1]))).status).toBe("completed");
    await isGone(engine);
  });

  test("hole 20: cancelling ends one container, not others of the image, whatever became of its name", async () => {
    const { scene } = stage;
    const image = "cosmos-hole-20:1";
    await docker.getImage(testImage).tag({ repo: "cosmos-hole-20", tag: "1" });
    const stranger = await makeForeign();
    const makeEngine = scriptedDocker(host, { image });
    const { engine } = await stage.startWorker({ slots: 2, makeEngine });
    const [mine, other] = [await scene.submit({ hang: true }), await scene.submit({ hang: true })];
    for (const { id } of [mine, other]) await scene.begun(id);
    await docker.getImage(image).remove();

    await requestCancel(scene.ctx, { id: mine.id });

    expect(await scene.ended(mine.id)).toMatchObject({ status: "cancelled" });
    const left = await waitFor(
      async () => {
        const all = await engine.list();
        return all.length === 1 && all;
      },
      "one to be left",
      PATIENCE_MS,
    );
    expect(left).toMatchObject([{ run_id: other.id, state: "running" }]);
    expect((await stranger.inspect()).State.Running).toBe(true);
  });

  test("hole 34: what an operator types reaches a program in a container as it was typed", async () => {
    const { scene, database } = stage;
    await stage.startWorker({ makeEngine: echoDocker });
    const text = `"; touch /job/out/trap; $(touch /job/out/trap) '\nEOF\n`;

    const run = await scene.ended((await stage.submitText(text)).id);

    expect(run.status).toBe("completed");
    expect(JSON.parse(scene.log(run).split("\n")[0] ?? "")).toMatchObject({ prompt: text });
    const out = join(database.env.dataDir, "runs", run.id, "out");
    expect((run.outputs.files as { path: string }[]).map(({ path }) => path)).toEqual([
      `${out.slice(database.env.dataDir.length + 1)}/output.mp4`,
    ]);
  });

  test("hole 36: containers with the oddest labels neither hide nor change others", async () => {
    const { scene, database } = stage;
    await stage.startWorker({ makeEngine: scriptedDocker(host) });
    const { id } = await scene.submit({ hang: true });
    await scene.begun(id);
    const [row] = await database.sql`select instance from settings`;
    const odd = `a|b\n${id}\t"'`;
    await makeForeign({
      Labels: {
        ...{ "cosmos.instance": String(row?.instance), "cosmos.run_id": odd },
        ...{ "cosmos.model_type": "x|y\nz", "cosmos.attempt": "many" },
      },
    });
    await makeForeign();

    const activity = await stage.activity(({ containers }) => containers.length === 2);

    expect(activity.orphans.map(({ run_id }) => run_id)).toEqual([odd]);
    const ours = activity.containers.filter(({ orphan }) => !orphan);
    expect(ours).toMatchObject([{ run_id: id, model_type: "transfer", state: "running" }]);
    expect(activity.missing).toEqual([]);
  });
});
