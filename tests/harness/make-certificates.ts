import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder with ca.pem, and cert.pem and key.pem for both ends of a line to 127.0.0.1. */
export function makeCertificates(): string {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-certificates-"));
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...key,
    "-keyout",
    "ca-key.pem",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=test ca",
  );
  openssl("req", ...key, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=test");
  writeFileSync(join(folder, "names"), "subjectAltName=IP:127.0.0.1\n");
  const signed = ["-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-extfile", "names"];
  openssl("x509", "-req", "-in", "request.pem", ...signed, "-out", "cert.pem", "-days", "2");
  return folder;
}
