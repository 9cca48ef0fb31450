/**
 * Intellectual property, one right a row. Numbers have the official shape with serials beyond any issued: patents
 * 9,000,000 and up within a year and kind, software 9,000,000 and up, trademarks 99,000,000 and up.
 */
import { dayIn, daysAfter, yearsAfter } from "../calendar.ts";
import type { IpKind } from "../../../domain/vocabulary.ts";
import type { Random } from "../random.ts";
import { fillText, type Sheet, type SheetRow } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";

export const ipSheet: Sheet = {
  table: "ip_rights",
  columns: [
    "right_no",
    "kind",
    "title",
    "status",
    "acquisition",
    "right_holders",
    "applied_on",
    "granted_on",
    "expires_on",
    "transferred_on",
    "high_value",
    "main_product",
  ],
  source: "demo-ip",
  rows: (subject) => {
    if (subject.identity.kind !== "COMPANY") return [];
    const random = subject.identity.stream("ip");
    let place = 0;
    return wantedRights(subject, random).flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, nth) =>
        rightOf(subject, { kind, nth, place: place++ }, random),
      ),
    );
  },
};

function wantedRights({ identity }: Subject, random: Random): [IpKind, number][] {
  const { traits, technical, inLibrary } = identity.cohort;
  const count = ([low, high]: readonly [number, number]) => random.int(low, high);
  const lacksInventions = identity.cohortId === "NEARLY" && identity.rank % 6 === 3;
  const wanted: [IpKind, number][] = [
    ["INVENTION_PATENT", lacksInventions ? 0 : count(traits.inventions)],
    ["UTILITY_MODEL", technical || random.chance(0.5) ? count(traits.utilityModels) : 0],
    ["SOFTWARE_COPYRIGHT", technical || random.chance(0.4) ? count(traits.software) : 0],
    ["DESIGN_PATENT", technical && random.chance(0.3) ? random.int(1, 4) : 0],
    ["TRADEMARK", random.chance(technical ? 0.75 : inLibrary ? 0.3 : 0.06) ? random.int(1, 3) : 0],
  ];
  if (technical && identity.industry.node?.startsWith("ic/") && random.chance(0.5)) {
    wanted.push(["IC_LAYOUT", random.int(1, 3)]);
  }
  if (identity.industry.code.startsWith("A") && technical) wanted.push(["PLANT_VARIETY", 1]);
  return wanted;
}

const terms: Partial<Record<IpKind, number>> = {
  INVENTION_PATENT: 20,
  UTILITY_MODEL: 10,
  DESIGN_PATENT: 15,
  TRADEMARK: 10,
  SOFTWARE_COPYRIGHT: 50,
  IC_LAYOUT: 10,
  PLANT_VARIETY: 15,
};

interface Wanted {
  readonly kind: IpKind;
  /** Place among the rights of its kind. */
  readonly nth: number;
  /** Place among all rights of the enterprise. */
  readonly place: number;
}

function rightOf(subject: Subject, { kind, nth, place }: Wanted, random: Random): SheetRow {
  const { identity } = subject;
  const asOfYear = Number(identity.plan.asOf.slice(0, 4));
  const first = Math.max(Number(identity.establishedOn.slice(0, 4)), asOfYear - 9);
  const year = random.int(first, Math.max(first, asOfYear - 2));
  const applied = dayIn(year, random.next(), identity.establishedOn);
  // The first invention of a titled enterprise is its own and granted, as the criteria ask.
  const own = nth === 0 || random.chance(0.93);
  const status = nth === 0 ? "GRANTED" : statusOf(random);
  const granted = status === "APPLIED" ? null : daysAfter(applied, random.int(150, 560));
  const transferred = own || granted === null ? null : daysAfter(granted, random.int(30, 300));
  const number = numberOf(kind, year, identity.ordinal * 23 + place);
  return {
    key: number,
    cells: [
      number,
      kind,
      titleOf(subject, kind, place),
      status,
      own ? "SELF_DEVELOPED" : random.chance(0.85) ? "TRANSFERRED" : "LICENSED",
      [identity.name],
      applied,
      granted,
      yearsAfter(applied, terms[kind] ?? 10),
      transferred,
      kind === "INVENTION_PATENT" ? random.chance(0.18) : null,
      kind === "TRADEMARK" ? null : nth === 0 || random.chance(0.78),
    ],
  };
}

function statusOf(random: Random): string {
  const draw = random.next();
  if (draw < 0.1) return "APPLIED";
  return draw < 0.15 ? "LAPSED" : "GRANTED";
}

function numberOf(kind: IpKind, year: number, serial: number): string {
  const seven = String(9_000_000 + (serial % 1_000_000));
  switch (kind) {
    case "INVENTION_PATENT":
      return patentNumber(`${year}1${seven}`);
    case "UTILITY_MODEL":
      return patentNumber(`${year}2${seven}`);
    case "DESIGN_PATENT":
      return patentNumber(`${year}3${seven}`);
    case "SOFTWARE_COPYRIGHT":
      return `${year}SR${seven}`;
    case "IC_LAYOUT":
      return `BS.${String(year).slice(2)}${seven}`;
    case "PLANT_VARIETY":
      return `CNA${year}${seven}`;
    default:
      return String(99_000_000 + (serial % 1_000_000));
  }
}

/** ZL, twelve digits, a point and the check digit of the patent office's numbering standard (ZC 0006). */
function patentNumber(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (2 + (i % 8));
  return `ZL${digits}.${sum % 11 === 10 ? "X" : sum % 11}`;
}

const titleTexts: Readonly<Record<IpKind, string>> = {
  INVENTION_PATENT: "inventionTitle",
  UTILITY_MODEL: "utilityTitle",
  DESIGN_PATENT: "designTitle",
  SOFTWARE_COPYRIGHT: "softwareTitle",
  IC_LAYOUT: "layoutTitle",
  TRADEMARK: "trademarkTitle",
  PLANT_VARIETY: "plantTitle",
};

function titleOf({ identity }: Subject, kind: IpKind, place: number): string {
  const { industry, core, product } = identity;
  const named =
    place % 3 === 0 ? product : (industry.products[place % industry.products.length] ?? product);
  return fillText(districtWords().texts[titleTexts[kind]], {
    product: named,
    core,
    n: String(1 + (place % 4)),
  });
}
