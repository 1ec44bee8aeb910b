import { describe, inject } from "vitest";

/**
 * `describe` that gets the engine that all files share, with the image `cosmos-test`, and skips by
 * name where there is none. A file that kills its engine starts its own (`startDockerd`).
 */
export function describeWithDocker(
  name: string,
  tests: (docker: { socket: string; host: string }) => void,
): void {
  const docker = inject("docker");
  if ("socket" in docker) describe(name, () => tests(docker));
  else describe.skip(`${name} (skipped: ${docker.missing})`, () => tests({ socket: "", host: "" }));
}
