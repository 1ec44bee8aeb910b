import type { BrowserContext } from "playwright-core";
import type { Measured } from "../measure";
import type { Product } from "../start-product";

/** What every measure of the console is given: one product full of runs, and a browser. */
export interface WebBench {
  product: Product;
  /** Opens a window with nothing cached, whose tabs share connections as those of one person do. */
  newWindow: () => Promise<BrowserContext>;
  /** How long the memory is looked at. */
  minutes: number;
}

/** One of the things that `npm run bench:web` measures. Throws when what it drives does something wrong. */
export interface WebMeasure {
  name: string;
  title: string;
  run(bench: WebBench): Promise<Measured>;
}
