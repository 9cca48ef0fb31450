/**
 * What is looked at of an AbortSignal, so that each request has something that says whether its caller has gone without
 * the cost of an event target; whoever needs a real signal is given one when he asks.
 */
export interface Leaving {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { once: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A caller who may go away, once. */
export class Departure implements Leaving {
  aborted = false;
  reason: Error | undefined;
  readonly #listeners: (() => void)[] = [];

  leave(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.#listeners.splice(0)) listener();
  }

  throwIfAborted(): void {
    if (this.reason !== undefined) throw this.reason;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    const at = this.#listeners.indexOf(listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }
}

const signals = new WeakMap<Leaving, AbortSignal>();

/** The same signal for the same caller each time. */
export function abortSignalOf(leaving: Leaving): AbortSignal {
  if (leaving instanceof AbortSignal) return leaving;
  const known = signals.get(leaving);
  if (known) return known;
  const { signal, abort } = controlled();
  if (leaving.aborted) abort(leaving.reason);
  else leaving.addEventListener("abort", () => abort(leaving.reason));
  signals.set(leaving, signal);
  return signal;
}

function controlled(): { signal: AbortSignal; abort: (reason: unknown) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason) => controller.abort(reason) };
}
