/** The legal form of an enterprise, from the 159 wordings of the register's type column, else from its name. */
import type { NameParts } from "./company-name-parts.ts";
import { foldText, simplify } from "./fold-text.ts";

export const legalForms = [
  "LIMITED_COMPANY",
  "JOINT_STOCK_COMPANY",
  "SOLE_PROPRIETORSHIP",
  "PARTNERSHIP",
  "STATE_OWNED",
  "COLLECTIVE",
  "JOINT_STOCK_COOPERATIVE",
  "JOINT_OPERATION",
  "FARMER_COOPERATIVE",
  "INDIVIDUAL_BUSINESS",
  "REPRESENTATIVE_OFFICE",
] as const;
export type LegalForm = (typeof legalForms)[number];

/** First match wins: `股份合作制` is no joint stock company, `个人独资企业` no individual business. */
const wordings: readonly (readonly [RegExp, LegalForm])[] = [
  [/代表机构|代表处|办事处/, "REPRESENTATIVE_OFFICE"],
  [/农民专业合作|专业合作经济组织/, "FARMER_COOPERATIVE"],
  [/个体/, "INDIVIDUAL_BUSINESS"],
  [/个人独资企业|私营独资|个人独资(?!.*公司)/, "SOLE_PROPRIETORSHIP"],
  [/股份合作/, "JOINT_STOCK_COOPERATIVE"],
  [/合伙/, "PARTNERSHIP"],
  [/联营/, "JOINT_OPERATION"],
  [/有限责任|国有独资|一人有限|有限公司(?<!股份有限公司)/, "LIMITED_COMPANY"],
  [/股份有限|上市/, "JOINT_STOCK_COMPANY"],
  [/集体/, "COLLECTIVE"],
  [/国有|全民/, "STATE_OWNED"],
];

/** From the type column; undefined for N/A, for a bare `分公司` and for wordings that name no form. */
export function legalFormOfType(type: string): LegalForm | undefined {
  const text = simplify(foldText(type));
  return wordings.find(([word]) => word.test(text))?.[1];
}

/** From the name, where the type column is empty (89 % of the rows). Undefined for 厂, 店 and the like: they tell none. */
export function legalFormOfName(parts: NameParts): LegalForm | undefined {
  if (parts.branch !== "") return undefined;
  if (parts.form === "JOINT_STOCK") return "JOINT_STOCK_COMPANY";
  if (parts.form === "LIMITED") return "LIMITED_COMPANY";
  if (parts.form === "COOPERATIVE") return "FARMER_COOPERATIVE";
  if (parts.normal.endsWith("代表处")) return "REPRESENTATIVE_OFFICE";
  return /合伙\)?$/.test(parts.normal) ? "PARTNERSHIP" : undefined;
}
