import { InvalidArgumentError } from "commander";

/** Reads an option that may be repeated, or hold several values with commas between. */
export function collectChoices<Choice extends string>(choices: readonly Choice[]) {
  return (text: string, before: Choice[] | undefined): Choice[] => {
    const given = text.split(",").map((part) => {
      const choice = choices.find((each) => each === part.trim());
      if (choice) return choice;
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
    });
    return [...(before ?? []), ...given];
  };
}
