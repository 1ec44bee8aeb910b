/** Bits of NVML's clock event reasons that mean "slower than it could be"; idling (0x1) is none. */
const reasons: readonly [bit: number, words: string][] = [
  [0x04, "power cap"],
  [0x20, "too hot (slowed by the driver)"],
  [0x40, "too hot (slowed by the hardware)"],
  [0x80, "power brake"],
];
const HARDWARE_SLOWDOWN = 0x08;

/** Why a GPU is slowed down, from its bit mask; null when it is not, or when the mask is not known. */
export function explainThrottle(mask: number | null): string | null {
  if (mask === null) return null;
  const low = mask % 0x1_0000_0000;
  const found = reasons.filter(([bit]) => (low & bit) !== 0).map(([, words]) => words);
  // Set together with what caused it, where that is known.
  if (found.length === 0 && (low & HARDWARE_SLOWDOWN) !== 0) return "hardware slowdown";
  return found.length > 0 ? found.join(", ") : null;
}
