import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { dcgmSource } from "./dcgm-source";

const asked: (string | undefined)[] = [];
const server = createServer(({ headers }, answer) => {
  asked.push(headers.authorization);
  answer.writeHead(403).end();
});
afterEach(() => void server.close());

test("a name and password in the exporter's address log in, and are in no error", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const reading = dcgmSource(`http://me:s%40cret@127.0.0.1:${port}`).read();

  await expect(reading).rejects.toThrow(/^(?!.*cret).*status 403$/);
  expect(asked).toEqual([`Basic ${btoa("me:s@cret")}`]);
});
