/** What a day alone changes, and what is counted without being portrayed, is carried into every read model. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { localOfficer } from "../../../cli/local-officer.ts";
import { portrayInTurn } from "../../../cli/portray-in-turn.ts";
import { refreshDirtyPortraits, refreshPortraits } from "../../../cultivation/refresh-portraits.ts";
import { verifyReadModels } from "../../../cultivation/verify-read-models.ts";
import { assignTown } from "../../../intake/enterprises/assign-town.ts";
import { importRecords } from "../../../intake/import-records.ts";
import { undoImport } from "../../../intake/undo-import.ts";
import { refreshAreaStatistics } from "../../../store/queries/area-statistics.ts";
import { listAll, markFresh } from "../../../store/queries/dirty-marks.ts";
import { spreadMarks } from "../../../store/queries/spread-marks.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { csvOf, fileFolder, rowOf } from "../../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict, towns, zones } from "../../kit/seed.ts";

const db = await createTestDatabase();
const folder = fileFolder();
const start = "2026-03-02";
const origin = "source_id, record_key, link_method, link_confidence";
const from = "'test', 'k', 'CREDIT_CODE', 1";
const change = (statement: string) =>
  db.worker.query(`select set_config('goldseed.sync_origin', 'CITY', true); ${statement}`);
const setDay = (day: string) => vi.setSystemTime(`${day}T09:00:00+08:00`);

/** A process that has just been started, once round. */
async function turn(): Promise<void> {
  const { signal } = new AbortController();
  const log = () => undefined;
  const portray = portrayInTurn({ pool: db.worker, log, signal, takeMoved: () => 0 });
  await portray.backlog();
  await portray.fresh();
}
const verified = () => verifyReadModels(db.worker, { repair: false });
const settled = { differences: [], waiting: 0, repaired: false };

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  setDay(start);
  await loadReferenceData(db.worker);
  await seedDistrict(db.owner);
  await db.owner.query("delete from titles; delete from library_memberships");
  await change(`
    update enterprises set size_class = 'SMALL', details = '{"library": {"enteredOn": "2024-01-01"}}', established_on = '2023-03-10';
    update annual_financials set rd_expense = revenue * 0.04;
    insert into enterprises (credit_code, town_code, name, kind, status, industry_code, size_class, content_digest, ${origin})
    select 'PEER' || n, '${towns.boli}', 'P' || n, 'COMPANY', 'ACTIVE', 'C3562', 'SMALL', 'd', ${from} from generate_series(10, 39) n;
    insert into annual_financials (credit_code, town_code, year, revenue, rd_expense, currency, ${origin})
    select 'PEER' || n, '${towns.boli}', 2024, 1000, n, 'CNY', ${from} from generate_series(10, 39) n;
    insert into titles (credit_code, town_code, zone_code, kind, batch, level, valid_from, valid_to, status, origin) values
      ('${codes.E}', '${towns.huangdao}', '${zones.ocean}', 'INNOVATIVE', '1', 'MUNICIPAL', '2023-06-11', '2026-06-10', 'VALID', 'CITY'),
      ('${codes.E}', '${towns.huangdao}', '${zones.ocean}', 'GAZELLE', '2', 'PROVINCIAL', '2026-03-20', '2029-03-19', 'VALID', 'CITY');
    update ip_rights set expires_on = '2026-04-01' where credit_code = '${codes.E}' and kind = 'INVENTION_PATENT';
    insert into penalties (credit_code, town_code, zone_code, document_no, kind, severity, decided_on, ${origin})
      values ('${codes.E}', '${towns.huangdao}', '${zones.ocean}', '1', 'TAX', 'ORDINARY', '2023-03-15', ${from});
    insert into equity_financings (credit_code, town_code, zone_code, financing_no, financed_on, amount, ${origin})
      values ('${codes.E}', '${towns.huangdao}', '${zones.ocean}', 'A', '2023-05-01', 8000000, ${from})`);
  await refreshPortraits(db.worker);
  await refreshAreaStatistics(db.worker);
});
afterAll(() => vi.useRealTimers());

const dated = ["初创", "受过处罚", "资本青睐", "称号将到期"];

test("portraits, lists and statistics of each day are those that a day makes, with no fact coming", async () => {
  const told: unknown[] = [];
  for (const day of [
    "2026-03-10",
    "2026-03-15",
    "2026-03-20",
    "2026-04-02",
    "2026-05-01",
    "2026-06-11",
  ]) {
    setDay(day);
    await turn();
    expect(await verified()).toEqual(settled);
    const { rows } = await db.owner.query<{ labels: string[]; titles: string[]; rights: number }>(
      "select labels, title_kinds as titles, ip_right_count as rights from portraits join enterprises using (credit_code) where credit_code = $1",
      [codes.E],
    );
    const [row] = rows;
    told.push([
      day,
      row?.labels.filter((label) => dated.includes(label)),
      row?.titles,
      row?.rights,
    ]);
  }
  expect(told).toEqual([
    ["2026-03-10", ["资本青睐", "受过处罚"], ["INNOVATIVE"], 3],
    ["2026-03-15", ["资本青睐", "称号将到期"], ["INNOVATIVE"], 3],
    ["2026-03-20", ["资本青睐", "称号将到期"], ["GAZELLE", "INNOVATIVE"], 3],
    ["2026-04-02", ["资本青睐", "称号将到期"], ["GAZELLE", "INNOVATIVE"], 2],
    ["2026-05-01", ["称号将到期"], ["GAZELLE", "INNOVATIVE"], 2],
    ["2026-06-11", [], ["GAZELLE"], 2],
  ]);
});

test("before the first turn of a day everybody is said to wait", async () => {
  setDay("2026-06-12");
  expect((await verified()).waiting).toBe(36);
  await turn();
  expect(await verified()).toEqual(settled);
});

test("places among peers are those of the morning: a fact that comes enters them on the next day", async () => {
  const place = async (code: string) => {
    const { rows } = await db.owner.query<{ percentile: number }>(
      `select (part ->> 'percentile')::int as percentile from portraits cross join jsonb_array_elements(score_parts) part
       where credit_code = $1 and part ->> 'part' = 'RD'`,
      [code],
    );
    return rows[0]?.percentile;
  };
  const before = [await place("PEER20"), await place("PEER30")];
  await change(`
    update annual_financials set rd_expense = 500 where credit_code between 'PEER10' and 'PEER25';
    insert into dirty_keys (credit_code, stage, reason) select 'PEER' || n, 'PORTRAITS', 'finance' from generate_series(10, 25) n`);
  await turn();
  expect(await verified()).toEqual(settled);
  expect([await place("PEER20"), await place("PEER30")]).toEqual([95, before[1]]);
  setDay("2026-06-13");
  await turn();
  expect(await verified()).toEqual(settled);
  expect([await place("PEER20"), await place("PEER30")]).toEqual([95, 10]);
});

test("a new day holds up nobody who marks an enterprise, and what is marked for its own sake goes first", async () => {
  const mark = { creditCodes: [codes.A], stages: ["PORTRAITS"], reason: "fact" } as const;
  await inTransaction(db.worker, async (client) => {
    expect(await listAll(client, "PORTRAITS")).toBe(36);
    await inTransaction(db.worker, (other) => markFresh(other, mark), { lockTimeoutMs: 1_000 });
  });
  await spreadMarks(db.worker, { stage: "PORTRAITS" });
  const fresh = { seen: 1, changed: 0, labels: 0, enterprises: 0 };
  expect(await refreshDirtyPortraits(db.worker, { lanes: ["fresh"] })).toEqual(fresh);
  expect(await refreshDirtyPortraits(db.worker, { lanes: ["fresh"] })).toMatchObject({ seen: 0 });
  expect(await refreshDirtyPortraits(db.worker, { lanes: ["backlog"] })).toMatchObject({
    seen: 35,
  });
});

test("an officer's word on a town, and a run taken back, are counted anew", async () => {
  const path = folder.write("r.csv", csvOf([rowOf(1), rowOf(2)]));
  const { runId } = await importRecords({
    pool: db.worker,
    sourceId: "registry",
    path,
    startedBy: "test",
  });
  await assignTown(db.worker, localOfficer(), { creditCode: codes.F, townCode: towns.boli });
  await turn();
  expect(await verified()).toEqual(settled);
  await assignTown(db.worker, localOfficer(), { creditCode: codes.F, townCode: towns.huangdao });
  await turn();
  expect(await verified()).toEqual(settled);
  await undoImport({ pool: db.worker, runId, by: "officer" });
  await turn();
  expect(await verified()).toEqual(settled);
});
