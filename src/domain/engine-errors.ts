import type { Failure } from "./explain-failure";

/** How an engine says that something is wrong, and what an operator should do about it. */
export interface EngineError {
  error_code: string;
  /** Finds it in the engine's own words. */
  pattern: RegExp;
  /** For the operator; `$1` stands for the first group. `docs/gpu-host.md` lists all of them. */
  message: string;
}

/**
 * Refusals of Docker, runc and the NVIDIA container toolkit, the most telling first. Messages of
 * Docker 20.10 to 28 and of nvidia-container-cli and nvidia-container-runtime 1.8 to 1.17.
 */
export const engineErrors: readonly EngineError[] = [
  {
    error_code: "engine_no_cdi",
    pattern: /device driver "cdi"|unresolvable CDI devices|CDI device injection failed|inject CDI/,
    message:
      "Docker could not find the GPU by its CDI name. Run nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml on the host and restart Docker, which must be version 25 or later with CDI switched on.",
  },
  {
    error_code: "engine_no_gpu_toolkit",
    pattern: /could not select device driver/,
    message:
      "This host's Docker cannot give a GPU to containers: it has no NVIDIA container toolkit. Install nvidia-container-toolkit, run nvidia-ctk runtime configure --runtime=docker and restart Docker.",
  },
  {
    error_code: "engine_no_nvidia_runtime",
    pattern: /unknown (?:or invalid )?runtime(?: specified| name:)?|runtime "?nvidia"? not found/i,
    message:
      "This host's Docker does not know the runtime nvidia. Run nvidia-ctk runtime configure --runtime=docker and restart Docker.",
  },
  {
    error_code: "engine_driver_too_old",
    pattern: /unsatisfied condition: ([^,\n]+)|CUDA driver version is insufficient/,
    message:
      "The image needs a newer NVIDIA driver than this host has. Update the driver, reboot the host and retry.",
  },
  {
    error_code: "engine_driver_mismatch",
    pattern: /driver\/library version mismatch/i,
    message:
      "The NVIDIA driver was updated while its old version still runs. Reboot the host and retry.",
  },
  {
    error_code: "engine_gpu_lost",
    pattern: /Failed to initialize NVML: Unknown Error/,
    message:
      'The container lost its GPU, as happens when systemd reloads its units. Set "exec-opts": ["native.cgroupdriver=cgroupfs"] in /etc/docker/daemon.json, restart Docker and retry.',
  },
  {
    error_code: "engine_mig",
    pattern: /\bMIG\b.*(?:unknown device|not found|error|invalid)|(?:unknown|invalid).*\bMIG\b/i,
    message:
      "A slice of a GPU (MIG) that the run was given is not there. List the slices with nvidia-smi -L, correct COSMOS_GPUS and start the worker again.",
  },
  {
    error_code: "engine_gpu_unknown",
    pattern: /nvidia-container-cli: device error: ([^:\n]+): unknown device/,
    message:
      "This host has no GPU $1. List the GPUs with nvidia-smi -L, correct COSMOS_GPUS and start the worker again.",
  },
  {
    error_code: "engine_no_driver",
    pattern:
      /driver not loaded|libnvidia-ml\.so\.1|nvidia-container-cli: initialization error|driver rpc error/,
    message:
      "The NVIDIA driver of this host is missing or not loaded. Install it, reboot the host and see that nvidia-smi lists the GPUs.",
  },
  {
    error_code: "engine_toolkit_broken",
    pattern: /nvidia-container-(?:cli|runtime|toolkit)|nvidia-ctk/,
    message:
      "The NVIDIA container toolkit of this host failed. Try docker run --rm --gpus all ubuntu nvidia-smi there; installing nvidia-container-toolkit anew usually helps.",
  },
  {
    error_code: "engine_gpu_busy",
    pattern:
      /CUDA-capable devices? (?:is|are) busy|device or resource busy|GPU .*(?:is )?in use by|device is in use/,
    message:
      "A device that the run needs is used by another program. See with nvidia-smi who uses it, end that and retry.",
  },
  {
    error_code: "engine_no_device",
    pattern: /error gathering device information.*?"(\/dev\/[^"]+)"/s,
    message:
      "This host has no device $1. See that the driver is loaded and that nvidia-smi lists the GPUs, then retry.",
  },
  {
    error_code: "engine_wrong_architecture",
    pattern: /exec format error|does not match the (?:detected|specified)|no matching manifest for/,
    message:
      "The image was built for another kind of processor than this host has. Build it on a machine like this host.",
  },
  {
    error_code: "engine_no_image",
    pattern:
      /no such image(?:: (\S+))?|pull access denied|manifest unknown|repository .*not exist/i,
    message:
      "This host does not have the run's image. Build or load it there, or name another in the settings COSMOS_IMAGE_….",
  },
  {
    error_code: "engine_bad_image_name",
    pattern: /invalid reference format/,
    message: "An image's name in the settings COSMOS_IMAGE_… is no name of an image. Correct it.",
  },
  {
    error_code: "engine_no_space",
    pattern: /no space left on device|disk quota exceeded/i,
    message:
      "The disk of the engine's host is full. Free space there, for example with docker image prune, then retry.",
  },
  {
    error_code: "engine_no_folder",
    pattern:
      /bind source path does not exist(?:: (\S+))?|mounts denied|path .* is not shared from the host/i,
    message:
      "The engine's host does not have a folder that the run needs. The data folder, COSMOS_CHECKPOINTS_DIR and COSMOS_CACHE_DIR must have the same paths there as for the worker, or set COSMOS_SHARED_DATA=no.",
  },
  {
    error_code: "engine_no_program",
    pattern: /exec:? "?([^\s":]+)"?: (?:executable file not found|stat [^:]*: no such file)/,
    message:
      "The image has no program $1. It is another image than the model needs: build it anew.",
  },
  {
    error_code: "engine_program_not_executable",
    pattern: /exec:? "?([^\s":]+)"?: permission denied/,
    message: "The image's program $1 may not be executed. Build the image anew.",
  },
  {
    error_code: "engine_name_taken",
    pattern: /Conflict\. The container name "?\/?([^\s"]+)/,
    message: "Another container is called $1. Remove or rename it, then retry.",
  },
  {
    error_code: "engine_cgroup",
    pattern: /cgroup|systemd1|\.scope (?:already exists|was already loaded)/i,
    message:
      "Docker could not limit the container, because of the host's cgroups. Restart Docker; if that does not help, reboot the host.",
  },
  {
    error_code: "engine_apparmor",
    pattern: /apparmor|selinux|seccomp/i,
    message:
      "The host's security rules (AppArmor, SELinux or seccomp) kept Docker from starting the container. Restart Docker, so that it loads its rules again.",
  },
  {
    error_code: "engine_out_of_memory",
    pattern: /cannot allocate memory|minimum memory limit|resource temporarily unavailable/i,
    message:
      "The engine's host has too little memory or too many processes to start a container. End something there or raise COSMOS_MEMORY_LIMIT_GB, then retry.",
  },
  {
    error_code: "engine_no_permission",
    pattern: /permission denied .*docker\.sock|permission denied while trying to connect|EACCES/i,
    message:
      "The worker may not use Docker's socket. Add its user to the group docker and start it again, or start it as root.",
  },
  {
    error_code: "engine_ssh_refused",
    pattern: /Permission denied \(publickey|Host key verification failed|authentication methods/,
    message:
      "The engine's host did not let the worker in over ssh. See that ssh to that host works for the worker's user without a question, then retry.",
  },
  {
    error_code: "engine_tls",
    pattern:
      /x509:|bad certificate|self-signed certificate|HTTP request to an HTTPS server|certificate has expired|unable to verify the first certificate/,
    message:
      "The engine and the worker do not trust each other's TLS certificates. See DOCKER_TLS_VERIFY and the files of DOCKER_CERT_PATH: ca.pem, cert.pem and key.pem.",
  },
  {
    error_code: "engine_api_version",
    pattern: /client version \S+ is too (?:old|new)|minimum supported API version/i,
    message: "This Docker is too old or too new for Cosmos, which needs version 20.10 or later.",
  },
  {
    error_code: "engine_not_running",
    pattern: /cannot connect to the docker daemon|ECONNREFUSED|ENOENT.*docker\.sock/i,
    message:
      "No Docker answers at the address of DOCKER_HOST. Start it (systemctl start docker) or correct the address.",
  },
  {
    error_code: "engine_timeout",
    pattern: /context deadline exceeded|i\/o timeout|handshake timeout|context canceled/i,
    message:
      "The engine did not finish in time. It is tried again; if it stays so, look at the load of its host and at journalctl -u docker.",
  },
  {
    error_code: "engine_start_failed",
    pattern: /(?:OCI runtime|runc) create failed: (.*)|failed to create (?:shim )?task.*?: (.*)/,
    message: "Docker could not start the container: $1",
  },
];

/** What an engine's error means and what to do about it; null when it says nothing known. */
export function explainEngineError(message: string): Failure | null {
  for (const { error_code, pattern, message: advice } of engineErrors) {
    const match = pattern.exec(message);
    if (!match) continue;
    const detail = match.slice(1).find((group) => group !== undefined) ?? "";
    return { error_code, error_message: advice.replace("$1", () => detail.slice(0, 300)) };
  }
  return null;
}
