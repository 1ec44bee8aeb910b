import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDocker } from "./connect-docker";

let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((asked, answer) => {
    if (asked.url?.startsWith("/info")) return answer.end(JSON.stringify({ Name: "gpu1" }));
    answer.writeHead(200, { "content-length": 1000 });
    answer.write(`{"half": `);
    setTimeout(() => answer.destroy(), 10);
    return undefined;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

test("an engine behind TCP is asked", async () => {
  expect(await connectDocker(address).info()).toEqual({ Name: "gpu1" });
});

test("an answer whose line is cut in the middle is an error", async () => {
  await expect(connectDocker(address).version()).rejects.toThrow(/aborted/);
});

test.each(["", "gpu1", "/var/run/docker.sock", "ftp://gpu1"])("%j is no address", (wrong) => {
  expect(() => connectDocker(wrong)).toThrow("is no address of a Docker engine");
});

test("what the library writes out of each request leaves out the connections", () => {
  const modem: object = connectDocker("unix:///var/run/docker.sock").modem;
  const { agent } = modem as { agent: object };
  expect(inspect(agent, { showHidden: true, depth: null })).toBe("[agent]");
});
