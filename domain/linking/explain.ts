/** Says in Chinese why a candidate fits or does not: one line per finding, the two texts beside each other, its bits. */
import type { Candidate, ReadMention } from "./find-candidates.ts";
import type { LinkRegistry } from "./link-registry.ts";
import { type LinkWeights, termsOf } from "./weights.ts";

const slipWords: Readonly<Record<string, string>> = {
  EQUAL: "名称主体一致",
  REORDERED: "名称主体字序不同",
  SOUND: "名称主体一字之差（同音）",
  LOOK: "名称主体一字之差（形近）",
  SWAPPED: "名称主体相邻两字颠倒",
  DOUBLED: "名称主体多写一个重复字",
  LOST: "名称主体漏一字",
  EXTRA: "名称主体多一字",
  OTHER: "名称主体一字之差（音形均不近）",
  NUMERAL: "序号或数字不同",
  TWO: "名称主体两处误写",
  PREFIX: "记录名称是登记名称的开头",
  LONGER: "记录名称比登记名称多出后缀",
  NEAR: "名称主体部分相同",
  FAR: "名称主体不同",
};

const words: Readonly<Record<string, string>> = {
  "region:SAME": "行政区划一致",
  "region:RENAMED": "行政区划为同一地方的不同名称",
  "region:IN_CITY": "行政区划同属一市",
  "region:IN_PROVINCE": "行政区划一方只写省",
  "region:MENTION_LACKS": "记录未写行政区划",
  "region:NAME_LACKS": "登记名称无行政区划",
  "region:NEITHER": "双方均无行政区划",
  "region:CONFLICT": "行政区划冲突",
  "form:SAME": "组织形式一致",
  "form:MENTION_LACKS": "记录未写组织形式",
  "form:NAME_LACKS": "登记名称无组织形式",
  "form:LIMITED_JOINT": "有限公司与股份公司之别",
  "form:SHORTENED": "记录组织形式为简写",
  "form:DIFFERENT": "组织形式不同",
  "branch:NEITHER": "均非分支机构",
  "branch:BOTH": "均为分支机构",
  "branch:MENTION_ONLY": "记录为分支机构，登记为本部",
  "branch:NAME_ONLY": "登记为分支机构，记录未写分支",
  "place:SAME": "所在城市一致",
  "place:UNKNOWN": "所在城市不详",
  "place:DIFFERENT": "所在城市不同",
  "address:SAME": "地址一致",
  "address:CLOSE": "地址相近",
  "address:LOOSE": "地址略有相同",
  "address:OTHER": "地址不同",
  "address:MISSING": "地址缺失",
  "number:NONE": "无可用代码",
  "number:CREDIT_CODE": "统一社会信用代码一致",
  "number:REPAIRED_CODE": "代码有误，更正后一致（校验位证实）",
  "number:TAX_NUMBER": "税号（代码第3至17位）一致",
  "number:ORGANISATION_CODE": "组织机构代码一致",
  "number:REGISTRATION_NUMBER": "原注册号一致",
  "number:LIKE": "代码残缺，与登记代码相近",
  "number:ELSEWHERE": "代码属于另一家企业",
  "number:UNREGISTERED": "代码未在登记库中",
  "number:NOT_KEPT": "登记库未存此类号码",
  "time:CURRENT": "现用名称",
  "time:FORMER": "曾用名称",
  "time:FORMER_TOO_OLD": "曾用名称，记录日期晚于更名",
  base: "基准（名称相近的任一企业）",
  "rare:whole": "全称罕见程度",
  "rare:equal": "名称罕见程度",
  "rare:equal:noRegion": "名称罕见程度（无区划）",
  "rare:prefix": "名称罕见程度（截断）",
  "rare:slip": "登记名称罕见程度",
  "odd:plain": "记录名称自成常见名称",
  "odd:some": "记录名称略显生僻",
  "odd:much": "记录名称明显生僻，似误写",
  "odd:very": "记录名称极为生僻，似误写",
};

/** Findings without weight are left out; the strongest comes first. */
export function explain(
  candidate: Candidate,
  mention: ReadMention,
  registry: LinkRegistry,
  weights: LinkWeights,
): readonly string[] {
  const name = registry.names.at(candidate.comparison.row);
  const findings = termsOf(candidate.comparison, registry.sizeBits).flatMap(({ key, value }) => {
    const bits = (weights.bits[key] ?? 0) * value;
    const text = wordsOf(key, mention.name.text, name?.text ?? "");
    return text === undefined || Math.abs(bits) < 0.05 ? [] : [{ bits, text }];
  });
  findings.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  return findings.map(
    ({ bits, text }) => `${text} ${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)}`,
  );
}

function wordsOf(key: string, mention: string, name: string): string | undefined {
  if (!key.startsWith("name:")) return words[key.replace(/(place:\w+):noRegion/, "$1")];
  const slip = slipWords[key.split(":")[1] ?? ""];
  if (slip === undefined) return undefined;
  return mention === name ? `${slip}：${mention}` : `${slip}：${mention} / ${name}`;
}
