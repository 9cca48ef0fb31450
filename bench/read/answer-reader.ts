/**
 * One HTTP answer as it comes in on a connection, told whole from its bytes without making anything of them: what a load
 * generator leaves for the collector of garbage stops it in the middle of what it measures (0380).
 */

const firstBytes = 64 * 1_024;
const headEnd = Buffer.from("\r\n\r\n");
const chunksEnd = Buffer.from("0\r\n\r\n");
const errors = Buffer.from('"errors":');
const lengthName = Buffer.from("\ncontent-length: ");
const lowerCase = 0x20;
const zero = 0x30;
const lineEnd = 0x0d;

export class AnswerReader {
  #bytes = Buffer.allocUnsafeSlow(firstBytes);
  #have = 0;
  /** Bytes of the whole answer; 0 until the head says, without end where it comes in chunks. */
  #need = 0;

  /** Where the next bytes are to be written. */
  space(): Buffer {
    if (this.#have === 0) return this.#bytes;
    if (this.#have === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafeSlow(this.#have)]);
    return this.#bytes.subarray(this.#have);
  }

  /** @param length of what was written there. @returns whether the answer is whole. */
  take(length: number): boolean {
    this.#have += length;
    if (this.#need === 0) this.#need = this.#needed();
    if (this.#need === Number.POSITIVE_INFINITY)
      return this.#bytes.subarray(0, this.#have).subarray(-chunksEnd.length).equals(chunksEnd);
    return this.#need > 0 && this.#have >= this.#need;
  }

  /** @returns the code of an answer that is not 200 or has errors beside its data; `errors` may stand first or last. */
  failure(): string | null {
    const bytes = this.#bytes.subarray(0, this.#have);
    const status = bytes.toString("latin1", 9, 12);
    if (status === "200" && !bytes.includes(errors)) return null;
    return /"code":"(\w+)"/u.exec(bytes.toString("utf8"))?.[1] ?? `HTTP ${status}`;
  }

  /** For the next answer. */
  clear(): void {
    this.#have = 0;
    this.#need = 0;
  }

  #needed(): number {
    const end = this.#bytes.indexOf(headEnd);
    // What stands behind is left from an answer before.
    if (end < 0 || end + headEnd.length > this.#have) return 0;
    const length = this.#lengthIn(end);
    return length < 0 ? Number.POSITIVE_INFINITY : end + headEnd.length + length;
  }

  /** @returns -1 where the head tells none. */
  #lengthIn(end: number): number {
    for (let at = 0; at < end; at++) {
      if (!this.#hasNameAt(at)) continue;
      let length = 0;
      for (let digit = at + lengthName.length; this.#bytes[digit] !== lineEnd; digit++)
        length = length * 10 + (this.#bytes[digit] as number) - zero;
      return length;
    }
    return -1;
  }

  #hasNameAt(start: number): boolean {
    for (let i = 0; i < lengthName.length; i++) {
      const byte = this.#bytes[start + i] as number;
      const wanted = lengthName[i] as number;
      if (byte !== wanted && (byte | lowerCase) !== wanted) return false;
    }
    return true;
  }
}
