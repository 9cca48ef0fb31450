/**
 * The titles of an entity with their renewals every three years. First grants lie before the end of 2024; what is VALID
 * counts to the district's figures on any day.
 */
import { yearsAfter } from "./calendar.ts";
import type { TitleKind, TitleLevel, TitleStatus } from "../../domain/vocabulary.ts";
import type { Figures } from "./figures.ts";
import type { Identity } from "./identity.ts";
import { figuresDate } from "./plan.ts";
import type { Random } from "./random.ts";

export interface HeldTitle {
  readonly kind: TitleKind;
  readonly batch: string;
  readonly level: TitleLevel;
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: TitleStatus;
  readonly certificateNo: string;
}

const levels: Readonly<Record<TitleKind, TitleLevel>> = {
  INNOVATIVE: "MUNICIPAL",
  SPECIALIZED: "PROVINCIAL",
  LITTLE_GIANT: "NATIONAL",
  EAGLET: "MUNICIPAL",
  GAZELLE: "PROVINCIAL",
  UNICORN: "PROVINCIAL",
  HIGH_TECH: "NATIONAL",
  TECH_SME: "NATIONAL",
};

/** The schemes of 2022 and the eaglets of the city grant nothing earlier. */
const firstYears: Partial<Record<TitleKind, number>> = { INNOVATIVE: 2022, EAGLET: 2022 };
/** Five batches a year, never more than 86 days apart: on every day some titles lapse within 90 days. */
const grantDays = ["02-20", "04-30", "07-10", "09-20", "12-15"] as const;
const lastDays = ["02-19", "04-29", "07-09", "09-19", "12-14"] as const;
const perYear = grantDays.length;
const figuresYear = Number(figuresDate.slice(0, 4));

export function titlesOf(identity: Identity, figures: Figures): readonly HeldTitle[] {
  const random = identity.stream("titles");
  const held = identity.cohort.titles.flatMap((kind) => grantsOf(identity, kind, random));
  if (identity.cohortId === "FORMER") held.push(lapsedGrant(identity, random));
  if (figures.isHighTech) held.push(...grantsOf(identity, "HIGH_TECH", random));
  if (figures.isTechSme) held.push(yearlyEntry(identity));
  return held;
}

/** The first grant and every renewal since; the last one is in force on the day of the plan. */
function grantsOf(identity: Identity, kind: TitleKind, random: Random): HeldTitle[] {
  const first = firstBatch(identity, kind, random);
  const grants: HeldTitle[] = [];
  for (let year = Math.floor(first / perYear); ; year += 3) {
    const grant = grantIn(identity, kind, { year, place: first % perYear });
    if (grant.validTo >= identity.plan.asOf) return [...grants, { ...grant, status: "VALID" }];
    grants.push(grant);
  }
}

function grantIn(
  identity: Identity,
  kind: TitleKind,
  { year, place }: { year: number; place: number },
): HeldTitle {
  const prefix = kind === "HIGH_TECH" ? `GR${year}379` : `${kind.slice(0, 2)}${year}37029`;
  return {
    kind,
    batch: `${year}-${place + 1}`,
    level: levels[kind],
    validFrom: `${year}-${grantDays[place] ?? ""}`,
    validTo: `${year + 3}-${lastDays[place] ?? ""}`,
    status: "EXPIRED",
    certificateNo: prefix + String(identity.ordinal).padStart(6, "0"),
  };
}

/** Batches counted from year 0: none before the enterprise is a year and a half old, none after the figures' date. */
function firstBatch(identity: Identity, kind: TitleKind, random: Random): number {
  const [year = 0, month = 1] = identity.establishedOn.split("-").map(Number);
  const grown = Math.ceil(((year * 12 + month + 17) / 12) * perYear);
  const last = figuresYear * perYear + perYear - 1;
  return random.int(Math.min(last, Math.max(grown, (firstYears[kind] ?? 2021) * perYear)), last);
}

/** A title that was not renewed, or was withdrawn. */
function lapsedGrant(identity: Identity, random: Random): HeldTitle {
  const kind = identity.rank % 4 === 0 ? "SPECIALIZED" : "INNOVATIVE";
  const year = Number(identity.plan.asOf.slice(0, 4)) - 4;
  const grant = grantIn(identity, kind, { year, place: random.int(0, 2) });
  return identity.rank % 30 === 1 ? { ...grant, status: "REVOKED" } : grant;
}

/** Technology SMEs are entered for one calendar year, the window opening in June: this year's entry, or the last one. */
function yearlyEntry(identity: Identity): HeldTitle {
  const { asOf } = identity.plan;
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) >= "07-15" ? 0 : 1);
  return {
    kind: "TECH_SME",
    batch: String(year),
    level: levels.TECH_SME,
    validFrom: `${year}-07-15`,
    validTo: `${year}-12-31`,
    status: `${year}-12-31` >= asOf ? "VALID" : "EXPIRED",
    certificateNo: `${year}370211A${String(identity.ordinal).padStart(6, "0")}`,
  };
}

/** As the city has it: for `count` specialised enterprises the city knows the number, or has extended the title. */
export function atTheCity(identity: Identity, title: HeldTitle, count: number): HeldTitle {
  return cityChange(identity, title, count) === "EXTENDED"
    ? { ...title, validTo: yearsAfter(title.validTo, 1) }
    : title;
}

/** As the district has it before the first exchange. */
export function atTheDistrict(
  identity: Identity,
  title: HeldTitle,
  count: number,
): Omit<HeldTitle, "certificateNo"> & { readonly certificateNo: string | null } {
  return cityChange(identity, title, count) === "NUMBERED"
    ? { ...title, certificateNo: null }
    : title;
}

function cityChange(identity: Identity, title: HeldTitle, count: number): string | null {
  const chosen =
    identity.cohortId === "SPECIALIZED" &&
    identity.rank < count &&
    title.kind === "SPECIALIZED" &&
    title.status === "VALID";
  if (!chosen) return null;
  return identity.rank % 2 === 0 ? "NUMBERED" : "EXTENDED";
}
