/**
 * Assessments over a filled district: as the pure judge says from the same sheet, written only where something changed,
 * with their history kept; titles compared with them; ways to pass found once.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { assessDirty, assessEnterprises } from "../../../cultivation/assess-enterprises.ts";
import { inputsFrom } from "../../../cultivation/assess/find-ways.ts";
import { activePacks } from "../../../cultivation/compile/compile-packs.ts";
import { dryRunPacks } from "../../../cultivation/dry-run-packs.ts";
import { findWaysToPass } from "../../../cultivation/find-ways-to-pass.ts";
import { indicatorSheet } from "../../../cultivation/indicators/indicator-sheet.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { fillDemonstration } from "../../../demo/district/fill-demonstration.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import { makeSheet } from "../../../store/queries/assess-verdicts.ts";
import { readSheet } from "../../../store/queries/assess-ways.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { runScoped } from "../../../store/scoped-query.ts";
import { inTransaction, undone } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";

const folder = temporaryFolder();
const asOf = "2026-11-23";
const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const rows = async <T extends object>(query: string, values: unknown[] = []) =>
  (await db.owner.query<T>(query, values)).rows;

interface Stored {
  readonly credit_code: string;
  readonly pack_id: string;
  readonly verdict: string;
}

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf });
  await assessEnterprises(db.worker, { asOf, criteria });
});

test("every verdict is the pure judge's on the same sheet", async () => {
  const packs = activePacks([...criteria.packs.values()], asOf);
  const sheets = await inTransaction(db.worker, async (client) => {
    await makeSheet(client, "compared", indicatorSheet(criteria, packs, { asOf, codes: null }));
    return readSheet(client, "compared");
  });
  const stored = await rows<Stored>(
    "select credit_code, pack_id, verdict from assessments where superseded_at is null",
  );
  const wrong: unknown[] = [];
  const seen = new Map<string, number>();
  for (const { credit_code, pack_id, verdict } of stored) {
    const pack = packs.find(({ id }) => id === pack_id);
    const sheet = sheets.get(credit_code) ?? "{}";
    if (pack?.kind !== "rules") continue;
    const { pass } = judge(
      pack,
      inputsFrom(pack, sheet, criteria.catalogue),
      criteria.catalogue,
      asOf,
    );
    seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
    if (String(pass).toUpperCase() !== verdict) wrong.push({ credit_code, pack_id, verdict, pass });
  }
  expect(wrong).toEqual([]);
  // All three values occur, or the comparison proves little.
  expect([...seen.keys()].sort()).toEqual(["FALSE", "TRUE", "UNKNOWN"]);
  expect([...seen.values()].reduce((sum, n) => sum + n)).toBeGreaterThan(1_000);
});

describe("an award or a standard that does not tell its rank or its day leaves open what they decide", () => {
  const origin = "source_id, record_key, link_method, link_confidence";
  const insert = {
    award: `insert into awards (credit_code, award_no, name, kind, level, rank, awarded_on, ${origin})
      values ($1, 'x', '创客中国', $2, 'NATIONAL', $3, $4, 's', 'k', 'CREDIT_CODE', 1)`,
    standard: `insert into standards (credit_code, standard_no, name, status, level, drafting_rank, published_on, ${origin})
      values ($1, 'x', 'n', 'IN_FORCE', $2, $3, $4, 's', 'k', 'CREDIT_CODE', 1)`,
  };
  const free = `select credit_code as code from assessments a where superseded_at is null
    and not exists (select from awards w where w.credit_code = a.credit_code)
    and not exists (select from standards w where w.credit_code = a.credit_code) limit 1`;
  test.each([
    ["award", "COMPETITION", null, "2026-01-01", { maker_china_top50_3y: null }],
    ["award", "COMPETITION", 40, null, { maker_china_top50_3y: null }],
    ["award", "COMPETITION", 60, null, { maker_china_top50_3y: false }],
    ["award", "COMPETITION", 40, "2026-01-01", { maker_china_top50_3y: true }],
    ["award", "SCIENCE_PRIZE", 2, null, { award_nat_rank_3y: null, award_nat_or_prov_3y: null }],
    ["award", "SCIENCE_PRIZE", 2, "2019-01-01", { award_nat_rank_3y: 0 }],
    ["award", "SCIENCE_PRIZE", 2, "2026-01-01", { award_nat_rank_3y: 2 }],
    ["standard", "NATIONAL", null, "2026-01-01", { led_standards: null, led_standard_5y: null }],
    ["standard", "NATIONAL", 1, null, { led_standards: 1, led_standard_5y: null }],
    ["standard", "NATIONAL", 7, null, { led_standards: 0, led_standard_5y: false }],
  ] as const)("%s %s, rank %s, on %s", async (register, kind, rank, on, expected) => {
    const packs = activePacks([...criteria.packs.values()], asOf);
    await undone(db.worker, async (client) => {
      const { rows: found } = await client.query<{ code: string }>(free);
      const code = found[0]?.code ?? "";
      await client.query(insert[register], [code, kind, rank, on]);
      await makeSheet(
        client,
        "open_sheet",
        indicatorSheet(criteria, packs, { asOf, codes: [code] }),
      );
      const sheets = await readSheet(client, "open_sheet");
      expect(JSON.parse(sheets.get(code) ?? "")).toMatchObject(expected);
    });
  });
});

test("a second run on the same day writes nothing", async () => {
  const again = await assessEnterprises(db.worker, { asOf, criteria });
  expect(again).toMatchObject({ changed: 0, ended: 0, verifications: 0 });
  expect(again.enterprises).toBeGreaterThan(100);
});

test("a pack tried from a file says what it would change, and writes nothing", async () => {
  const file = join(folder, "srdi.yaml");
  const shipped = readFileSync("data/criteria/srdi-sme-2026.yaml", "utf8");
  const count = async () =>
    rows("select count(*)::int as n, max(assessed_at)::text as at from assessments");
  const before = await count();
  writeFileSync(file, shipped);
  const same = (await dryRunPacks(db.worker, [file], asOf)).packs[0];
  expect(same).toMatchObject({
    judgedBefore: true,
    newlyPassing: 0,
    noLongerPassing: 0,
    otherwiseChanged: 0,
    examples: [],
  });
  expect(same?.passing).toBeGreaterThan(0);
  writeFileSync(
    file,
    shipped.replace("input: rd_y1, at_least: 100 ", "input: rd_y1, at_least: 99999999 "),
  );
  const [stricter] = (await dryRunPacks(db.worker, [file], asOf)).packs;
  expect(stricter).toMatchObject({ passing: 0, noLongerPassing: same?.passing });
  expect(stricter?.examples[0]).toMatch(/^[0-9A-Z]{18}$/);
  expect(await count()).toEqual(before);
  writeFileSync(file, shipped.replaceAll("rd_y1", "rd_y9"));
  await expect(dryRunPacks(db.worker, [file], asOf)).rejects.toMatchObject({
    code: "RULES_INVALID",
  });
});

describe("one changed enterprise", () => {
  let code = "";

  test("is judged alone, and what was said before is kept", async () => {
    const [any] = await rows<{ credit_code: string; pack_id: string }>(
      `select a.credit_code, a.pack_id from assessments a join criteria_packs p on p.id = a.pack_id
       where a.superseded_at is null and a.verdict = 'TRUE' and p.title_kind in ('SPECIALIZED', 'INNOVATIVE') order by 1, 2 limit 1`,
    );
    code = any?.credit_code ?? "";
    expect(code).not.toBe("");
    const others = await rows(
      "select md5(string_agg(a::text, ',' order by credit_code, pack_id, revision)) as digest from assessments a where credit_code <> $1",
      [code],
    );
    await db.owner.query(
      "update annual_financials set rd_expense = 0, main_revenue = 0, revenue = 1 where credit_code = $1",
      [code],
    );
    await db.owner.query(
      "insert into dirty_keys (credit_code, stage, reason) values ($1, 'INDICATORS', 'test') on conflict do nothing",
      [code],
    );
    const done = await assessDirty(db.worker, { asOf, criteria });
    expect(done.enterprises).toBe(1);
    expect(done.changed).toBeGreaterThan(0);
    expect(
      await rows("select 1 from dirty_keys where credit_code = $1 and stage = 'INDICATORS'", [
        code,
      ]),
    ).toEqual([]);
    expect(
      await rows(
        "select md5(string_agg(a::text, ',' order by credit_code, pack_id, revision)) as digest from assessments a where credit_code <> $1",
        [code],
      ),
    ).toEqual(others);
    const history = await rows<{ verdict: string; open: boolean }>(
      "select verdict, superseded_at is null as open from assessments where credit_code = $1 and pack_id in (select pack_id from assessments where credit_code = $1 and revision = 2) order by pack_id, revision",
      [code],
    );
    expect(history.filter(({ open }) => !open).length).toBe(
      history.filter(({ open }) => open).length,
    );
    expect(history.some(({ verdict, open }) => !open && verdict === "TRUE")).toBe(true);
  });

  test("stands as a full run would have it", async () => {
    expect(await assessEnterprises(db.worker, { asOf, criteria })).toMatchObject({
      changed: 0,
      ended: 0,
      verifications: 0,
    });
  });
});

describe("titles, claims and assessments", () => {
  test("a claim without a title in force is said to be one, and no other is", async () => {
    const expected = await rows(
      `select c.credit_code, c.kind from title_claims c where c.claimed_on <= $1::date and not exists (select from titles t
         where t.credit_code = c.credit_code and t.kind = c.kind and t.status <> 'REVOKED' and coalesce(t.valid_from <= $1::date, true)
           and coalesce(t.valid_to >= $1::date, t.status = 'VALID')) order by 1, 2`,
      [asOf],
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(
      await rows(
        "select credit_code, kind from title_verifications where outcome = 'CLAIMED_NOT_REGISTERED' order by 1, 2",
      ),
    ).toEqual(expected);
  });

  test("who meets a title and has not applied holds none and passes the pack of the day", async () => {
    const gold = await rows<{ credit_code: string; kind: string; pack: string }>(
      "select credit_code, kind, details ->> 'pack' as pack from title_verifications where outcome = 'MEETS_NOT_APPLIED'",
    );
    expect(gold.length).toBeGreaterThan(0);
    for (const { credit_code, kind, pack } of gold) {
      expect(
        await rows(
          "select 1 from titles where credit_code = $1 and kind = $2 and status = 'VALID' and (valid_to is null or valid_to >= $3::date)",
          [credit_code, kind, asOf],
        ),
      ).toEqual([]);
      expect(
        await rows(
          "select verdict from assessments where credit_code = $1 and pack_id = $2 and superseded_at is null",
          [credit_code, pack],
        ),
      ).toEqual([{ verdict: "TRUE" }]);
    }
  });

  test("a title within ninety days of its end lapses, one a day further does not", async () => {
    const [held] = await rows<{ credit_code: string; kind: string; batch: string }>(
      "select credit_code, kind, batch from titles where status = 'VALID' and valid_from <= $1::date order by credit_code, kind limit 1",
      [asOf],
    );
    if (!held) throw new Error("no title");
    const keys = [held.credit_code, held.kind];
    await db.owner.query(
      "delete from titles where credit_code = $1 and kind = $2 and batch <> $3",
      [...keys, held.batch],
    );
    const outcomeAt = async (days: number) => {
      await db.owner.query(
        "update titles set valid_to = $3::date + $4::int where credit_code = $1 and kind = $2",
        [...keys, asOf, days],
      );
      await assessEnterprises(db.worker, { asOf, criteria, creditCodes: [held.credit_code] });
      return (
        await rows<{ outcome: string }>(
          "select outcome from title_verifications where credit_code = $1 and kind = $2",
          keys,
        )
      )[0]?.outcome;
    };
    expect([await outcomeAt(90), await outcomeAt(0)]).toEqual(["LAPSING", "LAPSING"]);
    expect(await outcomeAt(91)).not.toBe("LAPSING");
  });
});

test("ways to pass are looked for once", async () => {
  expect(await findWaysToPass(db.worker, { asOf, criteria, progress: 90 })).toBeGreaterThan(0);
  expect(await findWaysToPass(db.worker, { asOf, criteria, progress: 90 })).toBe(0);
  const [way] = await rows<{ ways: readonly { sentence?: string }[] }>(
    "select ways_to_pass as ways from assessments where jsonb_array_length(ways_to_pass) > 0 limit 1",
  );
  expect(JSON.stringify(way?.ways)).toMatch(/[\u4E00-\u9FFF]/u);
});

test("a town reads its own assessments and verifications alone", async () => {
  for (const table of ["assessments", "title_verifications"]) {
    const [own] = await rows<{ n: string }>(
      `select count(*)::text as n from ${table} where town_code = '370211010'`,
    );
    const read = await runScoped(db.gateway, {
      statement: { name: `count_${table}`, text: `select count(*)::text from ${table}` },
      values: [],
      scope: { tier: "TOWN", areaCodes: ["370211010"] },
      timeoutMs: 5_000,
    });
    expect([read, Number(read) > 0]).toEqual([own?.n, true]);
  }
});

test("an unknown pack is refused with the nearest name", async () => {
  const [id] = [...criteria.packs.keys()];
  await expect(assessEnterprises(db.worker, { asOf, criteria, packs: [`${id}x`] })).rejects.toThrow(
    new RegExp(`Did you mean .*${id}`, "u"),
  );
});
