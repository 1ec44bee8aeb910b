import { AppError } from "@/server/errors";

export type Part = "web" | "worker";

export interface UpArguments {
  parts: Part[];
  /** Pages are compiled as they are asked for, and again when their source changes. */
  dev: boolean;
}

/** Reads `[--only web|worker] [--dev]`. */
export function parseArguments(args: string[]): UpArguments {
  const parsed: UpArguments = { parts: ["worker", "web"], dev: false };
  const rest = args.flatMap((arg) => arg.split("="));
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--dev") parsed.dev = true;
    else if (arg === "--only") parsed.parts = [parsePart(rest.shift())];
    else
      throw new AppError("refused", `Unknown option ${arg}. Usage: cosmos up [--only web|worker]`);
  }
  return parsed;
}

function parsePart(value: string | undefined): Part {
  if (value === "web" || value === "worker") return value;
  throw new AppError("refused", "--only takes web or worker.");
}
