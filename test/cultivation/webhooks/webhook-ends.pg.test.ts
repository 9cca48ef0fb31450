/** What must end: attempts at an alert that cannot be read, and the number of webhooks of one owner. */
import { beforeAll, beforeEach, expect, test } from "vitest";

import { type DeliveryOptions, webhookDelivery } from "../../../cultivation/deliver-webhooks.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchDirty } from "../../../cultivation/match-screenings.ts";
import { registerWebhook } from "../../../cultivation/register-webhook.ts";
import { markAsked } from "../../../store/queries/screening-rows.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { webhookRules } from "../../kit/graph.ts";
import { codes, seedDistrict } from "../../kit/seed.ts";
import { activate, day, people, setRevenue } from "../alerts/alert-kit.ts";

const db = await createTestDatabase();
const boli = people.boliOfficer;
const url = "https://hooks.example.com/";
const register = (name: string) =>
  registerWebhook(db.worker, boli, { name, url, raisedOnly: true }, webhookRules);
const deliveries = async () =>
  (await db.owner.query("select state, attempts, last_error from webhook_deliveries")).rows;

beforeAll(async () => {
  await seedDistrict(db.owner);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await inTransaction(db.worker, (client) => markAsked(client, [{ id: "revenue", version: 1 }]));
});
beforeEach(() => db.owner.query("truncate webhooks, webhook_deliveries, alert_outbox"));

test("an alert that can never be read is given up after the tenth attempt, and not tried at every end of a lease", async () => {
  await register("x");
  await setRevenue(db.owner, codes.C, 60_000_000);
  await matchDirty(db.worker, { asOf: day, criteria: await loadSoundCriteria() });
  const errors: unknown[] = [];
  const options: DeliveryOptions = {
    pool: db.worker,
    ask: () => Promise.reject(new Error("no answer")),
    rules: webhookRules,
    requireAssignment: false,
    signal: new AbortController().signal,
    onError: (error) => errors.push(error),
    timeoutMs: 1_000,
  };
  const delivery = webhookDelivery(options);
  const turn = async () => {
    await delivery.turn();
    await delivery.settle();
  };
  await turn();
  // Put off by the schedule, and not left to the end of the lease.
  expect(await deliveries()).toEqual([
    { state: "PENDING", attempts: 1, last_error: "not sent: no answer" },
  ]);
  for (let more = 0; more < 12; more += 1) {
    await db.owner.query("update webhook_deliveries set next_attempt_at = now()");
    await turn();
  }
  expect(await deliveries()).toEqual([
    { state: "DEAD", attempts: 10, last_error: "not sent: no answer" },
  ]);
  expect(errors.length).toBe(10);
});

test("registered all at once, an owner has 20 webhooks and no more", async () => {
  const names = Array.from({ length: 26 }, (_, no) => `平台${no}`);
  const done = await Promise.allSettled(names.map(register));
  const refused = done.filter((one) => one.status === "rejected");
  expect(refused.length).toBe(6);
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(
    Array(6).fill("BAD_USER_INPUT"),
  );
  expect((await db.owner.query("select from webhooks")).rowCount).toBe(20);
});
