type Fields = Record<string, unknown>;

/** One JSON line per event on stderr; values must hold no secrets. */
export interface Logger {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

export function createLogger(component: string): Logger {
  const write = (level: string) => (message: string, fields?: Fields) => {
    const line = { at: new Date().toISOString(), level, component, message, ...fields };
    process.stderr.write(`${JSON.stringify(line, describeErrors)}\n`);
  };
  return { info: write("info"), warn: write("warn"), error: write("error") };
}

function describeErrors(_key: string, value: unknown) {
  return value instanceof Error ? value.message : value;
}
