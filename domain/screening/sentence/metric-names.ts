/** Finds which metric's Chinese name stands at a place of a sentence; names may begin with other names. */
import type { Metric, MetricCatalogue } from "../metric-catalogue.ts";

export interface NameIndex {
  /** Every metric whose name stands at `at`, longest name first. */
  readonly allAt: (text: string, at: number) => readonly Metric[];
  readonly longestAt: (text: string, at: number) => Metric | undefined;
}

const cache = new WeakMap<MetricCatalogue, NameIndex>();

/** The index of a catalogue, built once. */
export function metricNames(catalogue: MetricCatalogue): NameIndex {
  const known = cache.get(catalogue);
  if (known !== undefined) return known;
  const lengths = [...new Set([...catalogue.byName.keys()].map((name) => name.length))].sort(
    (a, b) => b - a,
  );
  const allAt = (text: string, at: number): readonly Metric[] =>
    lengths.flatMap((length) => catalogue.byName.get(text.slice(at, at + length)) ?? []);
  const index: NameIndex = { allAt, longestAt: (text, at) => allAt(text, at)[0] };
  cache.set(catalogue, index);
  return index;
}
