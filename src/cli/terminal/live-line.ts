import { clip } from "./display-width";

export interface LiveLine {
  /** Shows the text in place of what stood there. */
  show(text: string): void;
  /** Wipes the line, so that the next output starts clean. */
  clear(): void;
}

/** One line of a terminal that keeps changing; silent where there is no terminal. */
export function createLiveLine(stream: NodeJS.WriteStream): LiveLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let shown = "";
  return {
    show(text) {
      if (text === shown) return;
      shown = text;
      stream.write(`\r\u001b[2K${clip(text, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (shown) stream.write("\r\u001b[2K");
      shown = "";
    },
  };
}
