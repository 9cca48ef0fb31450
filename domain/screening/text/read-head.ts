/** Reads the words that open a list of conditions: "any of the following", "two of the conditions below", "as follows". */

export interface HeadRead {
  readonly kind: "any" | "all" | "some";
  /** How many must hold, for `some`. */
  readonly count: string;
  readonly end: number;
}

const lead =
  "(?:同时|至少|须|应|需|可|并|均)*(?:满足|符合|达到|具备|具有|存在|属于|有)?(?:以下|下列|下述|如下)";
const things =
  "(?:[一二三四五六七八九两\\d]{1,2}[项个条类])?(?:基本|必要|全部|各项|所有|相关|量化|具体)?(?:条件|要求|标准|情形|情况|指标|行为|规定|事项|项目|方面)?";
const anyOf = new RegExp(
  `${lead}${things}(?:中|中的|当中)?(?:之一|(?:的)?任(?:意)?一(?:项|个|种)?(?:条件|情形|标准|要求)?|其中(?:之)?一(?:项)?|(?:至少)?一项(?:条件)?)`,
  "y",
);
const someOf = new RegExp(
  `${lead}${things}(?:中|中的|当中)?(?:的)?(?:任意|至少|其中|满足|符合|达到|有){0,3}(两|2|二|三|3|四|4)(?:项|个|种)(?:及)?(?:以上)?(?:的)?(?:条件|要求|标准|指标)?`,
  "y",
);
/** What may not be is listed as alternatives: none of them, or any of them refuses. */
const cases = new RegExp(
  `${lead}(?:[一二三四五六七八九两\\d]{1,2}[项个条类])?(?:情形|情况|行为|问题)`,
  "y",
);
const allOf = new RegExp(
  `${lead}(?:基本|必要|全部|各项|所有|相关|量化|具体)?(?:条件|要求|标准|指标|规定)`,
  "y",
);

const counts: Readonly<Record<string, string>> = { 两: "2", 二: "2", 三: "3", 四: "4" };

/** Characters such words begin with. */
export const headStart = /[同至须应需可并均满符达具存属有以下如]/;

/** The head at `at`, or undefined. */
export function readHead(text: string, at: number): HeadRead | undefined {
  const any = match(anyOf, text, at);
  if (any !== undefined) return { kind: "any", count: "1", end: at + any[0].length };
  const some = match(someOf, text, at);
  if (some?.[1] !== undefined)
    return { kind: "some", count: counts[some[1]] ?? some[1], end: at + some[0].length };
  const listed = match(cases, text, at);
  if (listed !== undefined) return { kind: "any", count: "1", end: at + listed[0].length };
  const all = match(allOf, text, at);
  return all === undefined ? undefined : { kind: "all", count: "0", end: at + all[0].length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
