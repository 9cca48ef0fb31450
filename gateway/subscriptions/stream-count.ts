/** How many streams are open, of each caller and in all: one caller may not take the places of the others. */
import { GoldseedError } from "../../domain/errors.ts";

export interface StreamLimits {
  readonly maxStreams: number;
  readonly maxStreamsPerSubject: number;
}

export class StreamCount {
  readonly #limits: StreamLimits;
  readonly #bySubject = new Map<string, number>();
  #all = 0;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#all;
  }

  /** @returns gives the place back; a second call does nothing. @throws GoldseedError OVERLOADED */
  take(subject: string): () => void {
    const own = this.#bySubject.get(subject) ?? 0;
    const { maxStreams, maxStreamsPerSubject } = this.#limits;
    if (own >= maxStreamsPerSubject || this.#all >= maxStreams) {
      throw new GoldseedError(
        "OVERLOADED",
        "订阅过多。 Too many subscriptions are open. End some of them and try again.",
      );
    }
    this.#all += 1;
    this.#bySubject.set(subject, own + 1);
    let held = true;
    return () => {
      if (held) this.#give(subject);
      held = false;
    };
  }

  #give(subject: string): void {
    this.#all -= 1;
    const left = (this.#bySubject.get(subject) ?? 1) - 1;
    if (left === 0) this.#bySubject.delete(subject);
    else this.#bySubject.set(subject, left);
  }
}
