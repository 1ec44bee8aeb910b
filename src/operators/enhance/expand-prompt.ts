import {
  defaults,
  lighting,
  materials,
  mentionsCamera,
  mentionsStyle,
  type Topic,
  weather,
} from "./lexicon";

export interface Expansion {
  prompt: string;
  /** What was added, such as `material:car` or `lighting:night`. */
  added: string[];
}

/** At most this many things get a detail of their own. */
const maxMaterials = 4;

/**
 * Expands a prompt by rules: the user's words come first and unchanged, then sentences about what
 * they leave open (materials, light, weather, camera, style). The seed chooses between wordings.
 */
export function expandPrompt(prompt: string, seed: number): Expansion {
  const own = prompt.trim();
  const sentences: string[] = [];
  const added: string[] = [];
  const add = (name: string, choices: readonly string[]) => {
    sentences.push(choose(choices, seed, name));
    added.push(name);
  };
  const nouns = namedThings(own).slice(0, maxMaterials);
  const details = nouns.map(
    (noun) => `the ${noun} shows ${choose(materials[noun] ?? [], seed, noun)}`,
  );
  if (details.length > 0) sentences.push(`${capitalised(details.join("; "))}.`);
  added.push(...nouns.map((noun) => `material:${noun}`));

  const fits = ({ words }: Topic) => words.test(own);
  const light = lighting.find(fits);
  add(`lighting:${light?.name ?? "natural"}`, light?.sentences ?? defaults.light);
  for (const topic of weather.filter(fits)) add(`weather:${topic.name}`, topic.sentences);
  if (!mentionsCamera.test(own)) add("camera", defaults.camera);
  if (!mentionsStyle.test(own)) add("style", defaults.style);
  const end = /[.!?…]$/.test(own) ? "" : ".";
  return { prompt: `${own}${end} ${sentences.join(" ")}`, added };
}

/** Nouns of the lexicon that a text names, in its order, singular. */
function namedThings(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const singular = words.map((word) =>
    [word, word.replace(/s$/, ""), word.replace(/es$/, ""), irregular[word] ?? word].find((form) =>
      Object.hasOwn(materials, form),
    ),
  );
  return [...new Set(singular.filter((word) => word !== undefined))];
}

const irregular: Record<string, string> = {
  cities: "city",
  factories: "factory",
  skies: "sky",
  people: "person",
  persons: "person",
  cars: "car",
  automobile: "car",
  lorry: "truck",
  lorries: "truck",
};

/** Picks by a hash of the seed and a name, so that one choice does not move the others. */
function choose(choices: readonly string[], seed: number, name: string): string {
  let hash = 2166136261 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash ^= hash >>> 15;
  return choices[(hash >>> 0) % Math.max(1, choices.length)] ?? "";
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
