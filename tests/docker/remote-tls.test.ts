import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectDocker } from "@/server/engine/docker/connect-docker";
import { describeWithDocker } from "../harness/describe-with-docker";
import { findProgram } from "../../scripts/find-program.mjs";
import { makeCertificates } from "../harness/make-certificates";

const missing = findProgram("openssl") ? "" : " (skipped: no openssl was found)";

describe.skipIf(missing)("", () =>
  describeWithDocker(`a Docker host behind TCP with TLS${missing}`, ({ socket }) => {
    let certPath: string;
    let strangers: string;
    let server: Server;
    let address: string;
    beforeAll(async () => {
      certPath = makeCertificates();
      strangers = makeCertificates();
      const read = (name: string) => readFileSync(join(certPath, name));
      const [ca, cert, key] = [read("ca.pem"), read("cert.pem"), read("key.pem")];
      server = createServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true });
      server.on("tlsClientError", () => {});
      server.on("secureConnection", (client: TLSSocket) => {
        const engine = connect(socket);
        for (const end of [client, engine]) {
          end.on("error", () => {});
          end.on("close", () => {
            client.destroy();
            engine.destroy();
          });
        }
        client.pipe(engine).pipe(client);
      });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.close();
      for (const folder of [certPath, strangers]) rmSync(folder, { recursive: true, force: true });
    });

    test("is reached with the certificates of DOCKER_CERT_PATH", async () => {
      const info = await connectDocker(address, { verify: "1", certPath }).info();
      expect(info.ServerVersion).toBeTruthy();
    });

    test("is not trusted when another authority signed for it", async () => {
      await expect(connectDocker(address, { certPath: strangers }).info()).rejects.toThrow(
        /certificate/,
      );
    });

    test("a certificate that is missing is named", () => {
      const empty = mkdtempSync(join(tmpdir(), "cosmos-certificates-"));
      const connecting = () => connectDocker(address, { verify: "1", certPath: empty });
      expect(connecting).toThrow(`${empty}/ca.pem cannot be read (ENOENT)`);
      rmSync(empty, { recursive: true });
    });
  }),
);
