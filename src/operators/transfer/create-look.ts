import { createRandom } from "../create-random";
import { clearDay, type Effect } from "./moods";
import { type PromptReading, readPrompt } from "./read-prompt";
import { surfaces } from "./surfaces";
import { type ControlWeights, controlWeights, type TransferSpec } from "./transfer-spec";

export type Colour = [number, number, number];

/** Everything about a transfer that does not change from frame to frame. */
export interface Look {
  reading: PromptReading;
  /** How strongly each control acts, 0..1: the square root of its weight. */
  strength: ControlWeights;
  /** How strongly the mood acts: 0 at guidance 0, 1 at 5, at most 1.3. */
  mood: number;
  /** Share of the input's own pixels that is replaced: 0 at sigma 0, 1 at sigma 80. */
  replaced: number;
  /** Passes of smoothing: grows with the number of steps. */
  passes: number;
  /** Amplitude of the noise that too few steps leave, in levels of 255. */
  grain: number;
  /** Tone curve of red, green and blue: three times 256 values, one table after the other. */
  tones: Float32Array;
  saturation: number;
  /** Colour of each surface, three values each. */
  palette: Float32Array;
  haze: Colour;
  hazeDensity: number;
  line: Colour;
  seed: number;
  has(effect: Effect): boolean;
}

/** Works the spec's numbers and words out into a look. Same spec, same look. */
export function createLook(spec: TransferSpec): Look {
  const reading = readPrompt(spec.prompt, spec.negative_prompt);
  const weights = controlWeights(spec);
  const random = createRandom(spec.seed);
  const mood = 1.3 * (1 - Math.exp(-spec.guidance / 3.41));
  const sigma = spec.sigma_max / 80;
  const mix = (from: string, to: string) => mixColours(parseColour(from), parseColour(to), mood);
  const target = reading.mood;
  const fog = reading.effects.has("fog") ? 0.35 : 0;
  return {
    reading,
    strength: {
      vis: Math.sqrt(weights.vis),
      edge: Math.sqrt(weights.edge),
      depth: Math.sqrt(weights.depth),
      seg: Math.sqrt(weights.seg),
    },
    mood,
    replaced: 1 - (1 - sigma) ** 2,
    passes: Math.min(8, 1 + Math.floor(spec.num_steps / 15)),
    grain: 12 / Math.sqrt(spec.num_steps),
    tones: toneTables(target, mood),
    saturation: 1 + (target.saturation - 1) * mood,
    palette: Float32Array.from(
      surfaces.flatMap((surface) =>
        vary(mix(clearDay.palette[surface], target.palette[surface]), random),
      ),
    ),
    haze: vary(mix(clearDay.haze, target.haze), random),
    hazeDensity: Math.min(1, target.hazeDensity + fog),
    line: mix(clearDay.line, target.line),
    seed: spec.seed,
    has: (effect) => reading.effects.has(effect),
  };
}

function toneTables(
  { gain, lift, gamma }: Pick<typeof clearDay, "gain" | "lift" | "gamma">,
  amount: number,
): Float32Array {
  return Float32Array.from({ length: 768 }, (_, index) => {
    const channel = Math.floor(index / 256);
    const value = index % 256;
    const toned = 255 * (value / 255) ** gamma * (gain[channel] ?? 1) + (lift[channel] ?? 0);
    return Math.max(0, value + (toned - value) * amount);
  });
}

/** The seed shifts every colour a little, so that seeds look different. */
function vary(colour: Colour, random: () => number): Colour {
  const brightness = 0.92 + 0.16 * random();
  const shift = () => brightness * (0.93 + 0.14 * random());
  return [clamp(colour[0] * shift()), clamp(colour[1] * shift()), clamp(colour[2] * shift())];
}

function parseColour(hex: string): Colour {
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mixColours(from: Colour, to: Colour, amount: number): Colour {
  const mixed = (a: number, b: number) => clamp(a + (b - a) * amount);
  return [mixed(from[0], to[0]), mixed(from[1], to[1]), mixed(from[2], to[2])];
}

const clamp = (value: number) => Math.min(255, Math.max(0, value));
