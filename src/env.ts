import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => blankIsUnset(given) ?? value, schema);

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const Env = z.object({
  PORT: withDefault(wholeNumber(0, 65_535), "3000" as never),
  COSMOS_HOST: withDefault(z.string(), "127.0.0.1"),
  COSMOS_DATA_DIR: withDefault(z.string(), "./data"),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://"),
  ),
  COSMOS_ENGINE: withDefault(z.enum(["local", "docker"]), "local"),
  DOCKER_HOST: optional(
    z.string().regex(/^(unix|tcp|ssh|https?):\/\//, "must start with unix://, tcp:// or ssh://"),
  ),
  DOCKER_TLS_VERIFY: optional(z.string()),
  DOCKER_CERT_PATH: optional(z.string()),
  DOCKER_HOSTS: optional(
    z
      .string()
      .regex(
        /^[a-z0-9][\w-]*=(unix|tcp|ssh):\/\/[^\s,]+(,[a-z0-9][\w-]*=(unix|tcp|ssh):\/\/[^\s,]+)*$/,
        "must be NAME=ADDRESS pairs separated by commas, such as gpu1=ssh://root@gpu1,gpu2=tcp://gpu2:2376",
      ),
  ),
  COSMOS_SHARED_DATA: withDefault(z.enum(["auto", "yes", "no"]), "auto"),
  COSMOS_IMAGE_REFERENCE: withDefault(z.string(), "cosmos-reference"),
  COSMOS_IMAGE_COSMOS_TRANSFER1: withDefault(z.string(), "cosmos-transfer1"),
  COSMOS_IMAGE_COSMOS_TRANSFER2_5: withDefault(z.string(), "cosmos-transfer2.5"),
  COSMOS_CHECKPOINTS_DIR: optional(z.string().startsWith("/", "must be an absolute path")),
  COSMOS_CACHE_DIR: optional(z.string().startsWith("/", "must be an absolute path")),
  COSMOS_MEMORY_LIMIT_GB: optional(z.coerce.number().positive("must be a number above 0")),
  COSMOS_PIDS_LIMIT: withDefault(wholeNumber(16, 1_000_000), "8192" as never),
  COSMOS_GPU_SOURCE: withDefault(z.enum(["auto", "host", "container", "dcgm"]), "auto"),
  COSMOS_DCGM_URL: optional(z.url({ protocol: /^https?$/ })),
  HF_TOKEN: optional(z.string()),
  COSMOS_SLOTS: withDefault(wholeNumber(1, 64), "1" as never),
  COSMOS_GPUS: withDefault(
    z.string().regex(/^(auto|none|[\w-]+(,[\w-]+)*)$/, "must be auto, none or comma-separated ids"),
    "auto",
  ),
  COSMOS_MODEL_ENHANCE: optional(z.string()),
  COSMOS_MODEL_TRANSFER: optional(z.string()),
  COSMOS_MODEL_UPSCALE: optional(z.string()),
  COSMOS_LLM_URL: optional(z.url({ protocol: /^https?$/ })),
  COSMOS_LLM_MODEL: optional(z.string()),
  COSMOS_LLM_KEY: optional(z.string()),
  COSMOS_LLM_TIMEOUT_SECONDS: withDefault(z.coerce.number().positive(), "120" as never),
  COSMOS_URL: optional(z.url({ protocol: /^https?$/ })),
  COSMOS_TOKEN: optional(z.string()),
  COSMOS_ROOT: optional(z.string()),
  FFMPEG_PATH: optional(z.string()),
});

export type Env = z.output<typeof Env> & {
  /** The folder of the product itself: assets, bundles, migrations. */
  root: string;
  /** Absolute path of the data folder. */
  dataDir: string;
};

/** Reads and checks the environment. Throws one line per wrong variable, each naming it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(
      `Wrong settings in the environment (see .env.example):\n  ${lines.join("\n  ")}`,
    );
  }
  const dir = parsed.data.COSMOS_DATA_DIR;
  return {
    ...parsed.data,
    root: parsed.data.COSMOS_ROOT ?? process.cwd(),
    dataDir: isAbsolute(dir) ? dir : resolve(dir),
  };
}

let cached: Env | undefined;

/** The environment of this process, read once. */
export function getEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The environment for a child process: what this one has, with `extra` on top. */
export function inheritEnv(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/**
 * Adds what `<root>/.env` says to the environment; variables that are set already win.
 * A relative data folder means relative to where the command was given, else to `root`.
 */
export function loadEnvFile(root: string): void {
  const given = process.env.COSMOS_DATA_DIR;
  if (given) process.env.COSMOS_DATA_DIR = resolve(given);
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  process.env.COSMOS_DATA_DIR = resolve(root, process.env.COSMOS_DATA_DIR || "data");
  process.env.COSMOS_ROOT = root;
}

/** The whole environment, for the engine to pass on the few variables that every program needs. */
export function programEnv(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
