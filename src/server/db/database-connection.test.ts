import { describe, expect, it } from "vitest";
import { parseDatabaseUrl, showAddress } from "./database-connection";

describe("parseDatabaseUrl", () => {
  it.each([
    [
      "postgres://ann:s%40crt@db.example:6000/cosmos",
      { user: "ann", password: "s@crt", host: "db.example", port: 6000, database: "cosmos" },
    ],
    ["postgresql://ann@db", { user: "ann", host: "db", port: 5432, database: "ann" }],
    ["postgres://ann@[::1]:5433/x", { host: "::1", port: 5433 }],
    ["postgres://ann@localhost/x?host=/run/pg&port=5439", { host: "/run/pg", port: 5439 }],
    ["postgres://ann@db/x", { tls: "prefer" }],
    ["postgres://ann@db/x?sslmode=require", { tls: "require", settings: {} }],
    ["postgres://ann@db/x?sslmode=verify-ca", { tls: "verify-full" }],
    ["postgres://ann@db/x?application_name=me", { settings: { application_name: "me" } }],
  ])("reads %s", (url, expected) => {
    expect(parseDatabaseUrl(url)).toMatchObject(expected);
  });

  it.each([
    "postgres://ann:pass%word@db/x",
    "postgres://ann:se/cret@db:port/x",
    "postgres://ann:secret@db/x?sslmode=always",
  ])("names DATABASE_URL and shows nothing of %s", (url) => {
    let message = "";
    try {
      parseDatabaseUrl(url);
    } catch (error) {
      message = (error as Error).message;
    }

    expect(message).toMatch(/^DATABASE_URL is not a valid address: /);
    expect(message).not.toMatch(/ann|se\/?cret|pass%/);
  });

  it("shows an address without its password", () => {
    const address = showAddress(parseDatabaseUrl("postgres://ann:secret@db/x"));

    expect(address).toBe("ann@db:5432/x");
  });
});
