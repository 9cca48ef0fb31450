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

export function judgeRecord(
  record: unknown,
  criteria: Criteria,
  options: RecordOptions,
): JudgedRecord {
  if (!isFields(record)) return refuse("not an object with id, standard and inputs");
  const { id, standard, inputs = {}, as_of: ownDay } = record;
  if (typeof standard !== "string")
    return refuse(`"standard" is ${JSON.stringify(standard)}; expected the id of a pack`);
  if (!isFields(inputs)) return refuse(`"inputs" is ${JSON.stringify(inputs)}; expected an object`);
  if (ownDay != null && !isIsoDate(ownDay))
    return refuse(`"as_of" is ${JSON.stringify(ownDay)}; expected YYYY-MM-DD`);
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
    return refuse(`"code" is ${JSON.stringify(code)}; expected 18 characters`);
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
      `no standard for "${standard}" governs ${application.kind} applications of ${application.date}`
    );
  }
  const near = nearestNames(standard, criteria.packs.keys());
  return `standard "${standard}" is not known; ${near.length > 0 ? `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?` : "see goldseed criteria list"}`;
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
  const flags = [...read.flags, ...forceFlags(pack, asOf, kindOf(raw))];
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

function forceFlags(pack: Pack, asOf: string | undefined, kind: ApplicationKind): string[] {
  if (pack.status === "disabled") return [`disabled: "${pack.id}" waits for its text`];
  return asOf === undefined || isInForce(pack, asOf, kind)
    ? []
    : [`not_in_force: "${pack.id}" does not govern ${kind} applications of ${asOf}`];
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
