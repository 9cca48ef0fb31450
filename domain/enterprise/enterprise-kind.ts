/** What kind of market entity a record is: its code's second character says, a branch is told by type or name. */
import type { EnterpriseKind } from "../vocabulary.ts";
import type { NameParts } from "./company-name-parts.ts";

export interface KindEvidence {
  /** A valid, normalised credit code. */
  readonly creditCode: string;
  /** The type column, as read; empty if there is none. */
  readonly type: string;
  readonly name: NameParts;
}

const branchType = /分公司|分支机构|非法人|分店|办事处/;
const branchName =
  /(分公司|支公司|分行|支行|支局|分店|分厂|分社|营业部|营业厅|营业所|分理处|储蓄所|门市部|代表处|办事处|经营部)$/;

/** GB 32100: 91 enterprises, 92 individual businesses, 93 farmers' cooperatives; other authorities are OTHER. */
export function enterpriseKindOf({ creditCode, type, name }: KindEvidence): EnterpriseKind {
  const prefix = creditCode.slice(0, 2);
  if (prefix === "92") return "INDIVIDUAL_BUSINESS";
  if (prefix === "93") return "COOPERATIVE";
  if (prefix !== "91") return "OTHER";
  if (branchType.test(type) || name.branch !== "") return "BRANCH";
  return name.form === "NONE" && branchName.test(name.normal) ? "BRANCH" : "COMPANY";
}
