/**
 * Text on its way to COPY, held as bytes outside the heap: as strings the portions made the collector half of the fill.
 */
export class CopyBuffer {
  #bytes = Buffer.allocUnsafe(1 << 18);
  #length = 0;

  append(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    const wanted = this.#length + text.length * 3;
    if (wanted > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(wanted, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#length += this.#bytes.write(text, this.#length, "utf8");
  }

  /** Valid until the next `append`. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
