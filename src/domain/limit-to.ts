/** Makes a function that does work at most `max` at a time, in the order in which it was asked. */
export function limitTo(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    try {
      return await work();
    } finally {
      // The place passes to the next one, if there is one.
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  };
}
