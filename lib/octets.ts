/**
 * UTF-8 that goes through the process unread, as a string of one character a byte: a string lies in V8's own heap and is
 * gone with the youngest, where a Buffer lies beside the heap and calls for collections of the old (0455).
 */
export class Octets {
  /** Each character is one byte. */
  readonly latin1: string;

  constructor(latin1: string) {
    this.latin1 = latin1;
  }

  /** In bytes. */
  get length(): number {
    return this.latin1.length;
  }

  toBuffer(): Buffer {
    return Buffer.from(this.latin1, "latin1");
  }

  /** The text that the bytes are. */
  toString(): string {
    return this.toBuffer().toString("utf8");
  }
}
