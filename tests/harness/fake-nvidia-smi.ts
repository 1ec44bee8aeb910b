import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the fake answers; values are cells as the real one prints them. */
export interface FakeGpu {
  index: number;
  uuid: string;
  name?: string;
  total?: string;
  used?: string;
  utilization?: string;
  throttle?: string;
  processes?: { pid: number; name?: string; memory?: string }[];
}

export interface FakeSmi {
  /** For PATH: the folder that holds it. */
  path: string;
  show(gpus: readonly FakeGpu[]): void;
  /** Fails from now on, as it does when the driver is gone. */
  breakDown(): void;
  /** Is no longer there. */
  uninstall(): void;
}

/** An `nvidia-smi` in a folder of its own that answers what a test tells it to. */
export function installFakeSmi(folder: string, options: { oldDriver?: boolean } = {}): FakeSmi {
  const bin = join(folder, "fake-smi");
  mkdirSync(bin, { recursive: true });
  const file = join(bin, "nvidia-smi");
  const answers = join(bin, "answers.json");
  const put = (answer: unknown) => {
    // Whole at any moment: it may just be read.
    writeFileSync(`${answers}.part`, JSON.stringify(answer));
    renameSync(`${answers}.part`, answers);
  };
  put({ gpus: [] });
  writeFileSync(file, script(answers, options.oldDriver === true));
  chmodSync(file, 0o755);
  return {
    path: bin,
    show: (gpus) => put({ gpus }),
    breakDown: () => put({ broken: true }),
    uninstall: () => rmSync(bin, { recursive: true, force: true }),
  };
}

function script(answers: string, oldDriver: boolean): string {
  return `#!${process.execPath}
const { broken, gpus = [] } = JSON.parse(require("fs").readFileSync(${JSON.stringify(answers)}, "utf8"));
const [query = ""] = process.argv.slice(2);
if (broken) {
  console.log("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.");
  process.exit(9);
}
const fields = query.replace(/^--query-[a-z-]+=/, "").split(",");
if (${oldDriver} && fields.includes("clocks_event_reasons.active")) {
  console.log('Field "clocks_event_reasons.active" is not a valid field to query.');
  process.exit(2);
}
const print = (cells) => console.log(fields.map((field) => cells[field] ?? "[N/A]").join(", "));
for (const gpu of gpus) {
  if (query.startsWith("--query-gpu=")) {
    print({
      index: gpu.index, uuid: gpu.uuid, name: gpu.name ?? "NVIDIA A100",
      "memory.total": gpu.total ?? "81920", "memory.used": gpu.used ?? "0",
      "utilization.gpu": gpu.utilization ?? "0", "power.draw": "[Not Supported]",
      "clocks_event_reasons.active": gpu.throttle, "clocks_throttle_reasons.active": gpu.throttle,
    });
  } else {
    for (const { pid, name = "/usr/bin/python", memory = "[N/A]" } of gpu.processes ?? []) {
      print({ gpu_uuid: gpu.uuid, pid, process_name: name, used_gpu_memory: memory });
    }
  }
}
`;
}
