import { models } from "@/domain/models/registry";
import { modelTypes } from "@/domain/operations/registry";
import type { Env } from "@/env";
import { AppError } from "@/server/errors";

/** Throws a sentence that names the variable when COSMOS_MODEL_… names a model that can't do it. */
export function checkModels(env: Env): void {
  for (const type of modelTypes) {
    const variable = `COSMOS_MODEL_${type.toUpperCase()}`;
    const name = (env as Record<string, unknown>)[variable];
    const able = Object.values(models).filter((model) => model.operations[type]);
    if (name === undefined || able.some((model) => model.name === name)) continue;
    const names = able.map((model) => model.name).join(", ");
    throw new AppError(
      "unavailable",
      `${variable} is ${name}, which cannot ${type}. Set it to one of: ${names}.`,
    );
  }
}
