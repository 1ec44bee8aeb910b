import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { Duplex } from "node:stream";

const STDERR_MAX = 4096;

/**
 * A program's stdin and stdout as one connection, with what Node's HTTP client asks of a socket. When
 * the program fails, the last line of its stderr is the error's message.
 */
export class SshSocket extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #program: string;
  #said = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(program: string, args: readonly string[]) {
    super({ allowHalfOpen: false });
    this.#program = program;
    const child = spawn(program, args, { stdio: "pipe" });
    this.#child = child;
    child.stdout.on("data", (bytes: Buffer) => {
      this.#timer?.refresh();
      if (!this.push(bytes)) child.stdout.pause();
    });
    child.stderr.on("data", (bytes: Buffer) => {
      this.#said = (this.#said + bytes.toString()).slice(-STDERR_MAX);
    });
    // A pipe that breaks is told by the end of the program, with the reason.
    for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.on("error", () => {});
    child.once("error", (error) =>
      this.destroy(new Error(`${program} cannot be run: ${error.message}`)),
    );
    child.once("close", (code) => this.#ended(code));
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(bytes: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#timer?.refresh();
    // Its failure is the end of the program, whose reason is worth more.
    this.#child.stdin.write(bytes, () => done());
  }

  override _final(done: () => void): void {
    this.#child.stdin.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#timer);
    this.#child.kill();
    done(error);
  }

  setTimeout(ms: number): this {
    clearTimeout(this.#timer);
    this.#timer = ms > 0 ? setTimeout(() => this.emit("timeout"), ms).unref() : undefined;
    return this;
  }

  /** Pipes have no such delay. */
  setNoDelay(): this {
    return this;
  }

  /** ssh has its own. */
  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this.#hold("ref");
  }

  /** An idle connection does not keep our process alive. */
  unref(): this {
    return this.#hold("unref");
  }

  #hold(verb: "ref" | "unref"): this {
    const { stdin, stdout, stderr } = this.#child;
    for (const held of [this.#child, stdin, stdout, stderr]) {
      if (verb in held) (held as ChildProcessWithoutNullStreams)[verb]();
    }
    return this;
  }

  #ended(code: number | null): void {
    if (code === 0) {
      this.push(null);
      return;
    }
    const reason = this.#said.trim().split("\n").at(-1)?.trim();
    this.destroy(new Error(reason || `${this.#program} ended with exit code ${code}`));
  }
}
