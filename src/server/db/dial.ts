import { connect, isIP, type Socket } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import type { DatabaseConnection } from "./database-connection";

/**
 * Asks for TLS; any server answers with one byte. Length 8, then the code of an SSLRequest:
 * https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const patienceMs = 10_000;

/** Opens a socket to the database, encrypted as `tls` asks; throws the system's error. */
export async function dial(to: DatabaseConnection): Promise<Socket> {
  const local = to.host.startsWith("/");
  const plain = local
    ? connect(join(to.host, `.s.PGSQL.${to.port}`))
    : connect({ port: to.port, host: to.host, noDelay: true, keepAlive: true });
  await settled(plain, "connect");
  if (local || to.tls === "disable") return plain;
  plain.write(sslRequest);
  const answer = await settled(plain, "data");
  if (answer?.toString("latin1") !== "S") {
    if (to.tls === "prefer") return plain;
    plain.destroy();
    throw new Error("the server offers no TLS, which sslmode asks for");
  }
  plain.on("error", () => undefined);
  const encrypted = connectTls({
    socket: plain,
    rejectUnauthorized: to.tls === "verify-full",
    ...(isIP(to.host) ? {} : { servername: to.host }),
  });
  await settled(encrypted, "secureConnect");
  return encrypted;
}

function settled(socket: Socket, event: string): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const late = Object.assign(new Error("no answer in 10 s"), { code: "ETIMEDOUT" });
    const timer = setTimeout(() => socket.destroy(late), patienceMs);
    const finish = () => {
      clearTimeout(timer);
      socket.off(event, succeed).off("error", fail).off("close", hungUp);
    };
    const succeed = (value?: Buffer) => {
      finish();
      resolve(value);
    };
    const fail = (error: Error) => {
      finish();
      reject(error);
    };
    const hungUp = () => fail(Object.assign(new Error("hung up"), { code: "ECONNRESET" }));
    socket.on(event, succeed).on("error", fail).on("close", hungUp);
  });
}
