import { getOperation, modelTypes } from "@/domain/operations/registry";
import { configFields } from "./config-fields";

/**
 * Makes one argument of each option that takes several numbers: `--weights 1 0 0 0 ID` becomes
 * `--weights=1 0 0 0` and `ID`. The option parser only knows "one value" and "all that follow".
 */
export function joinTuples(args: readonly string[]): string[] {
  const sizes = tupleSizes();
  const joined: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") return [...joined, ...args.slice(index)];
    const size = sizes.get(arg);
    if (size === undefined || /[\s,]/.test(args[index + 1] ?? "")) {
      joined.push(arg);
      continue;
    }
    const values = args.slice(index + 1, index + 1 + size);
    const end = values.findIndex((value) => value.startsWith("--"));
    const taken = end < 0 ? values : values.slice(0, end);
    joined.push(`${arg}=${taken.join(" ")}`);
    index += taken.length;
  }
  return joined;
}

function tupleSizes(): Map<string, number> {
  const fields = modelTypes.flatMap((type) => configFields(getOperation(type)));
  return new Map(fields.flatMap(({ flag, parts }) => (parts ? [[`--${flag}`, parts.length]] : [])));
}
