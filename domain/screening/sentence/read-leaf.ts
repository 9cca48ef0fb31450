/** Reads one condition of the controlled sentence: name, comparison, value, marks. */
import type { Comparison, Leaf } from "../condition.ts";
import type { Metric } from "../metric-catalogue.ts";
import { type Cursor, expect, take, takePattern, takeUntil, unexpected } from "./cursor.ts";
import type { NameIndex } from "./metric-names.ts";
import { readComparison, readNumber, readReference, takeComparison } from "./read-value.ts";
import { words } from "./words.ts";

/** The leaf that stands here: of the names that fit, the longest after which the rest can be read. */
export function readLeaf(cursor: Cursor, names: NameIndex): Leaf {
  const start = cursor.at;
  const candidates = names.allAt(cursor.text, start);
  let fault: unknown;
  for (const metric of candidates) {
    cursor.at = start + metric.nameZh.length;
    try {
      const leaf = { m: metric.id, ...readTest(cursor, metric), ...readMarks(cursor) };
      if (endsHere(cursor)) return leaf;
    } catch (error) {
      fault ??= error;
    }
  }
  cursor.at = start;
  throw fault ?? unexpected(cursor, "目录中的指标名称，或“同时满足”“满足任一”“不得有”“分档”“逐项”");
}

function endsHere({ text, at }: Cursor): boolean {
  return (
    at >= text.length ||
    [words.next, words.close, words.then].some((word) => text.startsWith(word, at))
  );
}

type Test = Pick<Leaf, "op" | "v">;

function readTest(cursor: Cursor, metric: Metric): Test {
  if (take(cursor, words.yes)) return { op: "==", v: true };
  if (take(cursor, words.no)) return { op: "==", v: false };
  if (take(cursor, words.notYes)) return { op: "!=", v: true };
  if (take(cursor, words.notNo)) return { op: "!=", v: false };
  const op = takeComparison(cursor);
  if (op === undefined) return {};
  if (cursor.text.startsWith("“", cursor.at)) return { op, v: listOrName(op, readNames(cursor)) };
  const v = readReference(cursor) ?? readNumber(cursor);
  if (v === undefined) throw unexpected(cursor, "数字、平均水平或“名称”");
  if (metric.unit !== null) expect(cursor, metric.unit);
  return { op, v };
}

function listOrName(op: string, names: readonly string[]): string | readonly string[] {
  const [only = ""] = names;
  return op === "in" || op === "not in" || names.length > 1 ? names : only;
}

function readNames(cursor: Cursor): string[] {
  const out: string[] = [];
  while (take(cursor, "“")) out.push(takeUntil(cursor, "”"));
  return out;
}

function readMarks(cursor: Cursor): Partial<Leaf> {
  const out: { -readonly [K in keyof Leaf]?: Leaf[K] } = {};
  if (take(cursor, words.unit)) out.u = takeUntil(cursor, words.end);
  if (take(cursor, words.period)) out.p = takeUntil(cursor, words.end);
  if (take(cursor, words.basis)) out.basis = takeUntil(cursor, words.end);
  if (take(cursor, words.except)) {
    out.except = readNames(cursor);
    expect(cursor, words.end);
  }
  if (take(cursor, words.filter)) out.filter = readFilter(cursor);
  if (take(cursor, words.openList)) out.open_list = true;
  if (take(cursor, words.manual)) out.manual = true;
  if (take(cursor, words.soft)) out.soft = true;
  return out;
}

function readFilter(cursor: Cursor): NonNullable<Leaf["filter"]> {
  const out: Record<string, Partial<Record<Comparison, number>>> = {};
  do {
    const name = takePattern(cursor, /[A-Za-z][A-Za-z0-9_]*/y);
    if (name === undefined) throw unexpected(cursor, "限定项名称");
    const op = readComparison(cursor) as Comparison;
    const value = readNumber(cursor);
    if (value === undefined) throw unexpected(cursor, "数字");
    out[name] = { ...out[name], [op]: value };
  } while (take(cursor, "、"));
  expect(cursor, words.end);
  return out;
}
