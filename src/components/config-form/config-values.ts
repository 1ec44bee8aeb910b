import type { ConfigTexts } from "./config-texts";
import type { ConfigChange } from "./list-changes";

/** What the controls of a form show and how they tell that they were used. */
export interface ConfigValues {
  texts: ConfigTexts;
  /** What differs from the choice that the form began with, by name of the control. */
  changes: ReadonlyMap<string, ConfigChange>;
  /** The values of that choice. */
  chosen: ConfigTexts;
  /** Sentences by setting. */
  errors: Readonly<Record<string, string>>;
  change: (name: string, text: string) => void;
}
