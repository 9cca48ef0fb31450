/** The metrics a condition may name, each once: the allow-list of the closed language. */

export interface Metric {
  readonly id: string;
  readonly nameZh: string;
  readonly kind: "number" | "boolean" | "list";
  /** Unit of the number; null for yes/no and list metrics. */
  readonly unit: string | null;
  /** Period the metric itself fixes; null when a condition may state one. */
  readonly period: string | null;
  /** True when no register answers it. */
  readonly manual: boolean;
  /** Words a list metric takes; null when any name of a place or a field is taken (bounded in length and letters). */
  readonly values: readonly string[] | null;
}

export interface MetricCatalogue {
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Metrics by their Chinese names, which are unique. */
  readonly byName: ReadonlyMap<string, Metric>;
}

/** Builds a catalogue. Throws on a repeated id or name, which is a fault of the data files. */
export function metricCatalogue(metrics: readonly Metric[]): MetricCatalogue {
  const byId = new Map<string, Metric>();
  const byName = new Map<string, Metric>();
  for (const metric of metrics) {
    if (byId.has(metric.id)) throw new Error(`metric "${metric.id}" is listed twice`);
    const twin = byName.get(metric.nameZh);
    if (twin)
      throw new Error(`metrics "${twin.id}" and "${metric.id}" are both named "${metric.nameZh}"`);
    byId.set(metric.id, metric);
    byName.set(metric.nameZh, metric);
  }
  return { metrics: byId, byName };
}
