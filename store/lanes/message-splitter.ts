/** Cuts what comes from PostgreSQL into its messages, wherever the stream itself is cut. */

/** @param body begins behind the length. The bytes are the connection's own: a copy is for whoever keeps them long. */
export type OnMessage = (type: number, bytes: Buffer, body: { start: number; end: number }) => void;

const headerBytes = 5;

export class MessageSplitter {
  /** Parts of a message whose end has not come. */
  #parts: Buffer[] = [];
  #have = 0;
  /** Bytes until that message is whole; a head itself may be cut. */
  #need = 0;

  /** True between messages. */
  get isWhole(): boolean {
    return this.#have === 0;
  }

  push(bytes: Buffer, onMessage: OnMessage): void {
    const all = this.#joined(bytes);
    if (all === null) return;
    let at = 0;
    while (at + headerBytes <= all.length) {
      const end = at + 1 + all.readUInt32BE(at + 1);
      if (end > all.length) break;
      onMessage(all[at] as number, all, { start: at + headerBytes, end });
      at = end;
    }
    if (at < all.length) this.#keep(all.subarray(at));
  }

  /** A message of many parts is put together once, not with each of them. */
  #joined(bytes: Buffer): Buffer | null {
    if (this.#have === 0) return bytes;
    this.#parts.push(bytes);
    this.#have += bytes.length;
    if (this.#have < this.#need) return null;
    const all = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#have = 0;
    return all;
  }

  #keep(rest: Buffer): void {
    this.#parts = [rest];
    this.#have = rest.length;
    this.#need = rest.length < headerBytes ? headerBytes : 1 + rest.readUInt32BE(1);
  }
}
