/** A file that a media address names: folders and candidates relative to the data folder. */
export interface MediaTarget {
  /** The file must really be below one of these, links resolved. */
  roots: string[][];
  /** Tried in order. */
  candidates: string[][];
  /** What `?download` calls it. */
  download_name: string;
  /** A log that may still be growing. */
  log: boolean;
}

const RUN_ID = /^[a-z0-9]{12}$/;

/**
 * Reads `/api/runs/{id}/files/{path}`, `/api/runs/{id}/log` and `/api/inputs/{name}/{file}`.
 * Returns undefined when the address is none of them, and null when it is but can name no file.
 */
export function parseMediaTarget(pathname: string): MediaTarget | null | undefined {
  const raw = pathname.split("/").slice(1);
  const shape = shapeOf(raw);
  if (!shape) return undefined;
  const parts = raw.map(decodeSegment);
  if (!parts.every(isPlainName)) return null;
  return shape === "input" ? inputTarget(parts) : runTarget(parts, shape);
}

function shapeOf([api, noun, , verb, ...rest]: string[]) {
  if (api !== "api") return undefined;
  if (noun === "inputs" && verb !== undefined) return "input";
  if (noun === "runs" && verb === "files" && rest.length > 0) return "file";
  if (noun === "runs" && verb === "log" && rest.length === 0) return "log";
  return undefined;
}

function inputTarget([, , name = "", file = "", ...rest]: string[]): MediaTarget | null {
  if (rest.length > 0) return null;
  return {
    roots: [["inputs"]],
    candidates: [["inputs", name, file]],
    download_name: `${name}-${file}`,
    log: false,
  };
}

function runTarget([, , id = "", , ...path]: string[], shape: "file" | "log"): MediaTarget | null {
  if (!RUN_ID.test(id)) return null;
  const folder = ["runs", id];
  if (shape === "log") {
    const log = [...folder, "run.log"];
    return { roots: [folder], candidates: [log], download_name: `${id}.log`, log: true };
  }
  return {
    // What a run was given may be linked from the inputs instead of copied.
    roots: [folder, ["inputs"]],
    candidates: [
      [...folder, "out", ...path],
      [...folder, ...path],
    ],
    download_name: `${id}-${path.at(-1)}`,
    log: false,
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}

function isPlainName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}
