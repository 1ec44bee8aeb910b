import type { Container } from "../engine";
import { readEngine, unreachable } from "./ask-engine";
import { label, readLabels } from "./container-labels";
import type { DockerEngineOptions } from "./docker-engine-options";
import { observeContainer, stateOf } from "./observe-container";

/**
 * All containers of this instance, or those with further labels (`name=value`). One request for all that
 * live; only those that have ended are asked one by one, for their exit code.
 */
export async function listContainers(
  options: DockerEngineOptions,
  also: readonly string[] = [],
): Promise<Container[]> {
  const { docker, instance, access, labels } = options;
  const filters = { label: [`${label.instance}=${instance}`, ...also] };
  const found = await readEngine(docker.listContainers({ all: true, filters }));
  // Of an answer that is no list, as a proxy may give it, nothing must be concluded.
  if (!Array.isArray(found)) throw unreachable(new Error("what it sent is no list of containers"));
  const seen = await Promise.all(
    found.map(async (info): Promise<Container | null> => {
      if (info.State === "removing") return null;
      if (info.State === "exited" || info.State === "dead") {
        return observeContainer(options, info.Id);
      }
      labels.note(info.Id, info.Labels);
      const begun = await access.begunAt({ id: info.Id, labels: info.Labels });
      return {
        id: info.Id,
        name: (info.Names[0] ?? "").replace(/^\//, ""),
        ...readLabels(info.Labels),
        state: stateOf(info.State, begun),
        exit_code: null,
        started_at: begun,
        finished_at: null,
        image_id: info.ImageID,
        oom_killed: false,
      };
    }),
  );
  return seen.flatMap((container) => container ?? []);
}
