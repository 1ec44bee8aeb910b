import { createServer } from "node:net";

/**
 * The port to start on: `PORT` if it is set, else 3000, else any free one.
 * @param {string} host
 * @returns {Promise<string>}
 */
export async function choosePort(host) {
  if (process.env.PORT) return process.env.PORT;
  return String((await tryPort(3000, host)) ?? (await tryPort(0, host)) ?? 3000);
}

/** The port that could be listened on, or null. */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, host, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}
