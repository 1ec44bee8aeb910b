import { AppError } from "@/server/errors";

/** Where a database is and how to get in; holds the password, so never print it. */
export interface DatabaseConnection {
  /** Host name, address, or the folder of a Unix socket (begins with `/`). */
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  /** As libpq's sslmode; `require` encrypts without checking the certificate. */
  tls: "disable" | "prefer" | "require" | "verify-full";
  /** The built-in server: DATABASE_URL is not set. */
  embedded?: true;
  /** Other parameters of the URL, sent to the server as settings of the session. */
  settings?: Record<string, string>;
}

const tlsModes: Record<string, DatabaseConnection["tls"]> = {
  disable: "disable",
  allow: "prefer",
  prefer: "prefer",
  require: "require",
  "verify-ca": "verify-full",
  "verify-full": "verify-full",
};

/**
 * Reads a connection URL the way libpq does, `?host=/folder` for a Unix socket included.
 * Throws AppError that names DATABASE_URL and shows none of it.
 */
export function parseDatabaseUrl(text: string): DatabaseConnection {
  try {
    const url = new URL(text);
    const { host, port, user, password, dbname, sslmode, ...settings } = Object.fromEntries(
      url.searchParams,
    );
    const name = decodeURIComponent(url.username) || user || "postgres";
    const tls = tlsModes[sslmode ?? "prefer"];
    if (!tls) throw new Error("sslmode");
    const secret = decodeURIComponent(url.password) || password;
    return {
      host: host ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, "") || "localhost"),
      port: Number(url.port || port || 5432),
      user: name,
      ...(secret ? { password: secret } : {}),
      database: decodeURIComponent(url.pathname.slice(1)) || dbname || name,
      tls,
      settings,
    };
  } catch {
    throw new AppError(
      "unavailable",
      "DATABASE_URL is not a valid address: write postgres://user:password@host:5432/database and percent-encode special characters of the password.",
    );
  }
}

/** The address without the password, for messages. */
export function showAddress({ user, host, port, database }: DatabaseConnection): string {
  return `${user}@${host}:${port}/${database}`;
}
