/** Spells out every metric the families and facts of data/screening stand for: the catalogue is closed, not generated on demand. */
import { lastYearsName } from "../text/read-period.ts";
import type { Metric } from "../metric-catalogue.ts";
import type { LexiconFiles } from "./lexicon-files.ts";

type RawFamily = LexiconFiles["measures"]["families"][number];

/** Notices look back five years at most. */
export const mostYears = 5;

const yearNames = ["", "上年度", "上上年度", "前第三年度", "前第四年度", "前第五年度"] as const;

interface Aspect {
  readonly key: keyof RawFamily;
  readonly from: number;
  readonly name: (zh: string, n: number) => string;
  readonly period: (n: number) => string;
  /** Unit when not the family's own. */
  readonly unit?: string;
}

const ofYear = (n: number): string => yearNames[n] ?? "";
const lastYears = lastYearsName;

const aspects: readonly Aspect[] = [
  { key: "level", from: 1, name: (zh, n) => ofYear(n) + zh, period: ofYear },
  { key: "each", from: 2, name: (zh, n) => ofYear(n) + zh, period: ofYear },
  { key: "mean", from: 2, name: (zh, n) => `近${n}年年均${zh}`, period: lastYears },
  { key: "sum", from: 1, name: (zh, n) => `近${n}年${zh}合计`, period: lastYears },
  { key: "total", from: 2, name: (zh, n) => `近${n}年合计${zh}`, period: lastYears },
  { key: "rank", from: 1, name: (zh, n) => `近${n}年${zh}`, period: lastYears },
  { key: "growth", from: 1, name: (zh, n) => `${ofYear(n)}${zh}增长率`, period: ofYear, unit: "%" },
  {
    key: "growthMean",
    from: 2,
    name: (zh, n) => `近${n}年${zh}平均增长率`,
    period: lastYears,
    unit: "%",
  },
  {
    key: "growthTotal",
    from: 2,
    name: (zh, n) => `近${n}年${zh}累计增长率`,
    period: lastYears,
    unit: "%",
  },
  {
    key: "cagr",
    from: 2,
    name: (zh, n) => `近${n}年${zh}复合增长率`,
    period: lastYears,
    unit: "%",
  },
];

const numeric = (id: string, nameZh: string, unit: string, period: string | null): Metric => ({
  id,
  nameZh,
  kind: "number",
  unit,
  period,
  manual: false,
  values: null,
});

/** Metrics of one family. */
function familyMetrics(family: RawFamily): Metric[] {
  const out = aspects.flatMap((aspect) => {
    const template = family[aspect.key];
    if (template === undefined || template === family.single) return [];
    const years = template.includes("{n}") ? range(aspect.from, mostYears) : [aspect.from];
    return years.map((n) =>
      numeric(
        template.replace("{n}", String(n)),
        aspect.name(family.zh, n),
        aspect.unit ?? family.unit,
        aspect.period(n),
      ),
    );
  });
  const { single, usd, days, previous, bare } = family;
  if (single)
    out.push(numeric(single, family.singleZh ?? family.zh, family.unit, family.period ?? null));
  if (usd) out.push(numeric(usd, `${family.zh}（美元）`, "亿美元", null));
  if (days) out.push(numeric(days, family.daysZh ?? `${family.zh}天数`, "天", null));
  if (previous)
    out.push(numeric(previous, family.previousZh ?? `上年度${family.zh}`, family.unit, "上年度"));
  if (family.growthUsual)
    out.push(
      numeric(family.growthUsual, family.growthUsualZh ?? `${family.zh}增长率`, "%", "近三年"),
    );
  if (bare) out.push(numeric(bare, `${family.zh}增幅`, "%", null));
  return out;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every metric of the language. */
export function lexiconMetrics({ measures, facts, lists }: LexiconFiles): Metric[] {
  const listMetric = (id: string, nameZh: string, values: readonly string[] | null): Metric => ({
    ...numeric(id, nameZh, "", null),
    kind: "list",
    unit: null,
    values,
  });
  return firstOfEach([
    ...measures.families.flatMap(familyMetrics),
    ...measures.singles.map((one) => numeric(one.id, one.zh, one.unit, one.period ?? null)),
    ...facts.facts.flatMap(factMetrics),
    ...facts.events.map((row) => truth(row.m, row.zh, spanName(row.span), false)),
    truth("award_nat_or_prov_3y", "近三年获得国家级或省级科技奖励", "近三年", false),
    listMetric(lists.titles.metric, lists.titles.zh, Object.keys(lists.titles.words)),
    listMetric(lists.industries.metric, lists.industries.zh, Object.keys(lists.industries.words)),
    listMetric(lists.areas.metric, lists.areas.zh, null),
    listMetric(lists.bodies.metric, lists.bodies.zh, lists.bodies.values),
    ...lists.judged.map((one) => listMetric(one.metric, one.zh, one.values)),
  ]);
}

/** Two wordings may lead to one metric (R&D over revenue or over sales, averaged): the first names it. */
function firstOfEach(metrics: readonly Metric[]): Metric[] {
  const byId = new Map<string, Metric>();
  for (const metric of metrics) if (!byId.has(metric.id)) byId.set(metric.id, metric);
  return [...byId.values()];
}

function factMetrics(fact: LexiconFiles["facts"]["facts"][number]): Metric[] {
  const own = truth(fact.m, fact.zh, fact.period ?? null, fact.manual);
  const spans = Object.entries(fact.spans).map(([span, id]) =>
    truth(id, spanName(span) + fact.zh, spanName(span), fact.manual),
  );
  return [own, ...spans];
}

const truth = (id: string, nameZh: string, period: string | null, manual: boolean): Metric => ({
  id,
  nameZh,
  kind: "boolean",
  unit: null,
  period,
  manual,
  values: null,
});

function spanName(span: string): string {
  if (span === "current") return "上一年及当年";
  if (span === "before") return "申请认定前一年内";
  return ["", "近一年", "近两年", "近三年", "近四年", "近五年"][Number(span)] ?? "";
}
