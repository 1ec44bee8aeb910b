import { Agent, get } from "node:http";

export interface Answers {
  /** Milliseconds from sending each request to the last byte of its answer. */
  took: number[];
  perSecond: number;
}

export interface Asking {
  requests: number;
  /** How many at a time, each on a connection of its own. */
  concurrency: number;
}

/** Asks for one page again and again. Throws on any answer but 200. */
export async function askRepeatedly(url: string, asking: Asking): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: asking.concurrency });
  const took: number[] = [];
  let left = asking.requests;
  const askInTurn = async () => {
    while (left-- > 0) {
      const began = performance.now();
      await ask(url, agent);
      took.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: asking.concurrency }, askInTurn));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { took, perSecond: asking.requests / seconds };
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      response.resume();
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}.`));
      });
    });
    request.once("error", reject);
  });
}
