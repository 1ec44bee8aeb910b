import type { Preset } from "@/domain/presets/preset";

/** What a form must know of a model: data only, so that the models stay out of the browser. */
export interface ModelTraits {
  name: string;
  label: string;
  /** The settings that it goes by; null when it goes by all. */
  settings: readonly string[] | null;
  /** Settings of which it takes some values only, perhaps none. */
  allowed: Readonly<Record<string, readonly string[]>>;
  /** What it takes for settings that are not given; null where that is its own secret. */
  defaults: Readonly<Record<string, unknown>>;
  presets: readonly Preset[];
}

/** Whether a model goes by a setting. */
export function understands(model: ModelTraits | undefined, setting: string): boolean {
  if (!model || setting === "model") return true;
  const allowed = model.allowed[setting];
  return allowed ? allowed.length > 0 : (model.settings?.includes(setting) ?? true);
}
