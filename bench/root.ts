import { join } from "node:path";

/** The package: this file, and the bundle it becomes a part of, lie one folder below. */
export const root = join(import.meta.dirname, "..");
