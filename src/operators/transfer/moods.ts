import type { Surface } from "./surfaces";

/** Things that happen in the picture, each with the words that ask for it. */
export const effectWords = {
  rain: /\b(rain\w*|storm\w*|drizzl\w*|downpour)\b/,
  snowfall: /\b(snow\w*|blizzard|winter\w*)\b/,
  wet: /\b(wet|rain\w*|storm\w*|puddles?)\b/,
  lights: /\b(lights?|lamps?)\b/,
  neon: /\b(neon|cyberpunk|synthwave|blade ?runner)\b/,
  sun: /\b(sunset|sunrise|dusk|dawn|golden hour|low sun)\b/,
  fog: /\b(fog\w*|mist\w*|haz[ey]\w*|smog\w*)\b/,
  hatching: /\b(sketch\w*|pencil|drawing|drawn|charcoal|ink|comic|noir)\b/,
} as const;
export type Effect = keyof typeof effectWords;

/** How a prompt's words colour the picture. Colours are six hex digits; palettes follow `surfaces`. */
export interface Mood {
  name: string;
  words: RegExp;
  /** Tone of each channel: 255 · (v / 255)^gamma · gain + lift. */
  gain: readonly [number, number, number];
  lift: readonly [number, number, number];
  gamma: number;
  saturation: number;
  palette: Record<Surface, string>;
  haze: string;
  /** How thick the haze is at the horizon, 0..1, at full depth weight. */
  hazeDensity: number;
  /** Contours: darker ones are drawn over, lighter ones glow. */
  line: string;
  effects: readonly Effect[];
}

/** sky road sidewalk building vegetation vehicle marking pole trunk person */
function palette(colours: string): Record<Surface, string> {
  const [sky = "", road = "", sidewalk = "", building = "", vegetation = "", ...rest] =
    colours.split(" ");
  const [vehicle = "", marking = "", pole = "", trunk = "", person = ""] = rest;
  return { sky, road, sidewalk, building, vegetation, vehicle, marking, pole, trunk, person };
}

/** The look of a prompt that names no mood, and the one that all others are mixed from. */
export const clearDay: Mood = {
  name: "day",
  words: /\b(day\w*|noon|midday|sunny|summer|clear|bright)\b/,
  gain: [1.06, 1.05, 1.03],
  lift: [0, 0, 2],
  gamma: 1.06,
  saturation: 1.22,
  palette: palette("4f9fe6 585a63 bab4aa bd8f6a 4f9d38 c83a2a fbf6da 6c7278 5e4432 b0705a"),
  haze: "c6dcf0",
  hazeDensity: 0.6,
  line: "1c242c",
  effects: [],
};

/** Looked through in this order: style, then time of day, then weather and season. */
export const moods: readonly Mood[] = [
  {
    name: "sketch",
    words: effectWords.hatching,
    gain: [1, 1, 1],
    lift: [46, 43, 36],
    gamma: 0.9,
    saturation: 0.06,
    palette: palette("fbf7ee cfcbc2 efebe1 e2dccf c2c2b2 a8a49e fffdf6 9c9890 8a857c b0a89c"),
    haze: "fbf8ef",
    hazeDensity: 0.95,
    line: "15151a",
    effects: ["hatching"],
  },
  {
    name: "night",
    words: /\b(night\w*|midnight|neon|cyberpunk|synthwave|dark|darkness)\b/,
    gain: [0.36, 0.4, 0.64],
    lift: [3, 3, 12],
    gamma: 1.35,
    saturation: 0.75,
    palette: palette("0a0c2a 14162c 2a2648 232046 0e2a30 4a1c58 8f8cff 34365c 160f20 40304c"),
    haze: "3a2272",
    hazeDensity: 0.8,
    line: "7f8cff",
    effects: ["lights"],
  },
  {
    name: "sunset",
    words: /\b(sunset|sunrise|dusk|dawn|golden hour|golden|evening)\b/,
    gain: [1.14, 0.84, 0.62],
    lift: [10, 2, 12],
    gamma: 1.12,
    saturation: 1.15,
    palette: palette("ff8a3c 4c3c48 8a6660 9c5a3c 5c5a20 a03020 ffd084 40302f 38221a 7c4a3c"),
    haze: "ffae66",
    hazeDensity: 0.85,
    line: "ffdf9e",
    effects: ["sun"],
  },
  {
    name: "snow",
    words: /\b(snow\w*|winter\w*|blizzard|frost\w*|ice|icy)\b/,
    gain: [0.9, 0.95, 1.04],
    lift: [24, 27, 32],
    gamma: 0.96,
    saturation: 0.42,
    palette: palette("c2ccd8 dde4ec f6f9fc 98a0ac e6eef2 7a8698 eef2f6 828c96 5c5652 7c8088"),
    haze: "dfe6ee",
    hazeDensity: 0.9,
    line: "3a4c62",
    effects: ["snowfall"],
  },
  {
    name: "rain",
    words: /\b(rain\w*|storm\w*|drizzl\w*|overcast|wet)\b/,
    gain: [0.62, 0.69, 0.77],
    lift: [4, 7, 11],
    gamma: 1.1,
    saturation: 0.55,
    palette: palette("76858f 30373f 5c656e 55606a 35523c 46586a b0b8b0 485460 322e2c 4c5058"),
    haze: "8e9caa",
    hazeDensity: 0.9,
    line: "cfe0ee",
    effects: ["rain", "wet"],
  },
  {
    name: "fog",
    words: effectWords.fog,
    gain: [0.86, 0.89, 0.92],
    lift: [18, 20, 22],
    gamma: 1,
    saturation: 0.4,
    palette: palette("ccd2d6 6e7478 a2a6a8 8a8e90 6c7c6a 6a7078 c8ccc8 7c8286 5c5650 7a7a78"),
    haze: "d3d9dc",
    hazeDensity: 1,
    line: "4c545c",
    effects: ["fog"],
  },
  {
    name: "autumn",
    words: /\b(autumn\w*|fall leaves|october|november)\b/,
    gain: [1.07, 0.95, 0.8],
    lift: [6, 3, 0],
    gamma: 1.05,
    saturation: 1.15,
    palette: palette("96bce0 5c524c ab9a80 a87448 de6c16 b23a1c f4e4b0 6a6058 4c3222 8c5a3c"),
    haze: "ecd8b4",
    hazeDensity: 0.7,
    line: "3a2614",
    effects: [],
  },
  {
    name: "desert",
    words: /\b(desert|dust\w*|sand\w*|arid|mars)\b/,
    gain: [1.08, 0.92, 0.72],
    lift: [12, 6, 0],
    gamma: 1,
    saturation: 0.8,
    palette: palette("e6b27a a87c54 c8a074 bc8a5c 8c8048 8c5034 f0d8a8 8a6e54 6a4a32 94684c"),
    haze: "ecc08a",
    hazeDensity: 1,
    line: "4c301c",
    effects: [],
  },
  clearDay,
];
