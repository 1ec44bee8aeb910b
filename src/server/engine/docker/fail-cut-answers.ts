import { buffer } from "node:stream/consumers";
import type { IncomingMessage } from "node:http";
import type Dockerode from "dockerode";

type Done = (error: unknown, answer?: unknown) => void;

interface Request {
  isStream?: boolean;
  hijack?: boolean;
}

interface Modem {
  dial(request: Request, done: Done): void;
}

/**
 * The library waits for ever for the rest of an answer whose connection is lost in the middle. Here it
 * hands over each answer as a stream, and we read it: a cut becomes an error.
 */
export function failCutAnswers(docker: Dockerode): void {
  const modem = docker.modem as Modem;
  const dial = modem.dial.bind(modem);
  modem.dial = (request, done) => {
    if (request.isStream || request.hijack) return dial(request, done);
    return dial({ ...request, isStream: true }, (error, answer) => {
      if (error) return done(error);
      buffer(answer as IncomingMessage).then(
        (whole) => done(null, parse(whole)),
        (cut: unknown) => done(cut),
      );
    });
  };
}

/** As the library does it: JSON where it is some, else the bytes. */
function parse(whole: Buffer): unknown {
  try {
    return JSON.parse(whole.toString()) || whole;
  } catch {
    return whole;
  }
}
