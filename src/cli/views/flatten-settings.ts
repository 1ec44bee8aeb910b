import { oneLine } from "../terminal/one-line";
import type { KeyValue } from "./key-values";

/** Settings or outputs as lines: nested objects become `weights.vis`, files a count. */
export function flattenSettings(settings: Record<string, unknown>, path = ""): KeyValue[] {
  return Object.entries(settings).flatMap(([key, value]): KeyValue[] => {
    const name = path ? `${path}.${key}` : key;
    if (isRecord(value)) return flattenSettings(value, name);
    if (value === null || value === undefined || value === "") return [];
    if (Array.isArray(value) && value.some(isRecord)) return [[name, `${value.length}`]];
    return [[name, oneLine(Array.isArray(value) ? value.join(", ") : String(value))]];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
