import type { ReactNode } from "react";
import type { RunRecord } from "@/domain/records";
import type { ConfigField } from "../config-form/config-field";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";

interface RunParametersProps {
  run: RunRecord;
  fields: readonly ConfigField[];
}

/** The settings a run was submitted with, under the names its form has. */
export function RunParameters({ run, fields }: RunParametersProps) {
  const items = fields.flatMap((field) => describe(field, run.execution_config));
  return (
    <Card title="Parameters">
      <Facts items={items} />
    </Card>
  );
}

function describe(field: ConfigField, config: Record<string, unknown>): [string, ReactNode][] {
  const value = config[field.name.slice(field.name.lastIndexOf(".") + 1)];
  if (value === undefined || value === null) return [];
  if (field.kind === "group") {
    return field.fields.flatMap((inner) => describe(inner, value as Record<string, unknown>));
  }
  if (typeof value === "boolean") return [[field.title, value ? "Yes" : "No"]];
  const unit = field.kind === "number" && field.unit ? ` ${field.unit}` : "";
  return [[field.title, `${value}${unit}`]];
}
