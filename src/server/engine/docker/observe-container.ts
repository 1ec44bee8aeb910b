import type Dockerode from "dockerode";
import type { ContainerState } from "@/domain/records";
import type { Container } from "../engine";
import { readEngine, unreachable } from "./ask-engine";
import { readLabels } from "./container-labels";
import type { DockerEngineOptions } from "./docker-engine-options";

type Info = Dockerode.ContainerInspectInfo;

/** What a container is now; null when there is none of ours with this id or name. */
export async function observeContainer(
  options: DockerEngineOptions,
  idOrName: string,
): Promise<Container | null> {
  const info = await inspectOurs(options, idOrName);
  if (!info) return null;
  const seen = await toContainer(options, info);
  // Asked for its begin, a container that has just been removed has none: the second look is final.
  const doubtful = seen.state === "exited" && seen.started_at === null;
  return doubtful && !(await inspectOurs(options, info.Id)) ? null : seen;
}

/** The engine's own words about a container of ours. One that is being removed has gone. */
export async function inspectOurs(
  { docker, instance }: DockerEngineOptions,
  idOrName: string,
): Promise<Info | null> {
  if (!/^\w[\w.-]*$/.test(idOrName)) return null;
  const info = await readEngine(docker.getContainer(idOrName).inspect());
  if (!info) return null;
  if (!info.State?.Status || !info.Config)
    throw unreachable(new Error("what it sent is no container"));
  if (info.State.Status === "removing") return null;
  return readLabels(info.Config.Labels).instance === instance ? info : null;
}

/** Translates what the engine says, together with whether the program has begun. */
async function toContainer(
  { access, labels }: DockerEngineOptions,
  info: Info,
): Promise<Container> {
  const { Id: id, State, Config } = info;
  labels.note(id, Config.Labels);
  const begun = await access.begunAt({ id, labels: Config.Labels });
  const state = stateOf(State.Status, begun);
  const exited = state === "exited";
  return {
    id,
    name: info.Name.replace(/^\//, ""),
    ...readLabels(Config.Labels),
    state,
    exit_code: exited ? State.ExitCode : null,
    started_at: begun,
    finished_at: exited ? new Date(State.FinishedAt) : null,
    image_id: info.Image,
    oom_killed: State.OOMKilled,
  };
}

/** Docker's words (created, running, paused, restarting, removing, exited, dead) in ours. */
export function stateOf(status: string, begun: Date | null): ContainerState {
  if (status === "created") return "created";
  if (status === "exited" || status === "dead") return "exited";
  return begun ? "running" : "gated";
}
