/** kill -9 before each step of a matching, then another process: one alert, one match, one notice, and no mark left. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { beforeAll, expect, test } from "vitest";

import { matchSteps } from "../../../cultivation/match-screenings.ts";
import { markAsked } from "../../../store/queries/screening-rows.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { activate, day, setRevenue } from "./alert-kit.ts";

const db = await createTestDatabase();
const script = fileURLToPath(new URL("match-once.ts", import.meta.url));
const all = Object.values(codes);

async function matchUntil(killAt: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ["--import", "tsx", script, db.workerUrl, killAt, day], {
    stdio: "ignore",
  });
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return signal;
}

beforeAll(async () => {
  await seedDistrict(db.owner);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await inTransaction(db.worker, (client) => markAsked(client, [{ id: "revenue", version: 1 }]));
});

test.each(matchSteps.map((step, place) => [step, all[place] ?? ""] as const))(
  "killed at %s",
  async (step, code) => {
    await setRevenue(db.owner, code, 60_000_000);
    expect(await matchUntil(step)).toBe("SIGKILL");
    expect(await matchUntil("never")).toBeNull();
    const { rows } = await db.owner.query(
      `select (select count(*)::int from matches where credit_code = $1) as matches, (select count(*)::int from alerts where credit_code = $1) as alerts,
         (select count(*)::int from alert_outbox where credit_code = $1) as notices, (select count(*)::int from dirty_keys where stage = 'SCREENINGS') as marks`,
      [code],
    );
    expect(rows).toEqual([{ matches: 1, alerts: 1, notices: 1, marks: 0 }]);
  },
  60_000,
);
