import { beginConfig, type ConfigSource } from "@/components/config-form/begin-config";
import { describeSource } from "@/components/config-form/describe-source";
import { readConfig } from "@/components/config-form/read-config";
import { defaultModel } from "@/domain/default-model";
import type { Foresight } from "@/domain/foresight";
import type { ModelType } from "@/domain/operations/registry";
import type { ServiceContext } from "@/server/context";
import { foreseeRuns } from "@/server/runs/foresee-runs";

interface Wished extends Pick<ConfigSource, "choice" | "last" | "origin"> {
  type: ModelType;
  prompt_ids: readonly string[];
  parent_run_id?: string | undefined;
}

export interface FormSource {
  source: ConfigSource;
  /** What would come of the form as it is rendered. */
  foresight: Foresight;
}

/** What a form of settings is made from, and what would come of it untouched. */
export async function readFormSource(ctx: ServiceContext, wished: Wished): Promise<FormSource> {
  const { type, choice, last, origin, prompt_ids, parent_run_id } = wished;
  const described = describeSource(type, defaultModel(type, ctx.env));
  const source = { ...described, choice, last, origin };
  const texts = beginConfig(source);
  const config = readConfig(source.fields, { get: (name) => texts[name] || null });
  const foresight = await foreseeRuns(ctx, {
    model_type: type,
    execution_config: { ...config, ...(parent_run_id && { parent_run_id }) },
    prompt_ids: [...prompt_ids],
  });
  return { source, foresight };
}
