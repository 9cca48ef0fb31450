/**
 * Ends requests whose body does not arrive in time. The HTTP server itself waits as long as a file may take; whatever is
 * not a file has no such time. One timer looks at all of them: they come in the order in which their time is over.
 */
import type { IncomingMessage } from "node:http";

export class BodyClock {
  readonly #timeoutMs: number;
  readonly #lateAt = new Map<IncomingMessage, number>();
  #ticking = false;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  begin(request: IncomingMessage): void {
    this.#lateAt.set(request, performance.now() + this.#timeoutMs);
    if (!this.#ticking) this.#tickIn(this.#timeoutMs);
  }

  arrived(request: IncomingMessage): void {
    this.#lateAt.delete(request);
  }

  #tickIn(ms: number): void {
    this.#ticking = true;
    setTimeout(() => this.#tick(), ms).unref();
  }

  #tick(): void {
    this.#ticking = false;
    const now = performance.now();
    for (const [request, lateAt] of this.#lateAt) {
      if (lateAt > now) return this.#tickIn(lateAt - now + 1);
      this.#lateAt.delete(request);
      request.destroy();
    }
  }
}
