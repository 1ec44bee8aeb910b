import { request } from "node:http";
import type { Readable } from "node:stream";

interface DockerRequest {
  method?: "GET" | "POST" | "DELETE";
  /** As in `/containers/json?all=1`. */
  path: string;
  /** A stream is sent as a tar, anything else as JSON. */
  body?: Readable | object;
}

interface DockerAnswer {
  status: number;
  text: string;
  /** The body as JSON. Throws when it is something else. */
  json<T>(): T;
}

/** One request to the engine behind a Unix socket. Rejects only when there is no answer. */
export function dockerRequest(socketPath: string, asked: DockerRequest): Promise<DockerAnswer> {
  const { method = "GET", path, body } = asked;
  return new Promise((resolve, reject) => {
    const tar = isStream(body);
    const headers = body ? { "content-type": tar ? "application/x-tar" : "application/json" } : {};
    const sent = request({ socketPath, method, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({ status: answer.statusCode ?? 0, text, json: <T>() => JSON.parse(text) as T }),
      );
    });
    sent.once("error", reject);
    if (tar) body.once("error", reject).pipe(sent);
    else sent.end(body && JSON.stringify(body));
  });
}

function isStream(body: DockerRequest["body"]): body is Readable {
  return body !== undefined && "pipe" in body;
}
