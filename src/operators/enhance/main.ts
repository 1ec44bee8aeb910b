import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createProgressBar } from "../create-progress-bar";
import { readOperatorEnv } from "../operator-env";
import { logInfo } from "../operator-log";
import { type OperatorPlace, runOperator } from "../run-operator";
import { askLanguageModel } from "./ask-language-model";
import { expandPrompt } from "./expand-prompt";

const EnhanceSpec = z.object({
  prompt: z.string().trim().min(1),
  seed: z.number().int().default(1),
  /** True: ask the language model of the environment. False: expand by rules. */
  endpoint: z.boolean().default(false),
});
type EnhanceSpec = z.output<typeof EnhanceSpec>;

interface EnhanceResult {
  prompt: string;
  original_prompt: string;
  /** What the rules added; empty for a language model's own wording. */
  added: string[];
  /** `rules-1`, or the name of the language model. */
  enhancer: string;
}

async function enhance(spec: EnhanceSpec, { out }: OperatorPlace) {
  logInfo(`Loading prompt (${spec.prompt.length} characters)`);
  const bar = spec.endpoint ? null : createProgressBar("Expanding", 1);
  const result = spec.endpoint ? await byLanguageModel(spec) : byRules(spec);
  bar?.update(1);
  bar?.close();
  logInfo(`Upsampled prompt: ${result.prompt}`);
  const target = join(out, "result.json");
  await writeFile(`${target}.part`, `${JSON.stringify(result, null, 2)}\n`);
  await rename(`${target}.part`, target);
  logInfo(`Saved prompt to ${target}`);
}

async function byLanguageModel({ prompt, seed }: EnhanceSpec): Promise<EnhanceResult> {
  const { text, model } = await askLanguageModel(readOperatorEnv(), prompt, seed);
  return { prompt: text, original_prompt: prompt, added: [], enhancer: model };
}

function byRules({ prompt, seed }: EnhanceSpec): EnhanceResult {
  logInfo("Expanding prompt by rules (rules-1)");
  const { prompt: expanded, added } = expandPrompt(prompt, seed);
  return { prompt: expanded, original_prompt: prompt, added, enhancer: "rules-1" };
}

await runOperator({
  spec: EnhanceSpec,
  produces: "result.json",
  label: "Expanding",
  operate: enhance,
});
