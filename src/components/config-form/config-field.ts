interface Common {
  /** Dotted path in `execution_config`, such as `weights.vis`. */
  name: string;
  title: string;
  description: string;
  advanced: boolean;
  /** No preset touches it. */
  apart: boolean;
}

export interface NumberField extends Common {
  kind: "number";
  integer: boolean;
  min: number | undefined;
  max: number | undefined;
  step: number;
  unit: string | undefined;
  default: number | undefined;
  /** What 0 means, where that is more than little. */
  zero: string | undefined;
  /** A dice gives it a value. */
  random: boolean;
  /** False where models differ in what they take when nothing is given. */
  prefilled: boolean;
}

export interface BooleanField extends Common {
  kind: "boolean";
  default: boolean;
}

export interface ChoiceField extends Common {
  kind: "choice";
  options: { value: string; label: string }[];
  /** True when the values are numbers. */
  numeric: boolean;
  /** What no choice means. */
  blank: string;
}

export interface TextField extends Common {
  kind: "text";
  max_length: number | undefined;
}

export interface GroupField extends Common {
  kind: "group";
  fields: ConfigField[];
}

/** One setting of an operation as a form shows it; made from the schema by `describeConfig`. */
export type ConfigField = NumberField | BooleanField | ChoiceField | TextField | GroupField;

/** Name of a setting's control in a form. */
export const controlName = (name: string): string => `config.${name}`;
