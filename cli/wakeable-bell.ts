/** A pause that can be cut short: a ring during the work before it is remembered, so that nothing is slept through. */

export interface Bell {
  readonly ring: () => void;
  /** @returns false when the end came first. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<boolean>;
}

export function wakeableBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (ms, signal) => {
      if (!rung && !signal.aborted) await pause(ms, signal, (end) => (wake = end));
      rung = false;
      return !signal.aborted;
    },
  };
}

function pause(ms: number, signal: AbortSignal, onStart: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
    onStart(end);
  });
}
