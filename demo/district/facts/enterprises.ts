/** The registry's row of the entity, with the district's own notes on it. */
import { hash } from "node:crypto";

import type { Identity } from "../identity.ts";
import type { Random } from "../random.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { sizeClassOf } from "../size-class.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";
import { enterpriseDetails } from "./enterprise-details.ts";
import { libraryKindsOf, validKindsOf } from "./library-memberships.ts";

const columns = [
  "name",
  "kind",
  "legal_form",
  "industry_code",
  "industry_name",
  "established_on",
  "capital_amount",
  "capital_currency",
  "status",
  "business_scope",
  "address",
  "town_method",
  "town_confidence",
  "size_class",
  "legal_representative",
  "contact_name",
  "contact_phone",
  "contact_email",
  "website",
  "is_demo",
  "in_library",
  "library_kinds",
  "title_kinds",
  "details",
  "content_digest",
] as const;

export const enterpriseSheet: Sheet = {
  table: "enterprises",
  columns,
  source: "demo-registry",
  rows: (subject) => {
    const cells = cellsOf(subject);
    return [{ cells: [...cells, digestOf(subject.identity.creditCode, cells)] }];
  },
};

function cellsOf(subject: Subject): Cell[] {
  const { identity, titles } = subject;
  const random = identity.stream("registry");
  const library = libraryKindsOf(titles);
  return [
    identity.name,
    identity.kind,
    identity.legalForm,
    identity.industry.code,
    identity.industry.name,
    identity.establishedOn,
    ...capitalOf(subject, random),
    statusOf(identity, random),
    scopeOf(identity),
    ...addressOf(identity, random),
    sizeOf(subject),
    identity.legalRepresentative,
    ...contactOf(identity),
    true,
    identity.cohort.inLibrary,
    library,
    validKindsOf(titles),
    enterpriseDetails(subject),
  ];
}

function capitalOf({ identity, figures }: Subject, random: Random): Cell[] {
  if (identity.kind === "BRANCH" || random.chance(0.04)) return [null, null];
  const revenue = figures.years.at(-1)?.revenue ?? 300_000;
  const steps = [1, 5, 10, 30, 50, 100, 200, 300, 500, 800, 1000, 2000, 3000, 5000, 10_000, 20_000];
  const wanted = (revenue / 10_000) * random.between([0.1, 0.8]);
  const capital = steps.findLast((step) => step <= wanted) ?? 1;
  const foreign = identity.legalForm.length > 14 && random.chance(0.6);
  return [capital * 10_000, foreign ? "USD" : "CNY"];
}

function statusOf(identity: Identity, random: Random): string {
  if (identity.cohort.inLibrary) return "ACTIVE";
  const draw = random.next();
  if (draw < 0.03) return "CANCELLED";
  return draw < 0.045 ? "REVOKED" : "ACTIVE";
}

function scopeOf({ industry, cohort }: Identity): string {
  const { texts } = districtWords();
  const what =
    cohort.technical || industry.node !== null ? texts["scopeMiddle"] : texts["scopeTrade"];
  return `${texts["scopeHead"]}${industry.products.join("\u3001")}${what}${texts["scopeTail"]}`;
}

/** Seven in ten addresses name the town; the others only a road, whose town is known from the gazetteer. */
function addressOf(identity: Identity, random: Random): Cell[] {
  const { texts } = districtWords();
  const named = random.chance(0.7);
  const head = `${random.chance(0.6) ? texts["city"] : texts["cityShort"]}${named ? identity.townName : ""}`;
  const room = random.chance(0.5)
    ? `${random.int(1, 20)}0${random.int(1, 9)}${texts["roomUnit"]}`
    : "";
  const address = `${head}${random.pick(identity.town.roads)}${random.int(1, 1200)}${texts["numberUnit"]}${room}`;
  return named ? [address, "TOWN_NAME", "0.99"] : [address, "ROAD", "0.9"];
}

function sizeOf({ identity, figures }: Subject): string | null {
  const last = figures.years.at(-1);
  if (last === undefined || identity.kind !== "COMPANY") return null;
  return sizeClassOf(identity.industry.size, {
    employees: last.employees,
    revenue: last.revenue,
    assets: last.totalAssets,
  });
}

/** No subscriber number begins with 0, and `.example` is reserved (RFC 2606): nobody is called or written to. */
function contactOf(identity: Identity): Cell[] {
  const number = String(identity.ordinal).padStart(7, "0");
  const code = identity.creditCode.slice(8, 16).toLowerCase();
  const web = identity.cohort.technical ? `https://www.${code}.example` : null;
  return [identity.contactName, `0532-0${number}`, `office@${code}.example`, web];
}

function digestOf(creditCode: string, cells: readonly Cell[]): string {
  return hash("sha256", [creditCode, ...cells].join("\n"));
}
