import { z } from "zod";
import { describeIssue } from "@/domain/describe-issue";
import { getOperation, type ModelType } from "@/domain/operations/registry";
import type { ConfigField } from "./config-field";

interface Given {
  type: ModelType;
  config: Record<string, unknown>;
  fields: readonly ConfigField[];
}

/** One sentence for every setting that its schema refuses, by the setting's name. */
export function explainConfig({ type, config, fields }: Given): Record<string, string> {
  const parsed = getOperation(type).config.safeParse(config, { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  return Object.fromEntries(
    issues.map((issue) => {
      const name = issue.path.join(".");
      // Rules of several settings bring a whole sentence of their own.
      if (issue.code === "custom") return [name, sentence(issue.message)];
      const title = titleOf(name, fields) ?? name;
      return [name, describeIssue(new z.ZodError([{ ...issue, path: [] }]), title)];
    }),
  );
}

function titleOf(name: string, fields: readonly ConfigField[]): string | undefined {
  for (const field of fields) {
    if (field.name === name) return field.title;
    const inner = field.kind === "group" ? titleOf(name, field.fields) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/, "")}.`;
}
