/** Who an entity is: code, name, place, trade, age, people. All of its facts follow from this and its figures. */
import type { EnterpriseKind } from "../../domain/vocabulary.ts";
import { daysAfter } from "./calendar.ts";
import { cohorts, type Cohort, type CohortId } from "./cohorts.ts";
import { demoCreditCode } from "./credit-codes.ts";
import { createNameGiver, type FormedKind, type NameGiver } from "./names.ts";
import type { Plan } from "./plan.ts";
import { type Random, streamOf, weightedPicker } from "./random.ts";
import { dealRoster, type RosterEntry } from "./roster.ts";
import { scaleOf } from "./scale.ts";
import { districtWords, type Industry, type TownPlace } from "./words.ts";

export interface Identity {
  readonly plan: Plan;
  readonly ordinal: number;
  readonly rank: number;
  readonly cohortId: CohortId;
  readonly cohort: Cohort;
  readonly creditCode: string;
  readonly kind: EnterpriseKind;
  readonly name: string;
  readonly core: string;
  /** The name before the present one; null for most. */
  readonly formerName: string | null;
  readonly legalForm: string;
  readonly town: TownPlace;
  readonly townName: string;
  readonly zoneCode: string | null;
  readonly industry: Industry;
  readonly product: string;
  readonly establishedOn: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  /** The stream of one topic of this entity. */
  readonly stream: (topic: string) => Random;
}

interface Makers {
  readonly names: NameGiver;
  readonly formerNames: NameGiver;
  readonly town: (random: Random) => TownPlace;
  readonly townNames: ReadonlyMap<string, string>;
  readonly anyIndustry: (random: Random) => Industry;
  readonly technicalIndustry: (random: Random) => Industry;
  /** Shops, restaurants and small builders. */
  readonly shopIndustry: (random: Random) => Industry;
  readonly farmIndustry: (random: Random) => Industry;
  /** Names of companies made so far: parents for branches. */
  readonly parents: string[];
}

/** Every entity of a plan in ordinal order. `townNames`: by code, for the names of branches. */
export function* identitiesOf(
  plan: Plan,
  townNames: ReadonlyMap<string, string>,
): Generator<Identity> {
  const makers = makersOf(townNames);
  for (const entry of dealRoster(scaleOf(plan.scale), plan.seed)) {
    yield identityOf(plan, entry, makers);
  }
}

function makersOf(townNames: ReadonlyMap<string, string>): Makers {
  const { towns, industries } = districtWords();
  const weighed = (list: readonly Industry[]) =>
    weightedPicker(list.map((industry) => [industry, industry.weight] as const));
  return {
    names: createNameGiver(),
    formerNames: createNameGiver(),
    town: weightedPicker(towns.map((town) => [town, town.weight] as const)),
    townNames,
    anyIndustry: weighed(industries),
    technicalIndustry: weighed(
      industries.filter(({ node, field }) => node !== null && field !== null),
    ),
    shopIndustry: weighed(industries.filter(({ code }) => /^[EFH]/.test(code))),
    farmIndustry: weighed(industries.filter(({ code }) => code.startsWith("A"))),
    parents: [],
  };
}

function identityOf(plan: Plan, entry: RosterEntry, makers: Makers): Identity {
  const cohort = cohorts[entry.cohort];
  const stream = (topic: string) => streamOf(plan.seed, entry.ordinal, topic);
  const random = stream("identity");
  const industry = industryOf(cohort, makers)(random);
  const town = makers.town(random);
  return {
    plan,
    ordinal: entry.ordinal,
    rank: entry.rank,
    cohortId: entry.cohort,
    cohort,
    creditCode: demoCreditCode(cohort.kind, entry.ordinal, random.next()),
    kind: cohort.kind,
    ...nameOf(cohort.kind, industry, { makers, random, town }),
    town,
    townName: makers.townNames.get(town.code) ?? town.code,
    zoneCode: zoneIn(town, random),
    industry,
    product: random.pick(industry.products),
    establishedOn: daysAfter(
      plan.asOf,
      -Math.round(random.between(cohort.traits.age) * 365) - random.int(1, 40),
    ),
    legalRepresentative: makers.names.givePerson(random),
    contactName: makers.names.givePerson(random),
    stream,
  };
}

function industryOf({ technical, kind }: Cohort, makers: Makers): (random: Random) => Industry {
  if (technical) return makers.technicalIndustry;
  if (kind === "INDIVIDUAL_BUSINESS") return makers.shopIndustry;
  return kind === "COOPERATIVE" ? makers.farmIndustry : makers.anyIndustry;
}

type Named = Pick<Identity, "name" | "core" | "legalForm" | "formerName">;

function nameOf(
  kind: EnterpriseKind,
  industry: Industry,
  { makers, random, town }: { makers: Makers; random: Random; town: TownPlace },
): Named {
  if (kind === "BRANCH") {
    const parent = makers.parents.length > 0 ? random.pick(makers.parents) : industry.name;
    const name = makers.names.giveBranch(parent, makers.townNames.get(town.code) ?? town.code);
    return {
      name,
      core: parent.slice(2, 4),
      legalForm: districtWords().texts["branchForm"] ?? "",
      formerName: null,
    };
  }
  const formed: FormedKind = kind;
  const given = makers.names.give(formed, industry, random);
  if (kind === "COMPANY" && makers.parents.length < 4000) makers.parents.push(given.name);
  const renamed = kind === "COMPANY" && random.chance(0.06);
  const formerName = renamed ? makers.formerNames.give(formed, industry, random).name : null;
  return { ...given, formerName: formerName === given.name ? null : formerName };
}

function zoneIn(town: TownPlace, random: Random): string | null {
  let left = random.next();
  for (const [zone, share] of Object.entries(town.zones)) {
    left -= share;
    if (left < 0) return zone;
  }
  return null;
}
