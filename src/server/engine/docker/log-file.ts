import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

const NOTE = "[cosmos] The log ends here";

/**
 * The log in a run's folder, as far as it has been brought there. Its length is the cursor. The bytes of
 * each place are always the same: whoever is killed in the middle, or writes at the same time as another,
 * does no harm.
 */
export class LogFile {
  readonly #file: FileHandle;
  #length: number;

  private constructor(file: FileHandle, length: number) {
    this.#file = file;
    this.#length = length;
  }

  static async open(folder: string): Promise<LogFile> {
    const file = await open(join(folder, "run.log"), constants.O_RDWR | constants.O_CREAT, 0o644);
    return new LogFile(file, (await file.stat()).size);
  }

  get length(): number {
    return this.#length;
  }

  async append(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#length);
      at += bytesWritten;
      this.#length += bytesWritten;
    }
  }

  /** Says, once, that the rest could not be had, and why. */
  async noteEnd(why: string): Promise<void> {
    const end = Buffer.alloc(Math.min(this.#length, 1000));
    await this.#file.read(end, 0, end.length, this.#length - end.length);
    if (end.includes(NOTE)) return;
    const newline = end.length > 0 && end.at(-1) !== 10 ? "\n" : "";
    const note = `${NOTE}, after ${this.#length} bytes: ${why}`;
    await this.append(Buffer.from(`${newline}${note}\n`));
  }

  /** Returns when all of it is on the disk. */
  async sync(): Promise<void> {
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
