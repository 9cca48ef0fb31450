/**
 * What the criteria ask and no register delivers: statements of the enterprise (`form`), results of the city's platform
 * (`platform`), findings of an officer (`manual`), by the names the indicator catalogue has for them; and when the
 * enterprise was taken into the cultivation stock (`library`).
 */
import type { Identity } from "../identity.ts";
import type { Random } from "../random.ts";
import type { Subject } from "../subject.ts";
import { stockEntryOf } from "./library-memberships.ts";

/** JSON text; null for enterprises outside the cultivation stock. */
export function enterpriseDetails(subject: Subject): string | null {
  const library = stockEntryOf(subject);
  if (library === null) return null;
  const { identity } = subject;
  if (!identity.cohort.technical) return JSON.stringify({ library });
  const random = identity.stream("details");
  return JSON.stringify({
    library,
    form: formOf(identity, random),
    platform: { srdi_eval_score: platformScores(identity, random) },
    ...(isProven(identity) ? { manual: findings(identity) } : {}),
  });
}

function formOf(identity: Identity, random: Random): Readonly<Record<string, unknown>> {
  const { industry, product, establishedOn } = identity;
  const share = random.between(isGiant(identity) ? [10.5, 32] : [1, 18]);
  return {
    main_product: product,
    product_class: "ordinary",
    niche_since: establishedOn,
    strategic_emerging: industry.strategic,
    hnte_field: industry.field,
    six_bases: isGiant(identity) || random.chance(0.35),
    fills_chain_gap: isGiant(identity) || random.chance(0.1),
    market_share_domestic: share.toFixed(1),
    market_rank_domestic: share > 20 ? random.int(1, 3) : random.int(4, 40),
    class1_applied: true,
    digital_level: random.int(1, 4),
    core_business_on_info_system: random.int(isGiant(identity) ? 1 : 0, 6),
    credit_score: random.int(identity.cohort.titles.includes("UNICORN") ? 86 : 76, 95),
    negative_opinion: false,
    group_relation: false,
    unique: identity.cohort.titles.includes("UNICORN") || random.chance(0.1),
  };
}

/** By the year of the evaluation: this year's and the one before. */
function platformScores(identity: Identity, random: Random): Readonly<Record<string, string>> {
  const year = Number(identity.plan.asOf.slice(0, 4));
  const range = isGiant(identity) ? ([62, 88] as const) : scoreRange(identity);
  return {
    [year - 1]: random.between(range).toFixed(1),
    [year]: random.between(range).toFixed(1),
  };
}

function scoreRange(identity: Identity): readonly [number, number] {
  return isProven(identity) ? [51, 80] : [34, 62];
}

/** Looked at by an officer: holders of the specialised title, and those ready for it. */
function isProven({ cohort, cohortId }: Identity): boolean {
  return cohort.titles.includes("SPECIALIZED") || cohortId === "READY_SPECIALIZED";
}

function isGiant({ cohort }: Identity): boolean {
  return cohort.titles.includes("LITTLE_GIANT");
}

function findings(identity: Identity): Readonly<Record<string, boolean>> {
  return {
    market_position_relatively_front: true,
    chain_role: isGiant(identity),
    product_field: isGiant(identity),
    chain_role_and_field: isGiant(identity),
  };
}
