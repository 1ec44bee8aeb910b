import { ensureBuilt } from "./ensure-built.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const parts = process.argv.slice(2);
await ensureBuilt({ always: true, ...(parts.length > 0 && { parts }) }).catch(failPlainly);
