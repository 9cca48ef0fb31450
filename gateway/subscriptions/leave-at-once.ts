/**
 * A stream that ends as soon as it is told to. A generator that waits for its next value takes a `return` only after that
 * value, which may never come: its place and its hearer would stay taken for as long as the connection lives.
 */
export class LeaveAtOnce<T> implements AsyncIterableIterator<T, void> {
  readonly #source: AsyncGenerator<T, void>;
  readonly #leave: () => void;
  #left = false;

  /** @param leave makes the source end its waiting; called once, also where the source ends by itself. */
  constructor(source: AsyncGenerator<T, void>, leave: () => void) {
    this.#source = source;
    this.#leave = leave;
  }

  async next(): Promise<IteratorResult<T, void>> {
    const result = await this.#source.next();
    if (result.done === true) this.#end();
    // What the source says of its own end is for nobody any more.
    return this.#left ? { done: true, value: undefined } : result;
  }

  async return(): Promise<IteratorResult<T, void>> {
    this.#end();
    await this.#source.return();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    if (!this.#left) this.#leave();
    this.#left = true;
  }
}
