/** Judges one record `{"id", "standard", "inputs"}`: the way a case comes in from a file. */
import { isIsoDate } from "../../../lib/iso-date.ts";
import { nearestNames } from "../../../lib/nearest-names.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Criteria } from "../criteria.ts";
import { findTitle } from "../find-title.ts";
import type { Inputs } from "../inputs.ts";
import { judge } from "../judge.ts";
import { classifySize } from "../judge/classify-size.ts";
import type { ApplicationKind, Pack } from "../pack.ts";
import type { Said } from "../read/place.ts";
import { type Fields, isFields } from "../read/read-values.ts";
import type { Truth } from "../truth.ts";
import { chooseVersion, isInForce } from "../version/choose-version.ts";
import { explainCreditCode } from "./explain-credit-code.ts";
import { explainValidity } from "./explain-validity.ts";
import { readInputs } from "./read-inputs.ts";

export interface RecordOptions {
  /** Day of judging for records that give none: notices in force on it apply. Without it none applies. */
  readonly asOf: string | undefined;
  /** Today, for choosing the version of a title when no day is given. */
  readonly today: string;
}

export type JudgedRecord =
  | { readonly ok: true; readonly verdict: Fields }
  /** Everything that keeps the record from being judged. */
  | { readonly ok: false; readonly problems: readonly string[] };

const refuse = (...problems: readonly string[]): JudgedRecord => ({ ok: false, problems });

function said(key: string, value: unknown, wanted: Said): string {
  if (value === undefined)
    return `缺少“${key}”，应为${wanted.zh} / "${key}" is missing; expected ${wanted.en}`;
  const given = JSON.stringify(value);
  return `“${key}”为 ${given}，应为${wanted.zh} / "${key}" is ${given}; expected ${wanted.en}`;
}

export function judgeRecord(
  record: unknown,
  criteria: Criteria,
  options: RecordOptions,
): JudgedRecord {
  if (!isFields(record))
    return refuse(
      "不是含 id、standard、inputs 的对象 / not an object with id, standard and inputs",
    );
  const { id, standard, inputs = {}, as_of: ownDay } = record;
  if (typeof standard !== "string")
    return refuse(said("standard", standard, { zh: "标准的标识", en: "the id of a pack" }));
  if (!isFields(inputs)) return refuse(said("inputs", inputs, { zh: "对象", en: "an object" }));
  if (ownDay != null && !isIsoDate(ownDay))
    return refuse(said("as_of", ownDay, { zh: " YYYY-MM-DD", en: "YYYY-MM-DD" }));
  const asOf = isIsoDate(ownDay) ? ownDay : options.asOf;
  const head = { id: id ?? null, standard };
  if (standard === "uscc") return judgeCreditCode(head, inputs);
  if (standard === "validity") return judgeValidity(head, explainValidity(inputs, criteria, asOf));
  const pack = findPack(standard, criteria, { date: asOf ?? options.today, kind: kindOf(inputs) });
  if (typeof pack === "string") return refuse(pack);
  return judgeByPack(head, inputs, pack, { criteria, asOf });
}

function judgeCreditCode(head: Fields, inputs: Fields): JudgedRecord {
  const code = inputs["code"];
  if (typeof code !== "string")
    return refuse(said("code", code, { zh: "18 位字符", en: "18 characters" }));
  const explanation = explainCreditCode(code);
  return { ok: true, verdict: { ...head, pass: explanation.valid, ...explanation } };
}

function judgeValidity(
  head: Fields,
  explanation: ReturnType<typeof explainValidity>,
): JudgedRecord {
  if (typeof explanation === "string") return refuse(explanation);
  const pass: Truth = explanation.valid ?? explanation.ruleset != null;
  return { ok: true, verdict: { ...head, pass, ...explanation } };
}

function kindOf(inputs: Fields): ApplicationKind {
  return inputs["is_renewal"] === true ? "renewal" : "new";
}

/** The pack named, or the version of the title named that governs the application; else what is wrong. */
function findPack(
  standard: string,
  criteria: Criteria,
  application: { readonly date: string; readonly kind: ApplicationKind },
): Pack | string {
  const pack = criteria.packs.get(standard);
  if (pack !== undefined) return pack;
  const title = findTitle(standard, criteria.catalogue);
  if (title !== undefined) {
    return (
      chooseVersion(criteria, title.id, application) ??
      `没有标准适用于“${standard}”${application.date}的${application.kind === "new" ? "新" : "复核"}申请 / no standard for "${standard}" governs ${application.kind} applications of ${application.date}`
    );
  }
  const near = nearestNames(standard, criteria.packs.keys());
  const hint =
    near.length > 0
      ? {
          zh: `是否指${near.map((one) => `“${one}”`).join("或")}？`,
          en: `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`,
        }
      : { zh: "见 goldseed criteria list", en: "see goldseed criteria list" };
  return `没有标准“${standard}”；${hint.zh} / standard "${standard}" is not known; ${hint.en}`;
}

function judgeByPack(
  head: Fields,
  raw: Fields,
  pack: Pack,
  { criteria, asOf }: { readonly criteria: Criteria; readonly asOf: string | undefined },
): JudgedRecord {
  const { catalogue } = criteria;
  const size = [...criteria.packs.values()].find((one) => one.kind === "size");
  const read = readInputs(raw, { catalogue, asOf, aliases: size?.legend ?? {} });
  if (read.problems.length > 0) return refuse(...read.problems);
  const inputs = "is_sme" in raw ? read.inputs : withSize(read.inputs, size);
  const flags = [
    ...read.flags,
    ...sizeFlags(read.inputs, size),
    ...forceFlags(pack, asOf, kindOf(raw)),
  ];
  return { ok: true, verdict: verdictOf({ head, pack, inputs, catalogue, asOf, flags }) };
}

/** Whether it is an SME follows from industry, staff, revenue and assets when the record does not say it. */
function withSize(inputs: Inputs, size: Pack | undefined): Inputs {
  if (size?.kind !== "size" || !inputs.values.has("industry")) return inputs;
  const { isSme } = classifySize(size, inputs);
  return isSme === "unknown"
    ? inputs
    : { ...inputs, values: new Map(inputs.values).set("is_sme", isSme) };
}

/** What a record says of its size goes before what its figures say, but not in silence. */
function sizeFlags(inputs: Inputs, size: Pack | undefined): string[] {
  const told = inputs.values.get("is_sme");
  if (size?.kind !== "size" || typeof told !== "boolean") return [];
  const { class: reached, isSme } = classifySize(size, inputs);
  return isSme === "unknown" || isSme === told
    ? []
    : [
        `sme_against_figures: “is_sme”为 ${String(told)}，按行业与规模数据划型为 ${reached} / "is_sme" is ${String(told)}, its industry and figures make it ${reached}`,
      ];
}

function forceFlags(pack: Pack, asOf: string | undefined, kind: ApplicationKind): string[] {
  if (pack.status === "disabled")
    return [`disabled: “${pack.id}”停用，待取得文本 / "${pack.id}" waits for its text`];
  return asOf === undefined || isInForce(pack, asOf, kind)
    ? []
    : [
        `not_in_force: “${pack.id}”不适用于 ${asOf} 的${kind === "new" ? "新申报" : "复核"} / "${pack.id}" does not govern ${kind} applications of ${asOf}`,
      ];
}

function verdictOf(of: {
  readonly head: Fields;
  readonly pack: Pack;
  readonly inputs: Inputs;
  readonly catalogue: Catalogue;
  readonly asOf: string | undefined;
  readonly flags: readonly string[];
}): Fields {
  const chosen = of.head["standard"] === of.pack.id ? {} : { pack: of.pack.id };
  return {
    ...of.head,
    ...chosen,
    ...judge(of.pack, of.inputs, of.catalogue, of.asOf),
    flags: of.flags,
  };
}
