/**
 * kill -9 between the steps from a record's file to the receiver, one after another, each time another process going on:
 * one match, one alert, one notice, one message, and no mark left. KILL_STEPS=all kills before every step.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "vitest";

import { assessSteps } from "../../../cultivation/assess-enterprises.ts";
import { deliverySteps } from "../../../cultivation/deliver-webhooks.ts";
import { matchSteps } from "../../../cultivation/match-screenings.ts";
import { registerWebhook } from "../../../cultivation/register-webhook.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { markAsked } from "../../../store/queries/screening-rows.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { webhookRules } from "../../kit/graph.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { isSignedBy, openReceiver } from "../webhooks/receiver.ts";
import { activate, day, people } from "./alert-kit.ts";

const every = [
  ...["STAGING", "MERGING", "done"].map((step) => `import ${step}`),
  ...assessSteps.map((step) => `judge ${step}`),
  ...matchSteps.map((step) => `match ${step}`),
  ...deliverySteps.map((step) => `deliver ${step}`),
];
/** Each process takes a second or two: those after which most is at stake. */
const usual = ["import MERGING", "judge moved", "match raised", "deliver sent"];
const steps = process.env["KILL_STEPS"] === "all" ? every : usual;

const db = await createTestDatabase();
const receiver = await openReceiver();
const script = fileURLToPath(new URL("way-once.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "goldseed-way-"));
const file = join(folder, "financials.csv");
let secret = "";

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await seedDistrict(db.owner);
  await db.owner.query("delete from dirty_keys");
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await inTransaction(db.worker, (client) => markAsked(client, [{ id: "revenue", version: 1 }]));
  const request = { name: "way", url: receiver.url, raisedOnly: true };
  ({ secret } = await registerWebhook(db.worker, people.officer, request, webhookRules));
  // The second is of nobody here: it keeps the run busy in its linking step, which the first is through with in staging.
  const rows = [`青岛丙寅海洋装备股份有限公司,${codes.C},2025,6000,,,`, "外地某某公司,,2025,1,,,"];
  const header = "企业名称,统一社会信用代码,会计年度,营业收入,研发费用,净利润,资产总额";
  writeFileSync(file, [header, ...rows, ""].join("\n"));
});
afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

async function goOnUntil(killAt: string): Promise<NodeJS.Signals | number | null> {
  const given = [db.workerUrl, db.gatewayUrl, file, day, killAt];
  const child = spawn(process.execPath, ["--import", "tsx", script, ...given], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
}

test(`one alert is told once whatever was killed on the way: ${steps.join(", ")}`, async () => {
  for (const step of steps) expect([step, await goOnUntil(step)]).toEqual([step, "SIGKILL"]);
  expect(await goOnUntil("never")).toBe(0);
  const { rows } = await db.owner.query(
    `select (select count(*)::int from matches) as matches, (select count(*)::int from alerts) as alerts, (select count(*)::int from alert_outbox) as notices,
         (select array_agg(state) from webhook_deliveries) as deliveries, (select count(*)::int from annual_financials where credit_code = $1 and year = 2025) as facts,
         (select count(*)::int from dirty_keys where stage in ('INDICATORS', 'SCREENINGS')) as marks`,
    [codes.C],
  );
  expect(rows).toEqual([
    { matches: 1, alerts: 1, notices: 1, deliveries: ["DELIVERED"], facts: 1, marks: 0 },
  ]);
  // A receiver may be told again by a process that could not write down that it had told: by the same id.
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  expect(receiver.received.every((one) => isSignedBy(secret, one))).toBe(true);
  expect(receiver.received[0]?.json.data.enterprise.creditCode).toBe(codes.C);
}, 900_000);
