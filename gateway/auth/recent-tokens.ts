/**
 * Proven tokens by the Authorization header as it came, for the tokens of the last seconds: those are in the memory of the process
 * anyway, in what its connections have read. Whatever is older is known by its digest alone (claims-cache.ts).
 */
import type { ProvenToken } from "./verify-token.ts";

const keptMs = 10_000;
const mostHeaders = 2_000;

export class RecentTokens {
  #now = new Map<string, ProvenToken>();
  #before = new Map<string, ProvenToken>();
  #turning = false;

  /** @returns undefined when unknown; the caller looks at the times, and at the key. */
  get(header: string): ProvenToken | undefined {
    return this.#now.get(header) ?? this.#before.get(header);
  }

  set(header: string, proven: ProvenToken): void {
    if (this.#now.size >= mostHeaders) this.#turn();
    this.#now.set(header, proven);
    if (this.#turning) return;
    this.#turning = true;
    setTimeout(() => this.#later(), keptMs).unref();
  }

  #later(): void {
    this.#turn();
    this.#turning = this.#before.size > 0;
    if (this.#turning) setTimeout(() => this.#later(), keptMs).unref();
  }

  #turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
