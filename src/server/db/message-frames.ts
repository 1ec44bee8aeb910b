/**
 * Follows where the messages of Postgres's protocol begin and end (a type byte, then a length that
 * counts itself): https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export class MessageFrames {
  private readonly header = Buffer.alloc(5);
  private headerLength = 0;
  private missing = 0;

  follow(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.missing > 0) {
        const taken = Math.min(this.missing, chunk.length - at);
        this.missing -= taken;
        at += taken;
      } else {
        this.header[this.headerLength++] = chunk[at++] ?? 0;
        if (this.headerLength === 5) this.beginBody();
      }
    }
  }

  /** Zeros that complete the message that has begun; empty between two messages. */
  complete(): Buffer {
    const rest: Buffer[] = [];
    if (this.headerLength > 0) {
      const begun = this.headerLength;
      this.header.fill(0, begun);
      this.header[4] = Math.max(this.header[4] ?? 0, 4);
      rest.push(Buffer.from(this.header.subarray(begun)));
      this.beginBody();
    }
    rest.push(Buffer.alloc(this.missing));
    this.missing = 0;
    return Buffer.concat(rest);
  }

  private beginBody(): void {
    this.missing = this.header.readUInt32BE(1) - 4;
    this.headerLength = 0;
  }
}
