/** What a screening is told of titles: what is certain of a title held is not made unknown by figures that are. */
import { beforeAll, expect, test } from "vitest";

import { activePacks } from "../../../cultivation/compile/compile-packs.ts";
import { screeningSheet } from "../../../cultivation/compile/screening-sheet.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const asOf = "2026-11-23";

const packs = activePacks([...criteria.packs.values()], asOf);

beforeAll(() => seedDistrict(db.owner));

async function told(outcome: string, registered: string): Promise<unknown> {
  await db.owner.query("delete from title_verifications");
  await db.owner.query(
    `insert into title_verifications (credit_code, town_code, zone_code, kind, outcome, claimed, registered, computed, details, as_of)
     select credit_code, town_code, zone_code, 'SPECIALIZED', $2, 'FALSE', $3, 'UNKNOWN', '{}', $4 from enterprises where credit_code = $1`,
    [codes.A, outcome, registered, asOf],
  );
  const columns = new Map([
    ["gold:srdi_sme", "boolean"],
    ["lapsing:srdi_sme", "boolean"],
  ] as const);
  const sheet = screeningSheet(criteria, packs, { asOf, codes: [codes.A], columns });
  const { rows } = await db.worker.query(
    `select "gold:srdi_sme" as gold, "lapsing:srdi_sme" as lapsing from (${sheet}) s`,
  );
  return rows[0];
}

test.each([
  ["UNDECIDABLE", "TRUE", { gold: false, lapsing: false }],
  ["UNDECIDABLE", "FALSE", { gold: null, lapsing: false }],
  ["LAPSING", "TRUE", { gold: false, lapsing: true }],
  ["MEETS_NOT_APPLIED", "FALSE", { gold: true, lapsing: false }],
  ["CLAIMED_NOT_REGISTERED", "FALSE", { gold: false, lapsing: false }],
])("%s of a title whose registration is %s", async (outcome, registered, expected) => {
  expect(await told(outcome, registered)).toEqual(expected);
});
