/**
 * Requests that the system hands over together are answered after all of them have been read, and that of the connection
 * first which was answered longest ago. In the order in which the system tells of them, a connection that just missed one
 * turn of the loop waits for all others of the next one too, which was every sixteenth request (docs/decisions/0457).
 */
interface Waiting {
  readonly connection: object;
  /** When its connection was answered last; of one that never was: when it came, between two answers. */
  readonly since: number;
  readonly answer: () => void;
}

export class ServingOrder {
  /** Counts answers: a clock of what was before what. */
  #moment = 0;
  readonly #answered = new WeakMap<object, number>();
  readonly #waiting: Waiting[] = [];
  readonly #answerNext = (): void => {
    const [next] = this.#waiting.splice(this.#longestWaiting(), 1);
    if (next === undefined) return;
    this.#answered.set(next.connection, ++this.#moment);
    next.answer();
  };

  /** One immediate for each request: what the one before has left to do by promises is done first, its writing above all. */
  add(connection: object, answer: () => void): void {
    const since = this.#answered.get(connection) ?? this.#moment + 0.5;
    this.#waiting.push({ connection, since, answer });
    setImmediate(this.#answerNext);
  }

  /** Of those who have waited as long, the first that came. */
  #longestWaiting(): number {
    let longest = 0;
    for (let i = 1; i < this.#waiting.length; i++)
      if (this.#since(i) < this.#since(longest)) longest = i;
    return longest;
  }

  #since(place: number): number {
    return this.#waiting[place]?.since ?? Number.POSITIVE_INFINITY;
  }
}
