/** The backtest against a hand-made district: ranked by what was known on the day, figures counted pair by pair. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";

import { backtestScore } from "../../../cultivation/backtest-score.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";

const db = await createTestDatabase();
const span = { asOf: "2024-06-30", until: "2025-06-30" };
const rules = join(temporaryFolder(), "rules.yaml");

/** Revenue of 2023 in yuan; F has none. C and E gain the title; D held it before. */
const revenue: Readonly<Record<string, number>> = {
  [codes.A]: 10_000_000,
  [codes.B]: 20_000_000,
  [codes.C]: 50_000_000,
  [codes.D]: 90_000_000,
  [codes.E]: 20_000_000,
};

beforeAll(async () => {
  const shipped = parse(readFileSync("data/scoring/score-1.yaml", "utf8")) as object;
  // Less is better: the opposite of the ranking by revenue, so that the two cannot be mixed up.
  const part = { id: "SMALL", nameZh: "小", unit: "万元", measure: "revenue_wan", weight: 100 };
  const parts = [
    {
      ...part,
      points: [
        [0, 1],
        [10_000, 0],
      ],
    },
  ];
  writeFileSync(rules, stringify({ ...shipped, version: "less", parts }));
  await seedDistrict(db.owner);
  await db.owner.query("delete from annual_financials");
  await db.owner.query("delete from titles");
  await db.owner.query("update enterprises set established_on = '2010-01-01'");
  for (const [code, yuan] of Object.entries(revenue)) {
    // The running year is not known on the day, whatever it was to become.
    for (const [year, value] of [
      [2023, yuan],
      [2024, 100_000_000 - yuan],
    ])
      await db.owner.query(
        `insert into annual_financials (credit_code, year, revenue, currency, source_id, record_key, link_method, link_confidence)
         values ($1, $2::int, $3, 'CNY', 'finance', $1 || $2::int, 'CREDIT_CODE', 1)`,
        [code, year, value],
      );
  }
  for (const [code, from] of [
    [codes.C, "2024-12-01"],
    [codes.E, "2025-06-30"],
    [codes.D, "2021-01-01"],
    [codes.D, "2024-12-01"],
    // After the span, and on the day itself.
    [codes.A, "2025-07-01"],
  ])
    await db.owner.query(
      `insert into titles (credit_code, kind, batch, level, valid_from, status, origin) values ($1, 'GAZELLE', $2::date::text, 'PROVINCIAL', $2::date, 'VALID', 'CITY')`,
      [code, from],
    );
});

/** Wins of those who gained it over those who did not, a tie being half a win. */
function aucOf(points: Readonly<Record<string, number>>, gained: readonly string[]): number {
  const others = Object.keys(points).filter((code) => !gained.includes(code));
  const wins = gained.flatMap((one) =>
    others.map((other) => {
      const difference = (points[one] ?? 0) - (points[other] ?? 0);
      return difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }),
  );
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

test("ranks by what was known on the day, without those who held the title before", async () => {
  const { titles, version } = await backtestScore(db.worker, { ...span, rules });
  const { [codes.D]: _held, ...candidates } = { ...revenue, [codes.F]: -1 };
  const less = Object.fromEntries(
    Object.entries(candidates).map(([code, yuan]) => [code, yuan < 0 ? -Infinity : -yuan]),
  );
  const gained = [codes.C, codes.E];
  expect(version).toBe("less");
  expect(titles).toEqual([
    {
      kind: "GAZELLE",
      candidates: 5,
      scored: 4,
      gained: 2,
      score: { auc: round(aucOf(less, gained)), precisionAtK: 0, liftTopTenth: 0 },
      revenue: { auc: round(aucOf(candidates, gained)), precisionAtK: 0.5, liftTopTenth: 2.5 },
      random: 0.4,
    },
  ]);
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;

test("a span without gains tells nothing, days out of order are refused", async () => {
  expect(
    (await backtestScore(db.worker, { asOf: "2019-01-01", until: "2020-01-01" })).titles,
  ).toEqual([]);
  await expect(
    backtestScore(db.worker, { asOf: "2025-01-01", until: "2025-01-01" }),
  ).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
});
