/** Leads from the metrics of clauses to the indicators and titles that answer them; what nothing answers is unknown. */
import { z } from "zod";

const file = z.strictObject({
  renamed: z.record(z.string(), z.string()),
  titles: z.record(z.string(), z.string()),
  packs: z.record(z.string(), z.string()),
});

export interface IndicatorMap {
  /** Id of the indicator; undefined when none answers the metric. */
  readonly indicatorOf: (metric: string) => string | undefined;
  /** Id of the title; undefined for one the district keeps no register of. */
  readonly titleOf: (title: string) => string | undefined;
  /** Id of the criteria pack. */
  readonly packOf: (pack: string) => string | undefined;
}

/** Reads the parsed file. `indicators` are the ids of the indicator catalogue. Throws a ZodError for another shape. */
export function indicatorMap(raw: unknown, indicators: ReadonlySet<string>): IndicatorMap {
  const { renamed, titles, packs } = file.parse(raw);
  const byMetric = new Map(Object.entries(renamed));
  const byTitle = new Map(Object.entries(titles));
  const byPack = new Map(Object.entries(packs));
  return {
    indicatorOf: (metric) => byMetric.get(metric) ?? (indicators.has(metric) ? metric : undefined),
    titleOf: (title) => byTitle.get(title),
    packOf: (pack) => byPack.get(pack),
  };
}
