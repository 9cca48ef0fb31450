/** Where a reader stands in rule data, and the list it reports to. Readers go on after a problem, to find the rest. */
import { nearestNames } from "../../../lib/nearest-names.ts";
import type { Problem } from "../problem.ts";

export interface Place {
  readonly path: readonly (string | number)[];
  /** Shared by all places of one reading. */
  readonly problems: Problem[];
}

export function top(): Place {
  return { path: [], problems: [] };
}

export function inside(place: Place, ...steps: readonly (string | number)[]): Place {
  return { path: [...place.path, ...steps], problems: place.problems };
}

/** What is wrong, as it is told in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export function report(place: Place, { zh, en }: Said): void {
  place.problems.push({ path: place.path, message: en, messageZh: zh });
}

/** What names and ids belong to. */
const nouns = {
  key: "键",
  word: "词",
  title: "称号",
  indicator: "指标",
  score: "得分",
  category: "类别",
  letter: "字母",
  gate: "门槛",
  exclusion: "排除情形",
  item: "评分项",
  "direct pass": "直通条件",
  overlay: "年度通知",
  industry: "行业",
  "industry code": "行业代码",
} as const;
export type Noun = keyof typeof nouns;

export const saidNoun = (what: Noun | Said): Said =>
  typeof what === "string" ? { zh: nouns[what], en: what } : what;

/** Reports a name that is not among the known, with what was probably meant. */
export function reportUnknown(
  place: Place,
  what: Noun | Said,
  name: string,
  known: Iterable<string>,
): void {
  const { zh, en } = saidNoun(what);
  const near = nearestNames(name, known);
  const hint =
    near.length > 0
      ? `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`
      : "no known name is near";
  const hintZh =
    near.length > 0 ? `是否指${near.map((one) => `“${one}”`).join("或")}？` : "没有相近的名称";
  report(place, {
    zh: `没有${zh}“${name}”；${hintZh}`,
    en: `${en} "${name}" is not known; ${hint}`,
  });
}

/** A value as it is quoted in a message. */
export function quote(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** The same in Chinese. */
export function quoteZh(value: unknown): string {
  return value === undefined ? "（空）" : JSON.stringify(value);
}
