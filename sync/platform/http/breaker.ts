/** Stops asking a platform that is away: after some failures in a row only one request a while is let through. */
export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** How long it stays open before one request may probe. */
  readonly restMs: number;
  /** Of a clock that no hand sets: set back by a day, it would stay open for that day. */
  readonly nowMs: () => number;
}

export type BreakerState = "CLOSED" | "OPEN" | "PROBING";

export class Breaker {
  readonly #options: BreakerOptions;
  #failures = 0;
  #openUntilMs = 0;
  #probing = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get state(): BreakerState {
    if (this.#failures < this.#options.threshold) return "CLOSED";
    return this.#probing ? "PROBING" : "OPEN";
  }

  /** True when a request may go out. The one that is let through while open is the probe; its fate must be told. */
  admit(): boolean {
    if (this.state === "CLOSED") return true;
    if (this.#probing || this.#options.nowMs() < this.#openUntilMs) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#probing = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#probing = false;
    this.#openUntilMs = this.#options.nowMs() + this.#options.restMs;
  }

  /** The request ended without a word about the platform, such as a caller that stopped waiting. */
  withdrawn(): void {
    this.#probing = false;
  }
}
