/** The named periods of notices; those with a number ("the last N years", "2023") are read by read-period.ts. */
import type { LexiconFiles } from "./lexicon-files.ts";
import type { Period, Word } from "./word.ts";

type Named = readonly [words: readonly string[], meaning: Word];

/** Words of periods with their meaning and the name a tree shows. */
export function periodWords(periods: LexiconFiles["periods"]): Named[] {
  const named = (words: readonly string[], kind: Period["kind"], name: string): Named => [
    words,
    { is: "period", period: { kind, years: 1, name } },
  ];
  return [
    named(periods.last, "span", "上年度"),
    named(periods.previous, "previous", "上上年度"),
    named(periods.current, "current", "当年"),
    named(periods.last_and_current, "last_and_current", "上一年及当年"),
    named(periods.year_end, "year_end", "截至上年末"),
    named(periods.base, "base", "基期年"),
    named(periods.end, "end", "截止年"),
    named(periods.before, "before", "申请认定前一年内"),
  ];
}
