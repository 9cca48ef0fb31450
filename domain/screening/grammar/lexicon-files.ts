/** The shape of the files under data/screening, checked before a word of them is used. */
import { z } from "zod";

const words = z.array(z.coerce.string());
const groups = z.record(z.string(), words);

const family = z.strictObject({
  of: z.string(),
  per: z.string().optional(),
  zh: z.string(),
  unit: z.string(),
  single: z.string().optional(),
  singleZh: z.string().optional(),
  level: z.string().optional(),
  each: z.string().optional(),
  mean: z.string().optional(),
  sum: z.string().optional(),
  total: z.string().optional(),
  growth: z.string().optional(),
  growthMean: z.string().optional(),
  growthTotal: z.string().optional(),
  cagr: z.string().optional(),
  bare: z.string().optional(),
  rank: z.string().optional(),
  usd: z.string().optional(),
  days: z.string().optional(),
  daysZh: z.string().optional(),
  previous: z.string().optional(),
  previousZh: z.string().optional(),
  period: z.string().optional(),
  base: z.string().optional(),
  filterYears: z.string().optional(),
});

const fact = z.strictObject({
  m: z.string(),
  zh: z.string(),
  words,
  manual: z.boolean().default(false),
  assumed: z.boolean().default(false),
  standing: z.boolean().default(false),
  exceptable: z.boolean().default(false),
  period: z.string().optional(),
  spans: z.record(z.string(), z.string()).default({}),
  usual: z.coerce.string().optional(),
  count: z.string().optional(),
});

const event = z.strictObject({
  m: z.string(),
  zh: z.string(),
  span: z.coerce.string(),
  gravity: words,
  kinds: words,
  event: z.string().optional(),
  exact: z.boolean().default(false),
});

const list = z.object({ metric: z.string(), zh: z.string() });

export const lexiconFiles = z.strictObject({
  measures: z.strictObject({
    families: z.array(family),
    singles: z.array(
      z.strictObject({
        id: z.string(),
        zh: z.string(),
        unit: z.string(),
        period: z.string().optional(),
      }),
    ),
    denominators: z.record(z.string(), z.string()),
    elided_growth: z.string(),
    points: z.string(),
    elided_ratio: z.strictObject({ when: z.string(), id: z.string() }),
    size_letters: z.record(z.string(), z.string()),
  }),
  units: z.strictObject({
    dimensions: z.record(z.string(), z.string()),
    units: z.record(z.string(), z.record(z.string(), z.number().int())),
  }),
  periods: z.strictObject({
    last: words,
    previous: words,
    current: words,
    last_and_current: words,
    year_end: words,
    base: words,
    end: words,
    before: words,
  }),
  words: z.strictObject({
    subjects: groups,
    ratios: z.array(z.strictObject({ of: z.string(), per: z.string(), words })),
    share: words,
    per: words,
    growth: words,
    decline: words,
    aggregates: groups,
    each: words,
    some_year: words,
    respectively: words,
    scopes: groups,
    before: groups,
    after: z.strictObject({ up: words, down: words }),
    range: words,
    ranging: words,
    inclusive: words,
    exclusive: words,
    rank_words: words,
    first: words,
    positive_growth: words,
    positive: words,
    nonnegative: words,
    negative: words,
    nonzero: words,
    relative: groups,
    and: words,
    or: words,
    negation: words,
    exception: words,
    marks: groups,
    some_of: groups,
    labels: groups,
    benefits: words,
    benefit_caps: words,
    fillers: words,
    boilerplate: words,
  }),
  facts: z.strictObject({
    facts: z.array(fact),
    events: z.array(event),
    hazards: groups,
    gravities: groups,
    happenings: groups,
    awards: groups,
  }),
  lists: z.strictObject({
    titles: list.extend({ words: groups }),
    title_verbs: words,
    industries: list.extend({ words: groups }),
    areas: list.extend({ own: words, words, verbs: words }),
    markets: groups,
    bases: groups,
  }),
});

export type LexiconFiles = z.infer<typeof lexiconFiles>;
