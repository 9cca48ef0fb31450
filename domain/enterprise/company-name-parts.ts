/**
 * The parts of an enterprise name (企业名称登记管理规定, 2020 revision, article 6): division, 字号, industry, form of
 * organisation, and the branch that follows them.
 */
import { normaliseCompanyName } from "./company-name.ts";
import { type RegionIndex, zoneMark } from "./region-index.ts";

export type NameForm =
  /** 有限公司, 有限责任公司: one form, written both ways. */
  | "LIMITED"
  /** 股份有限公司 */
  | "JOINT_STOCK"
  /** 公司, 集团公司: companies of the time before the Company Law, or a shortened form. */
  | "PLAIN"
  /** 总公司 */
  | "GENERAL"
  /** 专业合作社 */
  | "COOPERATIVE"
  /** Another form, or none: 厂, 店, 站; it stays in the stem. */
  | "NONE";

export interface NameParts {
  /** The normalised name. */
  readonly normal: string;
  /** Code of the deepest division named, at the front or in brackets; empty when none is. */
  readonly region: string;
  /** The text of the divisions as written, brackets included. */
  readonly regionText: string;
  /** 字号 and industry together, brackets out: what is left when division, form and branch are taken off. */
  readonly stem: string;
  /** 字号: the stem without its industry words; at least two characters where the stem has them. */
  readonly core: string;
  readonly industry: string;
  readonly form: NameForm;
  /** The form as written: `有限责任公司`; empty for NONE. */
  readonly formText: string;
  /** What follows the parent's name: `青岛分公司`, `临沂河滨支行`; empty for an enterprise of its own. */
  readonly branch: string;
  /** Code of the division at the head of the branch; empty when none is named. */
  readonly branchRegion: string;
  /** The branch without those divisions. */
  readonly branchLocal: string;
}

export interface NameLexicon {
  readonly regions: RegionIndex;
  /** Words of two to four characters that tell a trade (`商贸`, `机械`). */
  readonly industryWords: ReadonlySet<string>;
}

const forms: readonly (readonly [text: string, form: NameForm])[] = [
  ["股份有限责任公司", "JOINT_STOCK"],
  ["股份有限公司", "JOINT_STOCK"],
  ["有限责任公司", "LIMITED"],
  ["有限公司", "LIMITED"],
  ["股份公司", "JOINT_STOCK"],
  ["责任公司", "LIMITED"],
  ["总公司", "GENERAL"],
  ["公司", "PLAIN"],
  ["农民专业合作社", "COOPERATIVE"],
  ["专业合作社", "COOPERATIVE"],
];

/** Splits a name, in any spelling, into its parts. A name it cannot split is all stem. */
export function parseCompanyName(name: string, lexicon: NameLexicon): NameParts {
  const normal = normaliseCompanyName(name);
  const plain = withoutNotes(normal);
  const cut = branchStart(plain);
  const parent = plain.slice(0, cut);
  const branch = plain.slice(cut);
  const front = takeRegions(parent, lexicon.regions, "");
  const bracketed = takeBracketed(parent.slice(front.length), lexicon.regions, front.code);
  const [formText, form] = forms.find(([text]) => bracketed.rest.endsWith(text)) ?? ["", "NONE"];
  const stem = bracketed.rest
    .slice(0, bracketed.rest.length - formText.length)
    .replace(/[()]/g, "");
  const industry = industryOf(stem, lexicon.industryWords);
  const branchFront = takeRegions(branch, lexicon.regions, "");
  return {
    normal,
    region: bracketed.code === "" ? front.code : bracketed.code,
    regionText: parent.slice(0, front.length) + bracketed.text,
    stem,
    core: stem.slice(0, stem.length - industry.length),
    industry,
    form,
    formText,
    branch: branch.replace(/[()]/g, ""),
    branchRegion: branchFront.code,
    branchLocal: branch.slice(branchFront.length).replace(/[()]/g, ""),
  };
}

/** `(原…)`, `(简称:…)`, `(普通合伙)` say something of the name and are not part of it. */
function withoutNotes(normal: string): string {
  return normal
    .replace(
      /\((?:原|简称|曾用名|普通合伙|有限合伙|特殊普通合伙|个人独资|分支机构|非法人)[^()]*\)/g,
      "",
    )
    .replace(/\((?:原|简称|曾用名)[^()]*$/, "");
}

const parentEnd = /公司|专业合作社/g;
/** After these the name still is the parent's: `公司集团`, `公司)`; `公司` at the very end is no branch. */
const noBranch = /^[()]*$|^\)?(?:集团)?(?:有限|股份|总公司|责任)/;

/** Where the branch begins: after the first form that something else follows. */
function branchStart(name: string): number {
  for (const match of name.matchAll(parentEnd)) {
    const end = match.index + match[0].length;
    const rest = name.slice(end);
    if (rest !== "" && !noBranch.test(rest) && match.index > 1) return end;
    if (rest === "") return end;
  }
  return name.length;
}

interface Taken {
  readonly code: string;
  readonly length: number;
}

/** Divisions one after the other: 山东省 青岛市 黄岛区. Leaves at least two characters for the 字号. */
function takeRegions(text: string, regions: RegionIndex, within: string): Taken {
  let code = within;
  let length = 0;
  for (;;) {
    const hit = regions.match(text, length, code);
    if (hit === undefined || length + hit.length > text.length - 2) break;
    code = hit.code;
    length += hit.length;
    if (code.endsWith(zoneMark)) break;
  }
  return { code, length };
}

/** `X(青岛)有限公司`: a division in brackets; other brackets are kept. */
function takeBracketed(
  text: string,
  regions: RegionIndex,
  front: string,
): { readonly rest: string; readonly code: string; readonly text: string } {
  for (const match of text.matchAll(/\(([^()]{2,12})\)/g)) {
    const inner = match[1] ?? "";
    const hit = regions.match(inner, 0, front) ?? regions.match(inner, 0, "");
    if (hit?.length !== inner.length) continue;
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    return { rest, code: hit.code, text: match[0] };
  }
  return { rest: text, code: "", text: "" };
}

/** The longest run of trade words at the end of the stem that leaves two characters before it. */
function industryOf(stem: string, words: ReadonlySet<string>): string {
  let from = stem.length;
  for (;;) {
    const length = [4, 3, 2].find((n) => from - n >= 2 && words.has(stem.slice(from - n, from)));
    if (length === undefined) return stem.slice(from);
    from -= length;
  }
}
