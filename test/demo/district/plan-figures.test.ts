/** The district's figures in every scale and on every day, without a database. */
import { describe, expect, it } from "vitest";

import { cohorts } from "../../../demo/district/cohorts.ts";
import { validKindsOf } from "../../../demo/district/facts/library-memberships.ts";
import type { Plan } from "../../../demo/district/plan.ts";
import { entityCount, type ScaleName, scaleOf } from "../../../demo/district/scale.ts";
import { type Subject, subjectsOf } from "../../../demo/district/subject.ts";
import { isCreditCode } from "../../../domain/enterprise/credit-code.ts";
import { normaliseCompanyName } from "../../../domain/enterprise/company-name.ts";
import { isOrganisationCode } from "../../../domain/enterprise/organisation-code.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";

const townNames = new Map(readAreaFile().map(({ code, name }) => [code, name]));
const subjects = (plan: Plan): Subject[] => [...subjectsOf(plan, townNames)];
const small: Plan = { scale: "small", seed: 1, asOf: "2026-11-23" };

function held(scale: ScaleName, kind: string): number {
  return scaleOf(scale).cohorts.reduce(
    (sum, [id, count]) => sum + (cohorts[id].titles.includes(kind as never) ? count : 0),
    0,
  );
}

describe("the scales", () => {
  it.each([
    ["INNOVATIVE", 628],
    ["SPECIALIZED", 1023],
    ["LITTLE_GIANT", 43],
    ["EAGLET", 159],
    ["GAZELLE", 86],
    ["UNICORN", 3],
  ])("hold %s as often as the district at the end of 2024: %i", (kind, count) => {
    expect([held("default", kind), held("full", kind)]).toEqual([count, count]);
  });

  it.each([
    ["small", 400, 190],
    ["default", 37_169, 17_169],
    ["full", 424_000, 17_169],
  ] as const)("%s has %i entities, %i of them in the libraries", (name, all, inLibrary) => {
    const scale = scaleOf(name);
    expect(entityCount(scale)).toBe(all);
    const counted = scale.cohorts.filter(([id]) => cohorts[id].inLibrary);
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(inLibrary);
  });

  it("full has 179,000 enterprises; the rest are individual businesses and branches", () => {
    const others = new Set(["BRANCH", "INDIVIDUAL_BUSINESS"]);
    const counted = scaleOf("full").cohorts.filter(([id]) => !others.has(cohorts[id].kind));
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(179_000);
  });
});

describe("a district", () => {
  it("is the same for the same plan and another for another seed", () => {
    const said = (plan: Plan) =>
      JSON.stringify(
        subjects(plan).map(({ identity, figures, titles }) => [identity.name, figures, titles]),
      );
    expect(said(small)).toBe(said({ ...small }));
    expect(said(small)).not.toBe(said({ ...small, seed: 2 }));
  });

  it("has valid codes of a block that nobody was given, each once", () => {
    const codes = subjects(small).map(({ identity }) => identity.creditCode);
    expect(new Set(codes).size).toBe(400);
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([]);
    expect(codes.filter((code) => !isOrganisationCode(code.slice(8, 17)))).toEqual([]);
    expect(codes.every((code) => code.slice(2, 10) === "370211DM")).toBe(true);
  });

  it("gives each name once, in the form names are compared in", () => {
    const names = subjects(small).map(({ identity }) => identity.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      if (!name.includes("（")) expect(normaliseCompanyName(name)).toBe(name);
    }
  });

  it.each(["2025-01-15", "2025-12-15", "2026-11-23", "2027-06-25", "2031-02-28"])(
    "counts the same valid titles on %s, all of them in force, some lapsing within 90 days",
    (asOf) => {
      const titles = subjects({ ...small, asOf }).flatMap((subject) => subject.titles);
      const valid = titles.filter(({ status }) => status === "VALID");
      const count = (kind: string) => valid.filter((title) => title.kind === kind).length;
      expect([count("INNOVATIVE"), count("SPECIALIZED"), count("LITTLE_GIANT")]).toEqual([
        25, 30, 4,
      ]);
      expect(valid.filter(({ validFrom, validTo }) => validFrom > asOf || validTo < asOf)).toEqual(
        [],
      );
      const soon = new Date(Date.parse(asOf) + 90 * 86_400_000).toISOString().slice(0, 10);
      expect(valid.some(({ kind, validTo }) => kind !== "TECH_SME" && validTo <= soon)).toBe(true);
    },
  );

  it("first granted every library title by the end of 2024 and never before the enterprise existed", () => {
    for (const { identity, titles } of subjects(small)) {
      for (const kind of identity.cohort.titles) {
        const first = titles.find((title) => title.kind === kind)?.validFrom ?? "";
        expect(
          first <= "2024-12-31" && first > identity.establishedOn,
          `${identity.name} ${kind}`,
        ).toBe(true);
      }
    }
  });
});

describe("holders of a title", () => {
  const ofSeeds = [1, 2, 3, 4].flatMap((seed) => subjects({ ...small, seed }));

  /** The counting conditions of the 2026 rules for specialised SMEs, on the two latest years. */
  function meetsSpecialized({ figures, titles }: Subject): boolean {
    const [before, last] = figures.years.slice(-2);
    if (before === undefined || last === undefined) return false;
    const kinds = validKindsOf(titles);
    return (
      last.revenue >= 15_000_000 &&
      last.mainRevenue >= 0.8 * last.revenue &&
      last.totalLiabilities <= 0.8 * last.totalAssets &&
      [before, last].every(
        (year) => year.rdExpense >= 1_000_000 && year.rdExpense >= 0.03 * year.revenue,
      ) &&
      (kinds.includes("TECH_SME") || kinds.includes("INNOVATIVE"))
    );
  }

  const share = (list: readonly Subject[]) => list.filter(meetsSpecialized).length / list.length;
  const ofCohort = (...ids: string[]) =>
    ofSeeds.filter(({ identity }) => ids.includes(identity.cohortId));

  it("of the specialised title mostly meet its rules, and some no longer do", () => {
    const holders = ofCohort("SPECIALIZED", "SPECIALIZED_INNOVATIVE");
    expect(share(holders)).toBeGreaterThan(0.7);
    expect(share(holders)).toBeLessThan(1);
  });

  it("stand beside enterprises that meet the rules and have not applied", () => {
    const ready = ofCohort("READY_SPECIALIZED");
    expect(share(ready)).toBeGreaterThan(0.85);
    expect(ready.every(({ titles }) => !validKindsOf(titles).includes("SPECIALIZED"))).toBe(true);
  });

  it("are far from the ordinary candidates, of which hardly any meets the rules", () => {
    expect(share(ofCohort("CANDIDATE"))).toBeLessThan(0.05);
    expect(share(ofCohort("NEARLY"))).toBe(0);
  });
});
