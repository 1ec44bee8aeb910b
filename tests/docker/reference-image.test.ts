import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDecodes } from "@/media/check-decodes";
import { resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { describeWithDocker } from "../harness/describe-with-docker";
import { dockerRequest } from "../harness/docker-request";
import { waitFor } from "../harness/wait-for";

const root = join(import.meta.dirname, "../..");
const image = "cosmos-reference-under-test";
const patience = 600_000;

interface Inspected {
  State: { Status: string; ExitCode: number };
}

describeWithDocker("the image of the reference operators", ({ socket, host }) => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "cosmos-reference-image-"));
    await makeImage("--name", image);
  }, patience);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const makeImage = async (...args: string[]) => {
    const script = join(root, "scripts/docker-image.mjs");
    const env = { ...process.env, DOCKER_HOST: host, TMPDIR: folder };
    return (await promisify(execFile)(process.execPath, [script, ...args], { env })).stdout;
  };

  test("has the same id whenever it is made of the same files", async () => {
    const file = join(folder, "image.tar");
    const said = await makeImage("--name", image, "--output", file);
    rmSync(file);
    const loaded = await dockerRequest(socket, { path: `/images/${image}/json` });
    expect(said).toContain(loaded.json<{ Id: string }>().Id);
  });

  const inputs: Record<string, { video: string; spec: object; makes: string }> = {
    enhance: {
      video: "assets/demo/color.mp4",
      spec: { prompt: readFileSync(join(root, "assets/demo/prompt.txt"), "utf8") },
      makes: "result.json",
    },
    transfer: {
      video: "assets/demo/color.mp4",
      spec: { prompt: "a snowy day", num_steps: 2, seed: 1, edge: { control_weight: 0.5 } },
      makes: "output.mp4",
    },
    upscale: {
      video: "tests/fixtures/clip.mp4",
      spec: { upscale: { control_weight: 0.5 } },
      makes: "output.mp4",
    },
  };
  test.each(Object.entries(inputs))(
    "%s runs in it without a network, on inputs that it can't change",
    async (operator, { video, spec, makes }) => {
      const places = { in: join(folder, operator, "in"), out: join(folder, operator, "out") };
      for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
      cpSync(join(root, video), join(places.in, "video.mp4"));
      const whole =
        operator === "enhance" ? spec : { ...spec, input_video_path: "/job/in/video.mp4" };
      writeFileSync(join(places.in, "spec.json"), JSON.stringify(whole));

      const { code, log } = await runOperator(socket, operator, places);
      expect(code, log).toBe(0);
      const made = join(places.out, makes);
      if (makes.endsWith(".mp4")) await checkDecodes(await resolveFfmpeg(), made);
      else expect(JSON.parse(readFileSync(made, "utf8"))).toBeTypeOf("object");
    },
    patience,
  );
});

async function runOperator(socket: string, operator: string, places: { in: string; out: string }) {
  const post = async (path: string, body: object) => {
    const answer = await dockerRequest(socket, { method: "POST", path, body });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer;
  };
  const program = `/opt/cosmos/operators/${operator}.mjs`;
  const created = await post("/containers/create", {
    Image: image,
    Cmd: ["/usr/local/bin/node", program, "--spec", "/job/in/spec.json", "--out", "/job/out"],
    HostConfig: {
      NetworkMode: "none",
      Init: true,
      Binds: [`${places.in}:/job/in:ro`, `${places.out}:/job/out`],
    },
  });
  const path = `/containers/${created.json<{ Id: string }>().Id}`;
  await post(`${path}/start`, {});
  const inspect = async () => {
    const { State } = (await dockerRequest(socket, { path: `${path}/json` })).json<Inspected>();
    return State.Status === "exited" && State;
  };
  const { ExitCode } = await waitFor(inspect, `the end of ${operator}`, patience - 10_000);
  const log = await dockerRequest(socket, { path: `${path}/logs?stdout=1&stderr=1` });
  await dockerRequest(socket, { method: "DELETE", path });
  return { code: ExitCode, log: log.text };
}
