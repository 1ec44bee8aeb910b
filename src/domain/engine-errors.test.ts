import { expect, test } from "vitest";
import { engineErrors, explainEngineError } from "./engine-errors";

const oci = "OCI runtime create failed: runc create failed: unable to start container process: ";
const hook = `${oci}error during container init: error running hook #0: error running hook: exit status 1, stdout: , stderr: Auto-detected mode as 'legacy'\n`;

/** In the engines' own words. */
const said: readonly [code: string, message: string][] = [
  ["engine_no_gpu_toolkit", 'could not select device driver "" with capabilities: [[gpu]]'],
  ["engine_no_gpu_toolkit", 'could not select device driver "nvidia" with capabilities: [[gpu]]'],
  ["engine_no_cdi", 'could not select device driver "cdi" with capabilities: []'],
  [
    "engine_no_cdi",
    "failed to create task for container: CDI device injection failed: unresolvable CDI devices nvidia.com/gpu=0",
  ],
  ["engine_no_nvidia_runtime", "Unknown runtime specified nvidia"],
  ["engine_no_nvidia_runtime", "unknown or invalid runtime name: nvidia"],
  [
    "engine_driver_too_old",
    `${hook}nvidia-container-cli: requirement error: unsatisfied condition: cuda>=12.4, please update your driver to a newer version, or use an earlier cuda container: unknown`,
  ],
  [
    "engine_no_driver",
    `${hook}nvidia-container-cli: initialization error: nvml error: driver not loaded: unknown`,
  ],
  [
    "engine_no_driver",
    `${hook}nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory: unknown`,
  ],
  [
    "engine_driver_mismatch",
    `${hook}nvidia-container-cli: initialization error: nvml error: driver/library version mismatch: unknown`,
  ],
  [
    "engine_gpu_unknown",
    `${hook}nvidia-container-cli: device error: GPU-7: unknown device: unknown`,
  ],
  ["engine_mig", `${hook}nvidia-container-cli: device error: MIG-3aa9: unknown device: unknown`],
  ["engine_toolkit_broken", `${hook}nvidia-container-cli: ldcache error: process failed: unknown`],
  [
    "engine_toolkit_broken",
    'OCI runtime create failed: unable to retrieve OCI runtime error: exec: "nvidia-container-runtime": executable file not found in $PATH: unknown',
  ],
  ["engine_gpu_lost", "Failed to initialize NVML: Unknown Error"],
  ["engine_gpu_busy", "CUDA error: all CUDA-capable devices are busy or unavailable"],
  [
    "engine_no_device",
    'error gathering device information while adding custom device "/dev/nvidia0": no such file or directory',
  ],
  ["engine_no_image", "No such image: cosmos-transfer1:latest"],
  ["engine_no_image", "pull access denied for cosmos-transfer1, repository does not exist"],
  ["engine_bad_image_name", "invalid reference format: repository name must be lowercase"],
  ["engine_no_space", "mkdir /var/lib/docker/overlay2/1: no space left on device"],
  [
    "engine_no_folder",
    'invalid mount config for type "bind": bind source path does not exist: /srv/cosmos',
  ],
  ["engine_no_program", `${oci}exec: "python9": executable file not found in $PATH: unknown`],
  ["engine_no_program", `${oci}exec: "/opt/x": stat /opt/x: no such file or directory: unknown`],
  ["engine_program_not_executable", `${oci}exec: "/opt/x": permission denied: unknown`],
  ["engine_wrong_architecture", `${oci}exec /bin/sh: exec format error`],
  ["engine_name_taken", 'Conflict. The container name "/a" is already in use by container "b".'],
  ["engine_cgroup", `${oci}unable to apply cgroup configuration: failed to write 1`],
  ["engine_apparmor", `${oci}unable to apply apparmor profile: no such file or directory`],
  ["engine_out_of_memory", "fork/exec /usr/bin/runc: cannot allocate memory"],
  ["engine_no_permission", "connect EACCES /var/run/docker.sock"],
  [
    "engine_no_permission",
    "dial unix /var/run/docker.sock: connect: permission denied while trying to connect to the Docker daemon socket",
  ],
  ["engine_ssh_refused", "root@gpu1: Permission denied (publickey,password)."],
  ["engine_tls", "Client sent an HTTP request to an HTTPS server."],
  ["engine_api_version", "client version 1.24 is too old. Minimum supported API version is 1.44"],
  ["engine_not_running", "connect ECONNREFUSED 10.0.0.5:2376"],
  ["engine_timeout", "context deadline exceeded"],
  ["engine_start_failed", `${oci}something new`],
];

test.each(said)("%s is what the engine means by: %s", (code, message) => {
  expect(explainEngineError(message)?.error_code).toBe(code);
});

test("each explanation is reached by words that an engine has said", () => {
  const reached = new Set(said.map(([code]) => code));
  expect(
    engineErrors.map(({ error_code }) => error_code).filter((code) => !reached.has(code)),
  ).toEqual([]);
});

test("an explanation names the program or the GPU that is missing", () => {
  expect(explainEngineError(`${oci}exec: "python9": executable file not found in $PATH`)).toEqual({
    error_code: "engine_no_program",
    error_message:
      "The image has no program python9. It is another image than the model needs: build it anew.",
  });
});

test("what is not known is not explained", () => {
  expect(explainEngineError("something else happened")).toBeNull();
});
