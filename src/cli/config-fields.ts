import { z } from "zod";
import type { Operation } from "@/domain/operations/define-operation";

/** What a flag needs to know of a field, as JSON Schema and the fields' `meta` tell it. */
export interface FieldSchema {
  type?: string;
  title?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  properties?: Record<string, FieldSchema>;
  /** Long option on the command line, without dashes; a field without one has no option. */
  flag?: string;
  unit?: string;
}

export interface ConfigField {
  /** Its key in `execution_config`. */
  key: string;
  flag: string;
  schema: FieldSchema;
  /** Names of the parts of a field that is given as several numbers, in order. */
  parts: string[] | null;
}

/** The fields of an operation's `execution_config` that the command line offers. */
export function configFields(operation: Operation): ConfigField[] {
  // toJSONSchema's own type leaves out what meta() adds; FieldSchema lists what is read from it.
  const json = z.toJSONSchema(operation.config, { io: "input" }) as FieldSchema;
  return Object.entries(json.properties ?? {}).flatMap(([key, schema]) =>
    schema.flag === undefined
      ? []
      : [
          {
            key,
            flag: schema.flag,
            schema,
            parts: schema.properties ? Object.keys(schema.properties) : null,
          },
        ],
  );
}
