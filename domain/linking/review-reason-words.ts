/** What an officer reads where the linker stopped: a code in capitals tells nobody what to look at. */
import type { ReviewReason } from "./link-outcome.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const reviewReasonWords: Readonly<Record<ReviewReason, Words>> = {
  REGION: { zh: "名称中的行政区划不同", en: "the divisions in the names differ" },
  PLACE: { zh: "所在城市不同", en: "the places lie in different cities" },
  NUMERAL: { zh: "名称中的数字不同", en: "a numeral in the names differs" },
  BRANCH: { zh: "一方是分支机构，另一方不是", en: "one is a branch, the other is not" },
  NUMBER_ELSEWHERE: {
    zh: "记录的代码属于另一家企业",
    en: "the record's number belongs to another enterprise",
  },
  NUMBER_UNREGISTERED: {
    zh: "记录的代码有效，但登记库中没有",
    en: "the record's number is valid and not in the register",
  },
  SUFFIX: {
    zh: "一方名称多出一截，可能是两家",
    en: "one name has something more: it may be another enterprise",
  },
  GROUP: { zh: "一方是集团，另一方不是", en: "one is a group, the other is not" },
  NAME_DISAGREES: { zh: "代码一致，名称不符", en: "the number agrees, the name does not" },
  CLOSE_CALL: { zh: "相似程度不足以自动关联", en: "not alike enough to be linked unseen" },
  AMBIGUOUS: { zh: "与另一家企业不相上下", en: "another enterprise fits nearly as well" },
};

/** A code that an earlier version stored and this one does not know stands for itself. */
export function wordsOfReason(code: string): Words {
  const known = reviewReasonWords as Readonly<Record<string, Words>>;
  return known[code] ?? { zh: code, en: code };
}
