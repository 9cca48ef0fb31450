/** Reads the controlled sentence of a tree back into the tree: the inverse of write-sentence.ts, strict to the letter. */
import { GoldseedError } from "../../errors.ts";
import type { Benefit, Comparison, Condition, Tier } from "../condition.ts";
import type { MetricCatalogue } from "../metric-catalogue.ts";
import { type Cursor, expect, take, takePattern, takeUntil, unexpected } from "./cursor.ts";
import { readLeaf } from "./read-leaf.ts";
import { metricNames, type NameIndex } from "./metric-names.ts";
import { readComparison, readNumber, readReference } from "./read-value.ts";
import { benefitWords, words } from "./words.ts";

/** Longer sentences hold more than a notice asks. */
const longest = 50_000;
/** Deeper groups than any tree of the language. */
const deepest = 12;

/** The tree a sentence means. @throws GoldseedError BAD_USER_INPUT that names the place it cannot read. */
export function readSentence(sentence: string, catalogue: MetricCatalogue): Condition {
  if (sentence.length > longest)
    throw new GoldseedError(
      "PAYLOAD_TOO_LARGE",
      `条件句过长，最多 ${longest} 字 / The sentence is too long.`,
    );
  const cursor: Cursor = { text: sentence.trim(), at: 0 };
  const reading: Reading = { cursor, catalogue, names: metricNames(catalogue) };
  const condition = readCondition(reading, 0);
  if (cursor.at < cursor.text.length) throw unexpected(cursor, "句末");
  return condition;
}

interface Reading {
  readonly cursor: Cursor;
  readonly catalogue: MetricCatalogue;
  readonly names: NameIndex;
}

function readCondition(reading: Reading, depth: number): Condition {
  const { cursor } = reading;
  if (depth > deepest) throw unexpected(cursor, `不超过 ${deepest} 层的条件`);
  if (take(cursor, words.all + words.open))
    return extras(cursor, { all: readList(reading, depth) });
  if (take(cursor, words.any + words.open))
    return extras(cursor, { any: readList(reading, depth) });
  if (take(cursor, words.not + words.open)) {
    const not = readCondition(reading, depth + 1);
    expect(cursor, words.close);
    return extras(cursor, { not });
  }
  if (take(cursor, words.tiers + words.open))
    return extras(cursor, { tiers: readRows(reading, depth) });
  if (take(cursor, words.each + words.open)) return extras(cursor, readForEach(reading));
  return readLeaf(cursor, reading.names);
}

function readList(reading: Reading, depth: number): Condition[] {
  const out: Condition[] = [];
  do out.push(readCondition(reading, depth + 1));
  while (take(reading.cursor, words.next));
  expect(reading.cursor, words.close);
  return out;
}

function readRows(reading: Reading, depth: number): Tier[] {
  const out: Tier[] = [];
  do out.push(readRow(reading, depth));
  while (take(reading.cursor, words.next));
  expect(reading.cursor, words.close);
  return out;
}

function readRow(reading: Reading, depth: number): Tier {
  const { cursor } = reading;
  const label = take(cursor, "“") ? { label: takeUntil(cursor, "”") } : {};
  if (!take(cursor, words.otherwise)) expect(cursor, words.if);
  else return { ...label, if: "otherwise", ...readThen(reading, depth) };
  return { ...label, if: readCondition(reading, depth + 1), ...readThen(reading, depth) };
}

function readThen(reading: Reading, depth: number): Pick<Tier, "then"> {
  return take(reading.cursor, words.then) ? { then: readCondition(reading, depth + 1) } : {};
}

function readForEach({ cursor, names }: Reading): Condition {
  const ids: string[] = [];
  do {
    const metric = names.longestAt(cursor.text, cursor.at);
    if (metric === undefined) throw unexpected(cursor, "目录中的指标名称");
    cursor.at += metric.nameZh.length;
    ids.push(metric.id);
  } while (take(cursor, words.next));
  expect(cursor, words.close);
  const years = takePattern(cursor, /近\d{1,2}年每年/y)?.match(/\d+/)?.[0];
  const op = readComparison(cursor) as Comparison;
  const v = readReference(cursor) ?? readNumber(cursor);
  if (v === undefined) throw unexpected(cursor, "数字或平均水平");
  const u = takePattern(cursor, /(?:百分点|%|万元|亿元|亿美元|[人项件年天分级名])/y);
  return {
    for_each: ids,
    ...(years === undefined ? {} : { years: Number(years) }),
    op,
    v,
    ...(u === undefined ? {} : { u }),
  };
}

function extras(cursor: Cursor, group: Condition): Condition {
  const soft = take(cursor, words.soft) ? ({ soft: true } as const) : {};
  if (!take(cursor, words.benefit)) return { ...group, ...soft };
  const benefit: Partial<Record<keyof Benefit, number>> = {};
  do {
    const entry = Object.entries(benefitWords).find(([, word]) => take(cursor, word));
    const value = readNumber(cursor);
    if (entry === undefined || value === undefined) throw unexpected(cursor, "奖补比例或金额");
    benefit[entry[0] as keyof Benefit] = value;
  } while (take(cursor, "、"));
  expect(cursor, words.end);
  return { ...group, ...soft, benefit };
}
