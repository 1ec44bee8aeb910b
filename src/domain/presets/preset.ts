/** Settings of a model that belong together, under a name for a person. */
export interface Preset {
  /** Its name in addresses. */
  name: string;
  label: string;
  /** What it is good for, in one sentence. */
  description: string;
  /** The settings that differ from the usual ones. */
  config: Readonly<Record<string, unknown>>;
}

/** For a first look. */
export const draft = (description: string, config: Preset["config"]): Preset => ({
  name: "draft",
  label: "Quick draft",
  description,
  config,
});

/** For what shall be kept. */
export const best = (description: string, config: Preset["config"]): Preset => ({
  name: "best",
  label: "Best quality",
  description,
  config,
});
