/** Figures of a list of times. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Welch's t over both lists, cut off where nine tenths of all their values lie below: what is slower is the machine's and
 * not the statement's. One bound for both, so that a list that is slower than the other is not cut into its shape.
 */
export function croppedWelch(first: readonly number[], second: readonly number[]): number {
  const bound = percentile([...first, ...second], 0.9);
  const [a, b] = [first, second].map((list) => describe(list.filter((each) => each <= bound)));
  if (!a || !b) return Number.NaN;
  return (a.mean - b.mean) / Math.sqrt(a.share + b.share);
}

function describe(values: readonly number[]) {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const spread = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
  return { mean, share: spread / values.length };
}
