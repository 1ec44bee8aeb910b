import { describeIssue } from "@/domain/describe-issue";
import { defaultModel } from "@/domain/default-model";
import type { Model, ModelOperation } from "@/domain/models/define-model";
import { models } from "@/domain/models/registry";
import { getOperation, type ModelType } from "@/domain/operations/registry";
import type { Env } from "@/env";
import { refused } from "../errors";
import { settleSettings } from "./settle-settings";

export interface ParsedConfig {
  config: Record<string, unknown> & { model: string };
  modelOperation: ModelOperation;
}

/**
 * Checks an `execution_config` against its operation and settles which model performs it.
 * @throws AppError `refused` with one sentence about the first thing that is wrong
 */
export function parseConfig(type: ModelType, given: unknown, env: Env): ParsedConfig {
  const parsed = getOperation(type).config.safeParse(given ?? {}, { reportInput: true });
  if (!parsed.success) throw refused(describeIssue(parsed.error, "execution_config"));
  const name = String(parsed.data.model ?? defaultModel(type, env));
  const model = findModel(name, type);
  const { fault } = parsed.data;
  if (fault !== undefined && !model.faults.some((known) => known === fault)) {
    throw refused(
      model.faults.length > 0
        ? `${name} cannot rehearse the failure ${fault}; it knows: ${model.faults.join(", ")}.`
        : `execution_config.fault is only for models that rehearse failures, not for ${name}.`,
    );
  }
  const modelOperation = model.operations[type];
  if (!modelOperation) throw unsuitable(name, type);
  const config = settleSettings({
    ...{ type, model: name, operation: modelOperation },
    ...{ given: Object(given), parsed: parsed.data },
  });
  return { config: { ...config, model: name }, modelOperation };
}

function findModel(name: string, type: ModelType): Model {
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  if (!model) throw unsuitable(name, type);
  return model;
}

function unsuitable(name: string, type: ModelType) {
  const able = Object.values(models).filter((model) => model.operations[type]);
  const names = able.map((model) => model.name).join(", ");
  return refused(`Model ${JSON.stringify(name)} cannot ${type}; choose one of: ${names}.`);
}
