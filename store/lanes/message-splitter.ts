/** Cuts what comes from PostgreSQL into its messages, wherever the stream itself is cut. */

/** Where a message's body lies in the bytes it is told with. */
export interface Body {
  /** Behind the length. */
  readonly start: number;
  readonly end: number;
}

/** The bytes are used again when this returns: a copy is for whoever keeps them. */
export type OnMessage = (type: number, bytes: Buffer, body: Body) => void;

const headerBytes = 5;
/** Longer messages have a buffer of their own. */
const keptBytes = 65_536;

export class MessageSplitter {
  readonly #kept = Buffer.allocUnsafeSlow(keptBytes);
  /** A message whose end has not come, as long as it will be; as long as a head, while that is not known. */
  #part: Buffer | null = null;
  #have = 0;

  /** True between messages. */
  get isWhole(): boolean {
    return this.#part === null;
  }

  /** @param bytes may be used again when this returns. */
  push(bytes: Buffer, onMessage: OnMessage): void {
    let at = this.#goOn(bytes, onMessage);
    while (at + headerBytes <= bytes.length) {
      const end = at + wholeLength(bytes, at);
      if (end > bytes.length) break;
      onMessage(bytes[at] as number, bytes, { start: at + headerBytes, end });
      at = end;
    }
    if (at < bytes.length) this.#begin(bytes, at);
  }

  /** @returns where the message that had begun before ends. */
  #goOn(bytes: Buffer, onMessage: OnMessage): number {
    let at = 0;
    for (let part = this.#part; part !== null && at < bytes.length; part = this.#part) {
      const taken = bytes.copy(part, this.#have, at);
      at += taken;
      this.#have += taken;
      if (this.#have === part.length) this.#end(part, onMessage);
    }
    return at;
  }

  #begin(bytes: Buffer, at: number): void {
    const isKnown = at + headerBytes <= bytes.length;
    this.#part = this.#room(isKnown ? wholeLength(bytes, at) : headerBytes);
    this.#have = bytes.copy(this.#part, 0, at);
  }

  /** Of the message, or of its head alone. */
  #end(part: Buffer, onMessage: OnMessage): void {
    const end = wholeLength(part, 0);
    if (end > part.length) {
      this.#part = this.#room(end);
      part.copy(this.#part);
      return;
    }
    this.#part = null;
    onMessage(part[0] as number, part, { start: headerBytes, end });
  }

  #room(length: number): Buffer {
    return length <= keptBytes ? this.#kept.subarray(0, length) : Buffer.allocUnsafe(length);
  }
}

/** Of the message that begins there, with its type. */
function wholeLength(bytes: Buffer, at: number): number {
  return 1 + bytes.readUInt32BE(at + 1);
}
