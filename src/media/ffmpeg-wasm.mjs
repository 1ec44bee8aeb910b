// Command-line ffmpeg on any platform: @ffmpeg/core (WebAssembly) run as a program of its own.
// It sees only its working directory and the folders that its arguments name; no network.
// Plain JavaScript, so that it runs unbundled from a source tree as well.

import * as fs from "node:fs";
import { existsSync, readFileSync, readSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Emscripten's errno of a host error. */
const errno = {
  ENOENT: 44,
  EEXIST: 20,
  EACCES: 2,
  EPERM: 63,
  EISDIR: 31,
  ENOTDIR: 54,
  EINVAL: 28,
  ENOTEMPTY: 55,
  ENOSPC: 51,
  EROFS: 69,
};

/** A minimal Emscripten file system over one host folder (`mount.opts.root`). */
function hostFileSystem(FS) {
  const attempt = (action) => {
    try {
      return action();
    } catch (error) {
      if (!error.code) throw error;
      throw new FS.ErrnoError(errno[error.code] ?? 29);
    }
  };
  const hostPath = (node) => {
    const names = [];
    let at = node;
    for (; at.parent !== at; at = at.parent) names.push(at.name);
    return path.join(at.mount.opts.root, ...names.reverse());
  };
  const view = (buffer) => Buffer.from(buffer.buffer, buffer.byteOffset);
  const createNode = (parent, name, mode) =>
    Object.assign(FS.createNode(parent, name, mode, 0), { node_ops, stream_ops });
  const node_ops = {
    getattr(node) {
      const stat = attempt(() => fs.statSync(hostPath(node)));
      const { dev, ino, mode, nlink, uid, gid, rdev, size, atime, mtime, ctime } = stat;
      const blocks = Math.ceil(size / 512);
      return {
        dev,
        ino,
        mode,
        nlink,
        uid,
        gid,
        rdev,
        size,
        atime,
        mtime,
        ctime,
        blksize: 4096,
        blocks,
      };
    },
    setattr(node, attributes) {
      if (attributes.size === undefined) return;
      attempt(() => fs.truncateSync(hostPath(node), attributes.size));
    },
    lookup(parent, name) {
      const stat = attempt(() => fs.statSync(path.join(hostPath(parent), name)));
      return createNode(parent, name, stat.mode);
    },
    mknod(parent, name, mode) {
      const node = createNode(parent, name, mode);
      const target = hostPath(node);
      attempt(() => (FS.isDir(mode) ? fs.mkdirSync(target) : fs.writeFileSync(target, "")));
      return node;
    },
    rename(node, newParent, newName) {
      attempt(() => fs.renameSync(hostPath(node), path.join(hostPath(newParent), newName)));
      node.name = newName;
    },
    unlink: (parent, name) => attempt(() => fs.unlinkSync(path.join(hostPath(parent), name))),
    rmdir: (parent, name) => attempt(() => fs.rmdirSync(path.join(hostPath(parent), name))),
    readdir: (node) => attempt(() => fs.readdirSync(hostPath(node))),
  };
  const stream_ops = {
    open(stream) {
      if (!FS.isFile(stream.node.mode)) return;
      const mode = (stream.flags & 3) === 0 ? "r" : stream.flags & 512 ? "w+" : "r+";
      stream.hostFd = attempt(() => fs.openSync(hostPath(stream.node), mode));
    },
    close(stream) {
      if (stream.hostFd !== undefined) fs.closeSync(stream.hostFd);
    },
    read: (stream, buffer, offset, length, position) =>
      length && attempt(() => readSync(stream.hostFd, view(buffer), offset, length, position)),
    write: (stream, buffer, offset, length, position) =>
      attempt(() => writeSync(stream.hostFd, view(buffer), offset, length, position)),
    llseek(stream, offset, whence) {
      const from =
        whence === 1 ? stream.position : whence === 2 ? fs.fstatSync(stream.hostFd).size : 0;
      if (from + offset < 0) throw new FS.ErrnoError(28);
      return from + offset;
    },
  };
  return {
    mount: ({ opts }) => createNode(null, "/", attempt(() => fs.statSync(opts.root)).mode),
    createNode,
    node_ops,
    stream_ops,
  };
}

const pauseCell = new Int32Array(new SharedArrayBuffer(4));

/** Repeats a synchronous pipe call while the other side is not ready. */
function whenReady(action, atEnd) {
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (error.code === "EOF" || error.code === "EPIPE") return atEnd(error);
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(pauseCell, 0, 0, 2);
    }
  }
}

function writeAll(fd, bytes, offset, length) {
  let done = 0;
  while (done < length) {
    done += whenReady(
      () => writeSync(fd, bytes, offset + done, length - done),
      () => process.exit(1),
    );
  }
  return done;
}

/** A host path as the sandbox names it: the same on POSIX, without the drive on Windows. */
const inside = (hostPath) => hostPath.replace(/^[A-Za-z]:/, "").replaceAll("\\", "/");

function mountFolders(FS, folders) {
  const host = hostFileSystem(FS);
  const mounted = [];
  for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
    const covered = mounted.some(
      (other) => folder === other || folder.startsWith(other + path.sep),
    );
    if (covered || inside(folder) === "/") continue;
    FS.mkdirTree(inside(folder));
    FS.mount(host, { root: folder }, inside(folder));
    mounted.push(folder);
  }
}

async function main(given) {
  globalThis.self = { location: { href: "" } };
  const coreFile = require.resolve("@ffmpeg/core");
  const core = await require(coreFile)({
    wasmBinary: readFileSync(path.join(path.dirname(coreFile), "ffmpeg-core.wasm")),
    mainScriptUrlOrBlob: `x#${btoa(JSON.stringify({ wasmURL: "x", workerURL: "x" }))}`,
  });
  const { FS } = core;
  core.setLogger(({ type, message }) => {
    if (message === "Aborted()") return;
    const line = Buffer.from(`${message}\n`);
    writeAll(type === "stdout" ? 1 : 2, line, 0, line.length);
  });
  const view = (buffer) => Buffer.from(buffer.buffer, buffer.byteOffset);
  const stdin = FS.getStream(0);
  stdin.stream_ops = {
    ...stdin.stream_ops,
    read: (_stream, buffer, offset, length) =>
      whenReady(
        () => readSync(0, view(buffer), offset, length, null),
        () => 0,
      ),
  };
  const stdout = FS.getStream(1);
  stdout.stream_ops = {
    ...stdout.stream_ops,
    write: (_stream, buffer, offset, length) => writeAll(1, view(buffer), offset, length),
  };
  const named = given.filter((arg) => path.isAbsolute(arg) && existsSync(path.dirname(arg)));
  mountFolders(FS, new Set([process.cwd(), ...named.map((arg) => path.dirname(arg))]));
  FS.chdir(inside(process.cwd()));
  core.setTimeout(-1);
  process.exit(core.exec(...given.map((arg) => (named.includes(arg) ? inside(arg) : arg))));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error?.stack ?? String(error));
  process.exit(70);
});
