/**
 * A name made ready for comparison: divisions, form of organisation and brackets taken off, so that what two feeds
 * write differently by habit is equal here and what is left differs only by error or by being another enterprise.
 */
import {
  type NameForm,
  type NameLexicon,
  parseCompanyName,
} from "../enterprise/company-name-parts.ts";
import { normaliseCompanyName } from "../enterprise/company-name.ts";
import { mendForm } from "./mend-form.ts";

export interface ComparableName {
  /** The whole name, normalised, brackets out. */
  readonly whole: string;
  /** 字号, industry and branch; the divisions in front and all words of form are out. */
  readonly text: string;
  /** `text` without the divisions at the head of the branch; the same string where there are none. */
  readonly bare: string;
  /** Length of the part of `bare` that is the parent's; equal to its length when there is no branch. */
  readonly parentLength: number;
  readonly form: NameForm;
  /** Deepest division in front or in brackets; empty when none. */
  readonly region: string;
  /** The divisions as written, without 省 市 区 县 and brackets: `山东青岛`. */
  readonly regionText: string;
  /** Deepest division at the head of the branch; empty when none. */
  readonly branchRegion: string;
}

/** Words of form, wherever they stand; 分公司 and 支公司 are names of branches and stay. */
const formWords =
  /有限公公司|有限公司司|有限限公司|股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|责任公司|集团总公司|(?<![分支])总?公司|农民专业合作社|专业合作社|股份|有限责任/g;
/** A form cut off in the middle. */
const cutForm = /(股份有限?|有限责?任?公?|专业合?作?|农民专业?)$/;

export function readComparableName(name: string, lexicon: NameLexicon): ComparableName {
  const normal = normaliseCompanyName(name);
  const parts = parseCompanyName(mendForm(normal), lexicon);
  const stem = withoutForms(parts.stem);
  const branch = withoutForms(parts.branch);
  const bareBranch = parts.branchRegion === "" ? branch : withoutForms(parts.branchLocal);
  // As written, the form not mended: a slip across its border (针有织限公司) is a slip of the whole.
  const whole = normal.replace(/[()]/g, "");
  const text = stem + branch === "" ? whole : stem + branch;
  return {
    whole,
    text,
    bare: bareBranch === branch ? text : stem + bareBranch,
    parentLength: branch === "" ? text.length : stem.length,
    form: parts.form,
    region: parts.region,
    regionText: parts.regionText.replace(/[省市区县()]/g, ""),
    branchRegion: parts.branchRegion,
  };
}

function withoutForms(text: string): string {
  const kept = text.replace(formWords, "");
  const cut = kept.replace(cutForm, "");
  return cut.length >= 2 ? cut : kept;
}
