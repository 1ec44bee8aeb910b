import { EngineUnreachable } from "../engine";

/** An answer of the engine that is an error: it was reached, and it refused. */
export interface EngineAnswer extends Error {
  statusCode: number;
}

/** Asking takes milliseconds; what takes this long will not come. */
const READ_MS = 15_000;
/** How Docker and Podman say that there is no such thing; a proxy before them has other words, or none. */
const NONE = /no such|could not find/i;
/** Starting a container with many layers and GPUs may take a while. */
const WRITE_MS = 120_000;

/**
 * Asks the engine something that changes nothing. Null when it says that there is no such thing; any
 * other failure means that nothing is known.
 * @param wordless the answer has no body, and thus no words that could tell whose it is
 * @throws EngineUnreachable
 */
export async function readEngine<T>(asked: Promise<T>, wordless = false): Promise<T | null> {
  try {
    return await within(asked, READ_MS);
  } catch (error) {
    if (isAnswer(error) && error.statusCode === 404 && (wordless || NONE.test(wordsOf(error)))) {
      return null;
    }
    throw unreachable(error);
  }
}

/**
 * Asks the engine to do something.
 * @throws EngineAnswer when it refuses, EngineUnreachable when it does not answer
 */
export async function commandEngine<T>(asked: Promise<T>): Promise<T> {
  try {
    return await within(asked, WRITE_MS);
  } catch (error) {
    if (isAnswer(error)) throw error;
    throw unreachable(error);
  }
}

/** The same, where some refusals only say that it is done already. */
export async function commandUnless(
  accepted: readonly number[],
  asked: Promise<unknown>,
): Promise<void> {
  try {
    await commandEngine(asked);
  } catch (error) {
    if (!isAnswer(error) || !accepted.includes(error.statusCode)) throw error;
  }
}

export function isAnswer(error: unknown): error is EngineAnswer {
  return error instanceof Error && typeof (error as Partial<EngineAnswer>).statusCode === "number";
}

/** What was sent with an error; the library puts its own words and a dash before it. */
function wordsOf({ message }: EngineAnswer): string {
  return message.slice(message.indexOf(" - ") + 3);
}

/** Says of a failure that the engine did not answer. */
export function unreachable(error: unknown): EngineUnreachable {
  if (error instanceof EngineUnreachable) return error;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new EngineUnreachable(`The Docker engine does not answer: ${reason}`, { cause: error });
}

async function within<T>(asked: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
