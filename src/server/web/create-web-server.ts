import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createLogger } from "@/server/logger";
import { isAllowedHost, isAllowedOrigin } from "./allowed-host";
import { plainAnswer } from "./plain-answer";
import { putBackInputs } from "./put-back-inputs";
import { securityHeaders } from "./security-headers";
import { serveMedia } from "./serve-media";
import { createUploads } from "./serve-uploads";
import { sweepUploads } from "./sweep-uploads";

export interface WebServerOptions {
  /** Absolute path of the data folder. */
  dataDir: string;
  /** The name or address that the server listens on. */
  host: string;
  dev: boolean;
  /** Answers everything that is no media file: Next. */
  handlePage: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const log = createLogger("web");
const SWEEP_EVERY_MS = 3_600_000;

/**
 * The web server: refuses foreign hosts and origins, serves media and takes uploads itself,
 * leaves the rest to Next.
 */
export function createWebServer(options: WebServerOptions): Server {
  const headers = securityHeaders(options.dev);
  const serveUploads = createUploads(options.dataDir);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { host, origin } = request.headers;
    if (!isAllowedHost(host, options.host)) {
      const name = JSON.stringify(host ?? "");
      plainAnswer(response, 421, `Cosmos does not answer to ${name}; name it in COSMOS_HOST.`);
    } else if (changesSomething(request) && !isAllowedOrigin(origin, host)) {
      plainAnswer(response, 403, "Refused: the request comes from a page of another site.");
    } else if (await serveUploads(request, response)) {
      return;
    } else if (!(await serveMedia(request, response, options.dataDir))) {
      await options.handlePage(request, response);
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error("a request failed", { path: request.url, error });
      if (response.headersSent) response.destroy();
      else plainAnswer(response, 500, "Cosmos failed to answer; its log says why.");
    });
  });
  keepUploadsSwept(server, options.dataDir);
  return server;
}

function keepUploadsSwept(server: Server, dataDir: string): void {
  const sweep = () =>
    sweepUploads(dataDir).catch((error: unknown) => {
      log.warn("old uploads could not be removed", { error });
    });
  server.once("listening", () => {
    putBackInputs(dataDir).catch((error: unknown) => {
      log.warn("inputs whose deletion was cut off could not be put back", { error });
    });
    void sweep();
    const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
    server.once("close", () => clearInterval(timer));
  });
}

function changesSomething(request: IncomingMessage): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(request.method ?? "");
}
