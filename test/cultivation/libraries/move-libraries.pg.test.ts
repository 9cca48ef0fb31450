/** Entries into the libraries and exits from them, by the rules and with their history; a turn of judging in the background. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { judgeInTurn } from "../../../cli/judge-in-turn.ts";
import { portrayInTurn } from "../../../cli/portray-in-turn.ts";
import { assessDirty, assessEnterprises } from "../../../cultivation/assess-enterprises.ts";
import { readLibraryRules } from "../../../cultivation/libraries/read-library-rules.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { dayInChina } from "../../../lib/day-in-china.ts";
import { moveLibraries } from "../../../store/queries/library-moves.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";

const folder = temporaryFolder();
const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const rules = readLibraryRules();
const code = "91370211LIBRARY001";

const stays = async (of: string = code) =>
  (
    await db.owner.query<Record<string, string>>(
      `select library_kind as kind, entered_on::text as entered, exited_on::text as left, entry_reason as why, exit_reason as "whyLeft"
       from library_memberships where credit_code = $1 order by 1, 2`,
      [of],
    )
  ).rows;
const title = (batch: string, from: string, to: string | null, status = "VALID") =>
  db.owner.query(
    `insert into titles (credit_code, kind, batch, level, valid_from, valid_to, status, origin)
     values ($1, 'SPECIALIZED', $2, 'PROVINCIAL', $3, $4, $5, 'CITY')
     on conflict (credit_code, kind, batch) do update set valid_to = excluded.valid_to, status = excluded.status`,
    [code, batch, from, to, status],
  );
/** As the upkeep does it on that day, for this enterprise alone. */
async function judgedOn(asOf: string) {
  await db.owner.query(
    "insert into dirty_keys (credit_code, stage, reason) values ($1, 'INDICATORS', 'test') on conflict do nothing",
    [code],
  );
  return assessDirty(db.worker, { asOf, criteria });
}

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await db.owner.query(
    `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, content_digest, source_id, record_key, link_method, link_confidence)
     select credit_code, '370211010', '370211Z03', credit_code, 'COMPANY', 'ACTIVE', 'd', 'test', 'k', 'CREDIT_CODE', 1
     from unnest(array[$1, '91370211LIBRARY002']) as credit_code`,
    [code],
  );
});

describe("a stay in a library", () => {
  test("begins with the title, on the day the title counts from", async () => {
    await title("2022-2", "2022-04-30", "2025-04-29");
    expect((await judgedOn("2024-06-01")).moves).toBe(1);
    expect(await stays()).toEqual([
      {
        kind: "SPECIALIZED",
        entered: "2022-04-30",
        left: null,
        why: "取得2022-2批次认定",
        whyLeft: null,
      },
    ]);
  });

  test("goes on over its last day, and through a renewal without a gap", async () => {
    expect((await judgedOn("2025-04-29")).moves).toBe(0);
    await title("2025-2", "2025-04-30", "2028-04-29");
    expect((await judgedOn("2025-06-01")).moves).toBe(0);
    expect(await stays()).toHaveLength(1);
  });

  test("ends the day after the title, says why, and tells portraits and screenings", async () => {
    await db.owner.query("delete from dirty_keys");
    expect((await judgedOn("2028-05-10")).moves).toBe(1);
    expect(await stays()).toMatchObject([
      { left: "2028-04-30", whyLeft: "认定于2028-04-29到期，未通过复核" },
    ]);
    const { rows } = await db.owner.query<{ stage: string }>(
      "select stage from dirty_keys where credit_code = $1 order by 1",
      [code],
    );
    expect(rows.map(({ stage }) => stage)).toEqual(["PORTRAITS", "SCREENINGS"]);
  });

  test("begins anew with a later title; the former stay is kept", async () => {
    await title("2029-1", "2029-02-20", "2032-02-19");
    expect((await judgedOn("2029-03-01")).moves).toBe(1);
    expect((await stays()).map(({ entered, left }) => [entered, left])).toEqual([
      ["2022-04-30", "2028-04-30"],
      ["2029-02-20", null],
    ]);
  });

  test("ends with the withdrawal of the title, today, and comes back when that was a mistake", async () => {
    await title("2029-1", "2029-02-20", "2032-02-19", "REVOKED");
    await judgedOn("2030-01-05");
    expect((await stays())[1]).toMatchObject({ left: "2030-01-05", whyLeft: "认定被撤销" });
    await title("2029-1", "2029-02-20", "2032-02-19");
    await judgedOn("2030-01-05");
    // The stay of the same title reaches into today: a new one begins today.
    expect((await stays())[2]).toMatchObject({ entered: "2030-01-05", left: null });
  });

  test("ends with the title before, not with one that counts from a later day", async () => {
    await db.owner.query(
      "update library_memberships set exited_on = null, exit_reason = null where entered_on = '2030-01-05'",
    );
    await title("2029-1", "2029-02-20", "2030-01-19");
    await title("2031-1", "2031-03-01", "2034-02-28");
    await judgedOn("2030-01-25");
    expect((await stays())[2]).toMatchObject({
      left: "2030-01-20",
      whyLeft: "认定于2030-01-19到期，未通过复核",
    });
    await db.owner.query("delete from titles where batch = '2031-1'");
    await title("2029-1", "2029-02-20", "2032-02-19");
    await db.owner.query(
      "update library_memberships set exited_on = null, exit_reason = null where entered_on = '2030-01-05'",
    );
  });

  test("ends with the enterprise", async () => {
    await db.owner.query("update enterprises set status = 'CANCELLED' where credit_code = $1", [
      code,
    ]);
    await judgedOn("2030-02-01");
    expect((await stays())[2]).toMatchObject({
      left: "2030-02-01",
      whyLeft: "企业已注销、吊销或迁出",
    });
    await db.owner.query("update enterprises set status = 'ACTIVE' where credit_code = $1", [code]);
  });

  test("is the same by a run over all enterprises", async () => {
    await judgedOn("2030-02-01");
    expect(await assessEnterprises(db.worker, { asOf: "2030-02-01", criteria })).toMatchObject({
      moves: 0,
    });
  });
});

test("a library whose rule is the standard takes in who meets it, and lets go who does not", async () => {
  const other = "91370211LIBRARY002";
  const meets = (computed: string) =>
    db.owner.query(
      `insert into title_verifications (credit_code, town_code, kind, outcome, claimed, registered, computed, as_of)
       values ($1, '370211010', 'EAGLET', 'MEETS_NOT_APPLIED', 'FALSE', 'FALSE', $2, '2026-01-01')
       on conflict (credit_code, kind) do update set computed = excluded.computed`,
      [other, computed],
    );
  const eaglet = {
    ...rules,
    libraries: [{ kind: "EAGLET" as const, titles: [], meets: ["EAGLET" as const], graceDays: 0 }],
  };
  const move = (asOf: string) =>
    inTransaction(db.worker, (client) =>
      moveLibraries(client, { rules: eaglet, asOf, codes: [other] }),
    );
  await meets("TRUE");
  expect(await move("2026-03-01")).toEqual({ entered: 1, left: 0 });
  expect(await move("2026-03-02")).toEqual({ entered: 0, left: 0 });
  await meets("UNKNOWN");
  expect(await move("2026-04-01")).toEqual({ entered: 0, left: 1 });
  expect(await stays(other)).toEqual([
    {
      kind: "EAGLET",
      entered: "2026-03-01",
      left: "2026-04-01",
      why: "经研判符合现行认定标准",
      whyLeft: "不再符合现行认定标准",
    },
  ]);
});

test("a turn of judging looks at everybody once a day, and at nobody again", async () => {
  await db.owner.query("delete from dirty_keys");
  const jobs: unknown[] = [];
  const log = (event: object) => void jobs.push("job" in event ? event.job : "");
  let moved = 0;
  const judge = judgeInTurn({
    pool: db.worker,
    log,
    signal: new AbortController().signal,
    onMoved: (count) => (moved += count),
  });
  const portray = portrayInTurn({
    pool: db.worker,
    log,
    signal: new AbortController().signal,
    takeMoved: () => {
      const taken = moved;
      moved = 0;
      return taken;
    },
  });
  const turn = async () => {
    await judge.backlog();
    await portray.backlog();
    await portray.fresh();
  };
  await turn();
  const today = dayInChina(Date.now());
  const { rows } = await db.owner.query(
    "select count(distinct credit_code)::int as judged, (select max(as_of)::text from area_statistics) as day from assessments where superseded_at is null",
  );
  expect(rows).toEqual([{ judged: 2, day: today }]);
  await turn();
  expect(jobs.filter((job) => job === "judging")).toHaveLength(1);
  expect(jobs.filter((job) => job === "statistics")).toHaveLength(1);
});

test("rules with faults are refused with all of them", () => {
  const path = join(folder, "rules.yaml");
  const shipped = readFileSync(
    new URL("../../../data/libraries/libraries-1.yaml", import.meta.url),
    "utf8",
  );
  writeFileSync(
    path,
    shipped
      .replace("kind: UNICORN, titles: [UNICORN]", "kind: GAZELLE, titles: [GAZELE]")
      .replace("graceDays: 0", "graceDays: -1"),
  );
  expect(() => readLibraryRules(path)).toThrow(
    /2 fault\(s\); mend the file: libraries\.0\.graceDays: .*; libraries\.5\.titles\.0: .*GAZELLE/u,
  );
});
