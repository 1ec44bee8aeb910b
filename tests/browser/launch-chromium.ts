import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../scripts/ensure-chromium.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumPath: string | undefined = findChromium();

/** The Chromium of this machine, headless. */
export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error("No Chromium was found.");
  return chromium.launch({ executablePath: chromiumPath, args: flags, timeout: 60_000 });
}
