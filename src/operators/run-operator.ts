import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { InputRejected } from "./input-rejected";
import { logLine } from "./operator-log";
import { rehearseFault } from "./rehearse-fault";

export interface Operator<Spec extends z.ZodType> {
  spec: Spec;
  /** The file it writes into `out`. */
  produces: string;
  /** Label of its progress bar. */
  label: string;
  /** Does the work. Everything it writes goes into `out`; `onStop` undoes what is half done. */
  operate(spec: z.output<Spec>, place: OperatorPlace): Promise<void>;
}

export interface OperatorPlace {
  /** Absolute path of the folder for results. */
  out: string;
  /** Called when the operator is told to stop or fails; must leave no partial file. */
  onStop(undo: () => Promise<void>): void;
}

/**
 * The frame of every operator: reads `--spec FILE --out DIR`, works, and sets the exit code.
 * 0 done (or blocked by the guard, then without a file), 1 failed, 2 input rejected,
 * 128 + n when stopped by SIGINT or SIGTERM.
 */
export async function runOperator<Spec extends z.ZodType>(operator: Operator<Spec>): Promise<void> {
  const undoing: (() => Promise<void>)[] = [];
  const undoAll = () => Promise.allSettled(undoing.map((undo) => undo()));
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    logLine("WARNING", `Stopped by ${signal}`);
    await undoAll();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    const { specFile, out } = readArguments();
    await mkdir(out, { recursive: true });
    const given = await readSpec(specFile);
    const fault = z.object({ fault: z.string().optional() }).parse(given).fault;
    if (fault) return await rehearseFault({ ...operator, fault, out });
    const spec = operator.spec.safeParse(given);
    if (!spec.success) throw new InputRejected(`spec.json: ${z.prettifyError(spec.error)}`);
    await operator.operate(spec.data, { out, onStop: (undo) => undoing.push(undo) });
  } catch (error) {
    await undoAll();
    process.exitCode = reportFailure(error);
  }
}

function readArguments() {
  const options = { spec: { type: "string" }, out: { type: "string" } } as const;
  const { values } = parseArgs({ options });
  if (!values.spec || !values.out) throw new InputRejected("usage: --spec FILE --out DIR");
  return { specFile: resolve(values.spec), out: resolve(values.out) };
}

async function readSpec(file: string): Promise<object> {
  try {
    return z.looseObject({}).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new InputRejected(`the spec ${file} is no readable JSON object.`, { cause: error });
  }
}

function reportFailure(error: unknown): number {
  if (error instanceof InputRejected) {
    logLine("ERROR", `Input rejected: ${error.message}`);
    return 2;
  }
  logLine("ERROR", error instanceof Error ? error.message : String(error));
  return 1;
}
