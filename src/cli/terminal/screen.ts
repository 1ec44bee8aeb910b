export interface Screen {
  /** Replaces what is shown. */
  draw(text: string): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

// Alternate screen, hidden cursor, no line wrapping; and back.
const enter = "\u001b[?1049h\u001b[?25l\u001b[?7l";
const leave = "\u001b[?7h\u001b[?25h\u001b[?1049l";

/** A terminal screen that is redrawn in place; elsewhere each changed view is printed after the last. */
export function createScreen(stream: NodeJS.WriteStream): Screen {
  if (!stream.isTTY) return printer(stream);
  stream.write(enter);
  return {
    draw(text) {
      const lines = text.split("\n").slice(0, (stream.rows || 24) - 1);
      const drawn = lines.map((line) => `${line}\u001b[K`).join("\n");
      stream.write(`\u001b[H${drawn}\u001b[J`);
    },
    close: () => {
      stream.write(leave);
    },
  };
}

function printer(stream: NodeJS.WriteStream): Screen {
  let printed = "";
  return {
    draw(text) {
      if (text !== printed) stream.write(`${printed && "\n"}${text}\n`);
      printed = text;
    },
    close: () => {},
  };
}
