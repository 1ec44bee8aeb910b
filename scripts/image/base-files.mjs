import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import { findProgram } from "../find-program.mjs";
import { listLibraries } from "./list-libraries.mjs";

/** What the entry and the tests call, for machines without busybox. */
const tools = "cat chown cp date dd echo env false head id kill ls mkdir mkfifo mv ps rm sha256sum";
const more = "sleep stat tail tee test touch true wc";

/**
 * A root file system with a shell, the usual tools and the Node that runs this, taken from this
 * machine with the libraries they load. Node is at /usr/local/bin/node.
 * @returns {import("./lay-out-layer.mjs").ImageFile[]}
 */
export function baseFiles() {
  return [
    ...programFiles(process.execPath, "/usr/local/bin/node"),
    ...shellFiles(),
    { path: "/usr/bin/env", target: "../../bin/env" },
    { path: "/etc/passwd", data: "root:x:0:0::/:/bin/sh\n", mode: 0o644 },
    { path: "/etc/group", data: "root:x:0:\n", mode: 0o644 },
    { path: "/etc/nsswitch.conf", data: "hosts: files dns\n", mode: 0o644 },
    { path: "/tmp", mode: 0o1777 },
  ];
}

/**
 * A program of this machine with its libraries, which keep their paths.
 * @param {string} program
 * @param {string} path where it is in the image
 * @returns {import("./lay-out-layer.mjs").ImageFile[]}
 */
export function programFiles(program, path) {
  const libraries = listLibraries(program).map((library) => ({ path: library, source: library }));
  return [{ path, source: program }, ...libraries];
}

function shellFiles() {
  const busybox = findProgram("busybox");
  if (busybox) {
    const applets = execFileSync(busybox, ["--list"], { encoding: "utf8" }).trim().split("\n");
    const links = applets
      .filter((name) => name !== "busybox")
      .map((name) => ({ path: `/bin/${basename(name)}`, target: "busybox" }));
    return [...programFiles(busybox, "/bin/busybox"), ...links];
  }
  return ["sh", ...`${tools} ${more}`.split(" ")].flatMap((name) => {
    const found = findProgram(name);
    return found ? programFiles(found, `/bin/${name}`) : [];
  });
}
