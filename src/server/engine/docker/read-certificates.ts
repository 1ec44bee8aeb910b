import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** As in the environment: DOCKER_TLS_VERIFY and DOCKER_CERT_PATH. */
export interface TlsSettings {
  /** TLS is used when it says anything. */
  verify?: string | undefined;
  /** Folder of ca.pem, cert.pem and key.pem; TLS is used when it is given. */
  certPath?: string | undefined;
}

interface Certificates {
  ca: string;
  cert: string;
  key: string;
}

/**
 * The certificates for a TCP address; null where plain TCP is meant. Docker keeps them in `~/.docker`
 * when no folder is named.
 * @throws Error that names the file that cannot be read
 */
export function certificatesFor(url: URL, { verify, certPath }: TlsSettings): Certificates | null {
  if (!verify && !certPath && url.protocol !== "https:") return null;
  const folder = certPath ?? join(homedir(), ".docker");
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(
        `${join(folder, name)} cannot be read (${code}): the Docker engine at ${url.host} is asked with TLS, which needs ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH.`,
        { cause: error },
      );
    }
  };
  return { ca: read("ca.pem"), cert: read("cert.pem"), key: read("key.pem") };
}
