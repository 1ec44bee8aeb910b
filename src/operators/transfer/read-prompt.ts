import { clearDay, type Effect, effectWords, type Mood, moods } from "./moods";

export interface PromptReading {
  mood: Mood;
  effects: ReadonlySet<Effect>;
}

/**
 * Finds the mood and the effects that a prompt asks for. Words of the negative prompt, and words
 * that the prompt itself negates ("no rain", "without snow"), switch theirs off.
 */
export function readPrompt(prompt: string, negativePrompt: string): PromptReading {
  const denied = [...prompt.toLowerCase().matchAll(negation)].map((match) => match[0]);
  const wanted = prompt.toLowerCase().replace(negation, " ");
  const unwanted = [negativePrompt.toLowerCase(), ...denied].join(" ");
  const mood = moods.find(({ words }) => asksFor(words, wanted, unwanted)) ?? clearDay;
  const named = Object.keys(effectWords) as Effect[];
  const effects = new Set(named.filter((effect) => effectWords[effect].test(wanted)));
  for (const effect of mood.effects) effects.add(effect);
  for (const effect of named) if (effectWords[effect].test(unwanted)) effects.delete(effect);
  // A lit sign by day is no light source; lamps and windows shine only in the dark.
  if (mood.name !== "night") effects.delete("lights");
  return { mood, effects };
}

/** True if a text has one of the words and that very word, by its first letters, is not unwanted. */
function asksFor(words: RegExp, wanted: string, unwanted: string): boolean {
  const stems = (text: string) => {
    return [...text.matchAll(new RegExp(words, "g"))].map(([word]) => word.slice(0, 4));
  };
  const refused = new Set(stems(unwanted));
  return stems(wanted).some((stem) => !refused.has(stem));
}

const negation = /\b(?:no|not|without|never|free of)\s+(?:any\s+|heavy\s+)?[a-z]+/g;
