/** How many requests are worked on at once; a few more wait a little, the newest beyond them are refused at once. */
import { GoldseedError } from "../../domain/errors.ts";

export interface AdmissionOptions {
  readonly maxInFlight: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

export class Admission {
  readonly #options: AdmissionOptions;
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** @returns a function that gives the place back. @throws GoldseedError OVERLOADED */
  async admit(): Promise<() => void> {
    const { maxInFlight, maxWaiting } = this.#options;
    if (this.#inFlight >= maxInFlight) {
      if (this.#waiting.length >= maxWaiting) throw overloaded();
      await this.#wait();
    } else {
      this.#inFlight += 1;
    }
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#release();
    };
  }

  /** The place goes to the longest waiting request without becoming free in between. */
  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inFlight -= 1;
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(overloaded());
      }, this.#options.maxWaitMs);
      this.#waiting.push(enter);
    });
  }
}

function overloaded(): GoldseedError {
  return new GoldseedError(
    "OVERLOADED",
    "系统繁忙，请稍后再试。 The gateway is at its limit; try again after the time in Retry-After.",
  );
}
