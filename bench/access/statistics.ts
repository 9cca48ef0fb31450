/** Figures of a list of times. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Welch's t over both lists without their slowest tenth, which is the machine's and not the statement's. */
export function welch(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [describe(trimmed(first)), describe(trimmed(second))];
  return (a.mean - b.mean) / Math.sqrt(a.share + b.share);
}

function trimmed(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b).slice(0, Math.floor(values.length * 0.9));
}

function describe(values: readonly number[]) {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const spread = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
  return { mean, share: spread / values.length };
}
