/** Read models agree with the facts after a load; each kind of damage is told by its place, and repaired. */
import { beforeAll, expect, test } from "vitest";

import { refreshPortraits } from "../../cultivation/refresh-portraits.ts";
import { verifyReadModels } from "../../cultivation/verify-read-models.ts";
import { fillDemonstration } from "../../demo/district/fill-demonstration.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";

const asOf = "2025-01-15";
const db = await createTestDatabase();
const verify = (repair = false) => verifyReadModels(db.worker, { asOf, repair });

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf });
  await refreshPortraits(db.worker, { asOf });
  await refreshAreaStatistics(db.worker, asOf);
});

test("nothing differs after a load", async () => {
  expect(await verify()).toMatchObject({ differences: [], repaired: false });
});

const scored = "(select credit_code from portraits where score is not null order by 1 limit 1)";

const damages: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  [
    "a score",
    `update portraits set score = score + 1 where credit_code = ${scored}`,
    { model: "portraits", column: "score" },
  ],
  [
    "a column of lists",
    `update enterprises set in_library = not in_library where credit_code = ${scored}`,
    { model: "enterprises", column: "in_library" },
  ],
  [
    "a label too many",
    `insert into enterprise_labels (credit_code, label, category, reason, rule_version) values (${scored}, 'DAMAGE', 'C', 'R', '1')`,
    { model: "enterprise_labels", column: null, computed: null },
  ],
  [
    "a head count in a library's list",
    "update listed_members set employments_employees = array[1] where credit_code = (select min(credit_code) from listed_members)",
    { model: "listed_members", column: "employments_employees" },
  ],
  [
    "a row of a library's list that is another's",
    "update listed_members set credit_code = 'DAMAGE' where credit_code = (select min(credit_code) from listed_members)",
    { model: "listed_members", key: "DAMAGE", column: null, computed: null },
  ],
  [
    "a figure of the grid",
    "update area_statistics set value = value + 1 where area_code = '370211' and measure = 'TITLES' and member = 'HIGH_TECH'",
    { model: "area_statistics", key: "370211 TITLES HIGH_TECH", column: "value" },
  ],
  [
    "the figures of a dashboard",
    "update area_statistics set figures = '[]' where area_code = '370211' and measure = 'TITLES' and member = '*'",
    { model: "area_statistics", key: "370211 TITLES *", column: "figures", stored: [] },
  ],
  [
    "a figure that is gone",
    "delete from area_statistics where area_code = '370211' and measure = 'BASES'",
    { model: "area_statistics", key: "370211 BASES ALL", column: null, stored: null },
  ],
  [
    "a count of a yearly report",
    "update yearly_reports set newly_added = newly_added + 1 where area_code = '370211' and year = 2023",
    { model: "yearly_reports", key: "370211 2023", column: "newly_added" },
  ],
  [
    "a yearly report of a year that has not begun",
    "insert into yearly_reports select area_code, 2026, in_library, newly_added, libraries, bases, label_completion, now() from yearly_reports where area_code = '370211' and year = 2025",
    { model: "yearly_reports", key: "370211 2026", column: null, computed: null },
  ],
  [
    "a fact left behind by a move",
    "update annual_financials set town_code = null, zone_code = null where (credit_code, year) = (select credit_code, year from annual_financials where town_code is not null order by 1, 2 limit 1)",
    { model: "scope" },
  ],
];

test.each(damages)("%s is found, and repaired", async (_name, statement, expected) => {
  const { rowCount } = await db.owner.query(statement);
  expect(rowCount).toBe(1);
  const found = await verify();
  expect(found.differences).toContainEqual(expect.objectContaining(expected));
  expect(found.repaired).toBe(false);
  // Looking changed nothing: the same is found again, this time to be mended.
  expect((await verify(true)).differences).toEqual(found.differences);
  expect((await verify()).differences).toEqual([]);
});

test("label completion of a year that is over is counted from what was noted then", async () => {
  const later = "2026-01-10";
  const completionOf = async (year: number) => {
    const { rows } = await db.owner.query<{ value: string }>(
      "select label_completion::text as value from yearly_reports where area_code = '370211' and year = $1",
      [year],
    );
    return rows[0]?.value;
  };
  const told = await completionOf(2025);
  await refreshPortraits(db.worker, { asOf: later });
  await db.owner.query("update portraits set label_completion = 0.125");
  await refreshAreaStatistics(db.worker, later);
  expect([await completionOf(2025), await completionOf(2026)]).toEqual([told, "0.1250"]);
  await refreshPortraits(db.worker, { asOf: later });
  await refreshAreaStatistics(db.worker, later);

  await db.owner.query(
    "update yearly_reports set label_completion = 0.9999 where area_code = '370211' and year = 2025",
  );
  const { differences } = await verifyReadModels(db.worker, { asOf: later, repair: true });
  expect(differences).toEqual([
    expect.objectContaining({
      model: "yearly_reports",
      key: "370211 2025",
      column: "label_completion",
      stored: 0.9999,
    }),
  ]);
  expect(await completionOf(2025)).toBe(told);
});

test.each([
  ["changed", "update yearly_label_cells set completion = completion + 1 where year = 2025"],
  ["taken away", "delete from yearly_label_cells where year = 2025"],
  ["added to", "insert into yearly_label_cells values (2024, null, null, 1, 1)"],
  ["emptied", "truncate yearly_label_cells"],
])("what was noted of a year that is over cannot be %s", async (_name, statement) => {
  await expect(db.owner.query(statement)).rejects.toMatchObject({ code: "23001" });
});
