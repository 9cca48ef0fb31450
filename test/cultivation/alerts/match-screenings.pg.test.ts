/** A match is recorded once, its leaving and coming back too; each new match is visible in exactly one alert. */
import { beforeAll, expect, test } from "vitest";

import { assessDirty } from "../../../cultivation/assess-enterprises.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchActivated, matchDirty } from "../../../cultivation/match-screenings.ts";
import { moveScreening } from "../../../cultivation/move-screening.ts";
import { handleAlert } from "../../../cultivation/handle-alert.ts";
import { takeDirty } from "../../../store/queries/dirty-marks.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { activate, day, people, setRevenue } from "./alert-kit.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const options = { asOf: day, criteria };
const rows = async (query: string, values: unknown[] = []) =>
  (await db.owner.query(query, values)).rows;
const alerts = (code: string) =>
  rows(
    "select state, merged_count, version, figures, due_on::text as due from alerts where credit_code = $1 order by raised_at",
    [code],
  );

beforeAll(async () => {
  await seedDistrict(db.owner);
  await setRevenue(db.owner, codes.A, 60_000_000);
  await setRevenue(db.owner, codes.C, 49_999_999);
  await db.owner.query("delete from dirty_keys");
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
});

test("an approved screening is asked of everybody once, and alerts the town with the figure that fired", async () => {
  expect(await matchActivated(db.worker, options)).toEqual({
    entered: 1,
    left: 0,
    raised: 1,
    merged: 0,
  });
  expect(await matchActivated(db.worker, options)).toMatchObject({ entered: 0, left: 0 });
  expect(await alerts(codes.A)).toEqual([
    {
      state: "PENDING",
      merged_count: 0,
      version: 1,
      due: "2026-11-28",
      figures: [
        {
          metric: "revenue_y1",
          name: "上年度营业收入总额",
          unit: "万元",
          period: "上年度",
          asked: "≥ 5000",
          value: "6000",
        },
      ],
    },
  ]);
  expect(await rows("select credit_code, town_code, sequence from alert_outbox")).toEqual([
    { credit_code: codes.A, town_code: "370211010", sequence: 1 },
  ]);
  const late = "select from alert_outbox o join alerts a on a.id = o.alert_id";
  expect(await rows(`${late} where o.written_at > a.raised_at`)).toHaveLength(1);
});

test("only who was marked is looked at; a match stands while it holds", async () => {
  await setRevenue(db.owner, codes.A, 70_000_000);
  await setRevenue(db.owner, codes.C, 50_000_000);
  await db.owner.query("delete from dirty_keys where credit_code = $1", [codes.C]);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 0, left: 0, raised: 0 });
  await setRevenue(db.owner, codes.C, 50_000_000);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 1, left: 0, raised: 1 });
  expect(await rows("select 1 from dirty_keys where stage = 'SCREENINGS'")).toEqual([]);
});

test("left and matched again is a second occurrence, which joins the alert that stands", async () => {
  await setRevenue(db.owner, codes.A, 1);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 0, left: 1 });
  await setRevenue(db.owner, codes.A, 80_000_000);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 1, raised: 0, merged: 1 });
  expect(
    await rows(
      "select occurrence, left_at is not null as gone, count(*) over (partition by alert_id)::int as of_alert from matches where credit_code = $1 order by 1",
      [codes.A],
    ),
  ).toEqual([
    { occurrence: 1, gone: true, of_alert: 2 },
    { occurrence: 2, gone: false, of_alert: 2 },
  ]);
  expect(await alerts(codes.A)).toMatchObject([{ state: "PENDING", merged_count: 1, version: 2 }]);
});

test("a match again long after the alert ended raises a new one", async () => {
  const [alert] = await rows("select id from alerts where credit_code = $1", [codes.A]);
  const key = { creditCode: codes.A, id: (alert as { id: string }).id };
  await handleAlert(db.worker, people.yinzhu, { ...key, action: "ACKNOWLEDGE" });
  await handleAlert(db.worker, people.yinzhu, { ...key, action: "RESOLVE", reason: "已走访" });
  const matchAgain = async (raisedAt: string) => {
    await db.owner.query(
      `update alerts a set raised_at = ${raisedAt} from screenings s where a.id = $1 and s.id = a.screening_id`,
      [key.id],
    );
    await setRevenue(db.owner, codes.A, 1);
    await matchDirty(db.worker, options);
    await setRevenue(db.owner, codes.A, 90_000_000);
    return matchDirty(db.worker, options);
  };
  // By China's days: in the first hour of the last day of the time in which they are one.
  const lastDay = `('${day}'::date - s.merge_days)::timestamp at time zone 'Asia/Shanghai'`;
  expect(await matchAgain(`${lastDay} + interval '1 hour'`)).toMatchObject({
    raised: 0,
    merged: 1,
  });
  expect(await matchAgain(lastDay)).toMatchObject({ entered: 1, raised: 1, merged: 0 });
  expect((await alerts(codes.A)).map((one) => (one as { state: string }).state)).toEqual([
    "DONE",
    "PENDING",
  ]);
});

test("a paused screening neither matches nor leaves; resumed, it asks everybody again", async () => {
  const id = "revenue";
  await moveScreening(db.worker, people.officer, { id, action: "PAUSE", reason: "核对口径" });
  await setRevenue(db.owner, codes.E, 90_000_000);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 0, left: 0 });
  await moveScreening(db.worker, people.officer, { id, action: "RESUME" });
  expect(await matchActivated(db.worker, options)).toMatchObject({ entered: 1, raised: 1 });
});

test("unknown is no match, and no leaving of what was never entered", async () => {
  await setRevenue(db.owner, codes.B, 90_000_000);
  await db.owner.query("update annual_financials set revenue = null where credit_code = $1", [
    codes.B,
  ]);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 0, left: 0 });
});

test("two matchings at one moment raise one alert", async () => {
  await setRevenue(db.owner, codes.F, 90_000_000);
  await activate(db.worker, "twice", "上年度营业收入总额不低于6000万元");
  await Promise.all([
    matchActivated(db.worker, options),
    matchActivated(db.worker, options),
    matchDirty(db.worker, options),
  ]);
  expect(
    await rows(
      "select screening_id, count(*)::int as alerts from alerts where credit_code = $1 group by 1 order by 1",
      [codes.F],
    ),
  ).toEqual([
    { screening_id: "revenue", alerts: 1 },
    { screening_id: "twice", alerts: 1 },
  ]);
  // Nobody's town: the district has it.
  expect(
    await rows("select distinct handler from alerts where credit_code = $1", [codes.F]),
  ).toEqual([{ handler: "DISTRICT" }]);
});

test("a fresh record is judged before those of a new day, and beside a portion of them that is under way", async () => {
  await db.owner.query("delete from dirty_keys");
  const mark = (list: string, reason: string) =>
    db.owner.query(
      "insert into dirty_keys (credit_code, stage, reason) select unnest($1::text[]), 'INDICATORS', $2",
      [list, reason],
    );
  const ofTheDay = () =>
    rows("select stage, count(*)::int as n from dirty_keys where reason = 'day' group by stage");
  await mark(`{${codes.A},${codes.B},${codes.C}}`, "day");
  await inTransaction(db.worker, async (client) => {
    const taken = await takeDirty(client, { stages: ["INDICATORS"], lane: "backlog", limit: 2 });
    expect(taken).toHaveLength(2);
    await setRevenue(db.owner, codes.D, 90_000_000);
    await mark(`{${codes.D}}`, "financials");
    const lanes = ["fresh"] as const;
    expect(await assessDirty(db.worker, { ...options, lanes })).toMatchObject({ enterprises: 1 });
    expect(await matchDirty(db.worker, { ...options, lanes })).toMatchObject({ raised: 2 });
  });
  // Two of the day were taken above and one is left.
  await mark(`{${codes.E}}`, "financials");
  await db.owner.query("delete from dirty_keys where stage = 'SCREENINGS'");
  const left: unknown[] = [];
  await assessDirty(db.worker, {
    ...options,
    onPortion: async () => void left.push(await ofTheDay()),
  });
  expect(left).toEqual([[{ stage: "INDICATORS", n: 1 }], [{ stage: "SCREENINGS", n: 1 }]]);
  expect(await matchDirty(db.worker, { ...options, lanes: ["backlog"] })).toMatchObject({
    left: 0,
  });
  expect(await ofTheDay()).toEqual([]);
});
