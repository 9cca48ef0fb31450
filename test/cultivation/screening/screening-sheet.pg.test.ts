/** The sheet of all enterprises goes through what the district judged once, on the first start too, when nothing is judged. */
import { beforeAll, expect, test } from "vitest";

import { activePacks } from "../../../cultivation/compile/compile-packs.ts";
import { screeningSheet } from "../../../cultivation/compile/screening-sheet.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const asOf = "2026-11-28";
const packs = activePacks([...criteria.packs.values()], asOf);
const columns = new Map([
  ["pack:srdi_sme_2026", "boolean"],
  ["gold:srdi_sme", "boolean"],
] as const);
const sheet = (asked: readonly string[] | null) =>
  screeningSheet(criteria, packs, { asOf, codes: asked, columns });

interface Plan {
  readonly "Relation Name"?: string;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query("delete from assessments");
  await db.owner.query("vacuum analyze assessments");
});

test.each(["assessments", "title_verifications"])(
  "%s is read once for all enterprises, however empty it was a moment ago",
  async (table) => {
    const { rows } = await db.owner.query<{ "QUERY PLAN": readonly [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${sheet(null)}`,
    );
    const read = nodesOf(rows[0]!["QUERY PLAN"][0].Plan).filter(
      (node) => node["Relation Name"] === table,
    );
    expect(read.map((node) => node["Actual Loops"])).toEqual([1]);
  },
);

test("all enterprises and a few by their codes get the same rows", async () => {
  await db.owner.query(
    `insert into title_verifications (credit_code, town_code, zone_code, kind, outcome, claimed, registered, computed, as_of)
     select credit_code, town_code, zone_code, 'SPECIALIZED', 'MEETS_NOT_APPLIED', 'NO', 'NO', 'TRUE', '2026-11-28' from enterprises where credit_code = $1`,
    [codes.A],
  );
  const all = await db.owner.query(`select * from (${sheet(null)}) s order by credit_code`);
  const few = await db.owner.query(
    `select * from (${sheet(all.rows.map((row: { credit_code: string }) => row.credit_code))}) s order by credit_code`,
  );
  expect(few.rows).toEqual(all.rows);
  expect(all.rows.filter((row: object) => Object.values(row).includes(true))).toHaveLength(1);
});
