import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readlinkSync } from "node:fs";
import { appendFile, truncate, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MediaServer, putFile, putLink, runId, startMediaServer } from "./media-server";

const video = randomBytes(1_000_000);
const address = `/api/runs/${runId}/files/output.mp4`;
let server: MediaServer;

beforeAll(async () => {
  server = await startMediaServer();
  const { dataDir } = server;
  await putFile(dataDir, `runs/${runId}/out/output.mp4`, video);
  await putFile(dataDir, `runs/${runId}/out/page.html`, "<script>alert(1)</script>");
  await putFile(dataDir, `runs/${runId}/out/empty.mp4`, "");
  await putFile(dataDir, `runs/${runId}/out/größe 1.mp4`, "x");
  await putFile(dataDir, `runs/${runId}/manifest.json`, "{}");
  await putFile(dataDir, `runs/${runId}/run.log`, "started\nfür alle\n");
  await putFile(dataDir, "inputs/city/color.mp4", "colour");
  await putFile(dataDir, "postgres/secret", "secret");
  await putFile(dataDir, "runs/zzzzzzzzzzzz/out/output.mp4", "of another run");
});
afterAll(() => server.stop());

describe("media", () => {
  test("a whole file comes with its length, type and a strong tag", async () => {
    const answer = await server.ask(address);

    expect(answer.status).toBe(200);
    expect(answer.body.equals(video)).toBe(true);
    expect(answer.headers).toMatchObject({
      "content-length": String(video.length),
      "content-type": "video/mp4",
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(answer.headers["last-modified"]).toBeDefined();
  });

  test.each([
    ["the first bytes", "bytes=0-99", 0, 99],
    ["bytes in the middle", "bytes=500000-500099", 500_000, 500_099],
    ["an open end", "bytes=999900-", 999_900, 999_999],
    ["the last bytes", "bytes=-100", 999_900, 999_999],
    ["more than there is", "bytes=999900-5000000", 999_900, 999_999],
    ["a suffix longer than the file", "bytes=-5000000", 0, 999_999],
  ])("a range of %s is sent alone", async (_name, range, start, end) => {
    const answer = await server.ask(address, { headers: { range } });

    expect(answer.status).toBe(206);
    expect(answer.headers["content-range"]).toBe(`bytes ${start}-${end}/${video.length}`);
    expect(answer.headers["content-length"]).toBe(String(end - start + 1));
    expect(answer.body.equals(video.subarray(start, end + 1))).toBe(true);
  });

  test.each(["bytes=1000000-", "bytes=-0"])(
    "%s lies outside: 416 says how long it is",
    async (range) => {
      const answer = await server.ask(address, { headers: { range } });

      expect(answer.status).toBe(416);
      expect(answer.headers["content-range"]).toBe(`bytes */${video.length}`);
    },
  );

  test.each(["bytes=0-1,5-6", "bytes=9-3", "lines=0-1", "bytes=-"])(
    "%s is answered with the whole file",
    async (range) => {
      const answer = await server.ask(address, { headers: { range } });

      expect([answer.status, answer.body.length]).toEqual([200, video.length]);
    },
  );

  test("HEAD answers like GET, without the bytes", async () => {
    const answer = await server.ask(address, { method: "HEAD" });

    expect(answer.status).toBe(200);
    expect(answer.headers["content-length"]).toBe(String(video.length));
    expect(answer.body).toHaveLength(0);
  });

  test("what has not changed is not sent again", async () => {
    const { etag = "", "last-modified": modified = "" } = (await server.ask(address)).headers;

    const byTag = await server.ask(address, { headers: { "if-none-match": `"old", ${etag}` } });
    const byDate = await server.ask(address, { headers: { "if-modified-since": modified } });
    const changed = await server.ask(address, { headers: { "if-none-match": '"old"' } });

    expect([byTag.status, byDate.status, changed.status]).toEqual([304, 304, 200]);
    expect(byTag.body).toHaveLength(0);
  });

  test("a range of an older version is answered with the whole new one", async () => {
    const { etag = "" } = (await server.ask(address)).headers;
    const range = "bytes=0-9";

    const same = await server.ask(address, { headers: { range, "if-range": etag } });
    const other = await server.ask(address, { headers: { range, "if-range": '"old"' } });

    expect([same.status, other.status]).toEqual([206, 200]);
  });

  test("an empty file is empty, and has no range", async () => {
    const empty = address.replace("output", "empty");

    const whole = await server.ask(empty);
    const range = await server.ask(empty, { headers: { range: "bytes=0-" } });

    expect([whole.status, whole.headers["content-length"]]).toEqual([200, "0"]);
    expect(range.status).toBe(416);
  });

  test("?download names the file, also beyond ASCII", async () => {
    const name = encodeURIComponent("größe 1.mp4");

    const answer = await server.ask(`/api/runs/${runId}/files/${name}?download`);

    expect(answer.headers["content-disposition"]).toBe(
      `attachment; filename="${runId}-gr__e_1.mp4"; filename*=UTF-8''${runId}-${name}`,
    );
  });

  test("what a browser could execute is not given a type that it would", async () => {
    const answer = await server.ask(address.replace("output.mp4", "page.html"));

    expect(answer.headers["content-type"]).toBe("application/octet-stream");
    expect(answer.headers["content-security-policy"]).toContain("sandbox");
  });

  test("files beside out/ and inputs are served too", async () => {
    const manifest = await server.ask(`/api/runs/${runId}/files/manifest.json`);
    const input = await server.ask("/api/inputs/city/color.mp4");

    expect(manifest.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(input.body.toString()).toBe("colour");
  });

  test("files are only read", async () => {
    const answer = await server.ask(address, { method: "DELETE" });

    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  test.skipIf(process.platform !== "linux")(
    "a reader that leaves half-way does not keep the file open",
    async () => {
      const path = `runs/${runId}/out/large.mp4`;
      await truncate(await putFile(server.dataDir, path, ""), 200_000_000);

      await server.leave(address.replace("output", "large"));

      await expect.poll(() => openFiles().some((file) => file.endsWith(path))).toBe(false);
    },
  );
});

function openFiles(): string[] {
  return readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
}

describe("a media address can't leave its folder", () => {
  const files = `/api/runs/${runId}/files`;

  test.each([
    `${files}/../../../postgres/secret`,
    `${files}/..%2f..%2f..%2fpostgres%2fsecret`,
    `${files}/%2e%2e/%2e%2e/%2e%2e/postgres/secret`,
    `${files}/..%5c..%5cpostgres%5csecret`,
    `${files}/%252e%252e/%252e%252e/postgres/secret`,
    `${files}//postgres/secret`,
    `${files}/%2fetc%2fpasswd`,
    `${files}/output.mp4%00.txt`,
    `${files}/output.mp4/`,
    `${files}/%ff`,
    `${files}/.`,
    `${files}/`,
    "/api/runs/../files/postgres/secret",
    "/api/runs/..%2fpostgres/files/secret",
    "/api/runs/K3V9X0A2B7CD/files/output.mp4",
    "/api/runs/short/files/output.mp4",
    "/api/runs/short/log",
    "/api/inputs/../postgres/secret",
    "/api/inputs/..%2fpostgres/secret",
    "/api/inputs/%2e%2e/postgres",
    "/api/inputs/city/../../postgres/secret",
  ])("%s", async (path) => {
    const answer = await server.ask(path);

    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain("secret\n");
  });

  test("not through a link either, but links to inputs are followed", async () => {
    const { dataDir } = server;
    await putLink(dataDir, `runs/${runId}/out/stolen`, "postgres/secret");
    await putLink(dataDir, `runs/${runId}/out/up`, "postgres");
    await putLink(dataDir, `runs/${runId}/out/other.mp4`, "runs/zzzzzzzzzzzz/out/output.mp4");
    await putLink(dataDir, `runs/${runId}/in/color.mp4`, "inputs/city/color.mp4");

    const paths = ["stolen", "up/secret", "other.mp4", "in/color.mp4"];
    const answers = await Promise.all(paths.map((path) => server.ask(`${files}/${path}`)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
  });

  test("a pipe or a folder is no file", async () => {
    execFileSync("mkfifo", [join(server.dataDir, `runs/${runId}/out/pipe`)]);

    const pipe = await server.ask(`${files}/pipe`);
    const folder = await server.ask(`/api/runs/${runId}/files/out`);

    expect([pipe.status, folder.status]).toEqual([404, 404]);
  });
});

describe("the log of a run", () => {
  const logAddress = `/api/runs/${runId}/log`;

  test("is text, whole, with ranges", async () => {
    const whole = await server.ask(logAddress);
    const end = await server.ask(logAddress, { headers: { range: "bytes=-6" } });

    expect(whole.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(whole.body.toString()).toBe("started\nfür alle\n");
    expect([end.status, end.body.toString()]).toEqual([206, " alle\n"]);
  });

  test("never ends in half a letter while it grows, and keeps every byte afterwards", async () => {
    const other = "0123456789ab";
    const log = await putFile(server.dataDir, `runs/${other}/run.log`, "a");
    await appendFile(log, Buffer.from("€").subarray(0, 2));

    const growing = await server.ask(`/api/runs/${other}/log`);
    await utimes(log, new Date(0), new Date(0));
    const ended = await server.ask(`/api/runs/${other}/log`);

    expect([growing.body.toString(), ended.body.length]).toEqual(["a", 3]);
  });

  test("of a run that has none yet is said to be missing", async () => {
    const answer = await server.ask("/api/runs/aaaaaaaaaaaa/log");

    expect([answer.status, answer.body.toString()]).toEqual([404, "This run has no log yet.\n"]);
  });
});

describe("who may ask", () => {
  test.each([
    ["localhost:3000", 200],
    ["LOCALHOST", 200],
    ["127.0.0.1:3000", 200],
    ["[::1]:3000", 200],
    ["192.168.0.7:3000", 200],
    ["evil.example:3000", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["user@localhost", 421],
  ])("a browser that thinks the server is %s gets %i", async (host, status) => {
    const answer = await server.ask("/", { headers: { host } });

    expect(answer.status).toBe(status);
  });

  test("a page of another site can't change anything", async () => {
    const post = (headers: Record<string, string>) =>
      server.ask("/api/trpc/runs.create", { method: "POST", headers });

    const host = "localhost:3000";
    const own = await post({ host, origin: "http://localhost:3000" });
    const program = await post({ host });
    const foreign = await post({ host, origin: "http://evil.example" });
    const hidden = await post({ host, origin: "null" });

    expect([own, program, foreign, hidden].map(({ status }) => status)).toEqual([
      200, 200, 403, 403,
    ]);
  });

  test("every answer forbids framing and sniffing", async () => {
    const { headers } = await server.ask("/");

    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
  });
});
