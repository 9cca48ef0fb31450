/** The life of a screening beyond its first approval: rejected, rolled back, retired; each step audited; who may not. */
import { beforeAll, beforeEach, expect, test, vi } from "vitest";

import { draftScreening } from "../../../cultivation/draft-screening.ts";
import { dryRunScreening } from "../../../cultivation/dry-run-screening.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchActivated, matchDirty } from "../../../cultivation/match-screenings.ts";
import { type MoveRequest, moveScreening } from "../../../cultivation/move-screening.ts";
import { screeningActions, screeningLife } from "../../../domain/screening/screening-life.ts";
import { screeningStates } from "../../../domain/vocabulary.ts";
import { insertScreening } from "../../../store/queries/screening-rows.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { activate, day, people, setRevenue } from "./alert-kit.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const options = { asOf: day, criteria };
const id = "revenue";
const high = "上年度营业收入总额不低于5000万元";
const low = "上年度营业收入总额不低于3000万元";

const move = (
  action: MoveRequest["action"],
  more: Partial<MoveRequest> = {},
  who = people.officer,
) => moveScreening(db.worker, who, { id, action, ...more });
const draft = (sentence: string, who = people.officer) =>
  draftScreening(db.worker, who, { id, nameZh: `筛查 ${id}`, sentence });
const dryRun = (version?: number) =>
  dryRunScreening(db.worker, people.officer, { id, version, ...options });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const standing = async () => {
  const { rows } = await db.owner.query<{ state: string; active: number | null }>(
    "select state, active_version as active from screenings where id = $1",
    [id],
  );
  return rows[0];
};
const history = async () => {
  const { rows } = await db.owner.query<{ step: string }>(
    `select concat_ws(' ', action, from_state, '->', to_state, version, actor, reason) as step from screening_events where screening_id = $1 order by sequence`,
    [id],
  );
  return rows.map(({ step }) => step);
};

beforeAll(async () => {
  await seedDistrict(db.owner);
  await setRevenue(db.owner, codes.A, 60_000_000);
  await setRevenue(db.owner, codes.C, 40_000_000);
});
beforeEach(async () => {
  await db.owner.query(
    "truncate screenings, screening_versions, screening_events, matches, alerts, alert_events, alert_outbox, dirty_keys",
  );
});

test("a draft that contradicts itself is refused with the pair named, one with a dead alternative is taken", async () => {
  const never = "同时满足【上年度营业收入总额不低于1000万元；上年度营业收入总额低于500万元】";
  await expect(draft(never)).rejects.toMatchObject({
    code: "RULES_INVALID",
    message: expect.stringContaining(
      "“上年度营业收入总额低于500万元”与“上年度营业收入总额不低于1000万元”",
    ),
  });
  expect(await standing()).toBeUndefined();
  const drafted = await draft(`满足任一【上年度营业收入总额不低于2000万元；${never}】`);
  expect(drafted.contradictions.said).toHaveLength(1);
});

test("who begins a screening that somebody else has begun at the same moment is told, and drafts nothing", async () => {
  let late: Promise<unknown> | undefined;
  const waiting = async () =>
    (await db.owner.query("select from pg_locks where not granted and locktype = 'transactionid'"))
      .rowCount;
  await inTransaction(db.worker, async (client) => {
    const row = { id, nameZh: "先", nameEn: null, level: "LOW", dueDays: 5, isBase: false };
    await insertScreening(client, { ...row, createdBy: people.second.subject });
    late = code(draft(high));
    await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 10_000 });
  });
  expect(await late).toBe("CONFLICT");
  expect(await history()).toEqual([]);
});

test.each([
  [{ nameZh: "别名" }, "name"],
  [{ nameEn: "Revenue" }, "nameEn"],
  [{ level: "HIGH" }, "level"],
  [{ dueDays: 20 }, "dueDays"],
] as const)(
  "a draft that would change %o of a screening is refused in words",
  async (more, kept) => {
    await draft(high);
    const again = draftScreening(db.worker, people.officer, { id, sentence: low, ...more });
    await expect(again).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { kept: [kept] },
    });
    expect(await history()).toEqual(["DRAFT -> DRAFT 1 officer-1"]);
  },
);

test("a draft may say again what the screening is called and how pressing it is", async () => {
  await draft(high);
  const same = { nameZh: ` 筛查 ${id} `, nameEn: "", level: "MEDIUM", dueDays: 10 } as const;
  const again = await draftScreening(db.worker, people.officer, { id, sentence: low, ...same });
  expect(again.version).toBe(2);
});

test("a draft that is rejected with a reason goes back to its author, and may come again", async () => {
  await draft(high);
  await dryRun();
  await move("SUBMIT");
  expect(await code(move("REJECT", {}, people.second))).toBe("BAD_USER_INPUT");
  await move("REJECT", { reason: "口径不明" }, people.second);
  expect(await standing()).toEqual({ state: "DRAFT", active: null });
  await draft(low);
  await dryRun();
  await move("SUBMIT");
  await move("APPROVE", {}, people.second);
  expect(await standing()).toEqual({ state: "ACTIVE", active: 2 });
  expect(await history()).toEqual([
    "DRAFT -> DRAFT 1 officer-1",
    "SUBMIT DRAFT -> PENDING_APPROVAL 1 officer-1",
    "REJECT PENDING_APPROVAL -> DRAFT 1 officer-2 口径不明",
    "DRAFT DRAFT -> DRAFT 2 officer-1",
    "SUBMIT DRAFT -> PENDING_APPROVAL 2 officer-1",
    "APPROVE PENDING_APPROVAL -> ACTIVE 2 officer-2",
  ]);
});

test("a version without a dry run is neither submitted nor approved", async () => {
  await draft(high);
  expect(await code(move("SUBMIT"))).toBe("SCREENING_STEP_REFUSED");
  await db.owner.query("update screenings set state = 'PENDING_APPROVAL'");
  expect(await code(move("APPROVE", {}, people.second))).toBe("SCREENING_STEP_REFUSED");
});

test("a new version runs beside nothing until it is approved, and its dry run tells the difference", async () => {
  await activate(db.worker, id, high);
  expect(await matchActivated(db.worker, options)).toMatchObject({ raised: 1 });
  await draft(low);
  const told = await dryRun();
  expect(told).toMatchObject({ matching: 2, difference: { entering: 1, leaving: 0 } });
  expect(told.areas.map((area) => [area.code, area.matching])).toEqual([
    ["370211010", 1],
    ["370211103", 1],
  ]);
  expect(JSON.stringify(told.sample)).toContain(codes.C);
  expect(await matchActivated(db.worker, options)).toMatchObject({ entered: 0 });
  await move("SUBMIT");
  await move("APPROVE", {}, people.second);
  expect(await matchActivated(db.worker, options)).toMatchObject({ entered: 1, raised: 1 });
});

test("rolling back needs a reason and an approved version, asks everybody again, and is recorded", async () => {
  await activate(db.worker, id, low);
  await activate(db.worker, id, high);
  await matchActivated(db.worker, options);
  expect(await code(move("ROLL_BACK", { version: 1 }))).toBe("BAD_USER_INPUT");
  expect(await code(move("ROLL_BACK", { reason: "x" }))).toBe("BAD_USER_INPUT");
  expect(await code(move("ROLL_BACK", { reason: "x", version: 9 }))).toBe("BAD_USER_INPUT");
  expect(await code(move("ROLL_BACK", { reason: "x", version: 2 }))).toBe("SCREENING_STEP_REFUSED");
  await draft(high);
  expect(await code(move("ROLL_BACK", { reason: "x", version: 3 }))).toBe("SCREENING_STEP_REFUSED");
  await move("ROLL_BACK", { reason: "门槛过高", version: 1 });
  expect(await standing()).toEqual({ state: "ACTIVE", active: 1 });
  expect((await history()).at(-1)).toBe("ROLL_BACK ACTIVE -> ACTIVE 1 officer-1 门槛过高");
  // 4,000万元 matches the lower threshold again; who matched before stays matched and is not alerted twice.
  expect(await matchActivated(db.worker, options)).toMatchObject({
    entered: 1,
    left: 0,
    raised: 1,
  });
});

test("retired, it matches nobody any more and no step leads out of it", async () => {
  await activate(db.worker, id, high);
  expect(await code(move("RETIRE"))).toBe("BAD_USER_INPUT");
  await move("RETIRE", { reason: "政策到期" });
  expect(await standing()).toEqual({ state: "SUPERSEDED", active: 1 });
  await setRevenue(db.owner, codes.E, 90_000_000);
  expect(await matchDirty(db.worker, options)).toMatchObject({ entered: 0, raised: 0 });
  for (const action of [
    "SUBMIT",
    "APPROVE",
    "REJECT",
    "PAUSE",
    "RESUME",
    "ROLL_BACK",
    "RETIRE",
  ] as const)
    expect([action, await code(move(action, { reason: "x", version: 1 }))]).toEqual([
      action,
      "SCREENING_STEP_REFUSED",
    ]);
  expect(await code(draft(low))).toBe("SCREENING_STEP_REFUSED");
});

test("each state allows exactly the steps of the table", async () => {
  await activate(db.worker, id, low);
  await activate(db.worker, id, high);
  await draft(low);
  await dryRun();
  const reset = async (state: string) => {
    await db.owner.query("update screenings set state = $1, active_version = 2", [state]);
    await db.owner.query("delete from screening_versions where version > 3");
    await db.owner.query("update screening_versions set approved_by = null where version = 3");
  };
  const step = (action: (typeof screeningActions)[number]) => {
    if (action === "DRAFT") return draft(high);
    const version = action === "ROLL_BACK" ? { version: 1 } : {};
    return move(action, { reason: "x", ...version }, people.second);
  };
  const wrong: string[] = [];
  for (const state of screeningStates)
    for (const action of screeningActions) {
      await reset(state);
      const outcome = await code(step(action));
      const allowed = screeningLife[action].moves[state] !== undefined;
      if (outcome !== (allowed ? "done" : "SCREENING_STEP_REFUSED"))
        wrong.push(`${state} ${action} ${outcome}`);
    }
  expect(wrong).toEqual([]);
});

test.each([
  ["a town's specialist", people.boli],
  ["a town's officer", people.boliOfficer],
  ["a zone's specialist", people.dongjiakou],
  ["an officer of the city", people.city],
] as const)("%s moves, drafts and tries nothing", async (_name, who) => {
  await activate(db.worker, id, high);
  const before = await history();
  for (const action of screeningActions)
    expect(
      await code(
        action === "DRAFT" ? draft(low, who) : move(action, { reason: "x", version: 1 }, who),
      ),
    ).toBe("FORBIDDEN");
  expect(await code(dryRunScreening(db.worker, who, { id, ...options }))).toBe("FORBIDDEN");
  expect(await history()).toEqual(before);
});
