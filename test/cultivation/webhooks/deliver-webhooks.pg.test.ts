/** From an alert to a receiver: signed, read as the owner of this moment, tried again, given up, and told again on request. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { changeWebhook } from "../../../cultivation/change-webhook.ts";
import { type DeliveryOptions, webhookDelivery } from "../../../cultivation/deliver-webhooks.ts";
import { handleAlert } from "../../../cultivation/handle-alert.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchDirty } from "../../../cultivation/match-screenings.ts";
import { readWebhooks } from "../../../cultivation/read-webhooks.ts";
import { registerWebhook } from "../../../cultivation/register-webhook.ts";
import type { Principal } from "../../../domain/access/principal.ts";
import { askGraph } from "../../../gateway/execute/ask-graph.ts";
import { parseGlobalId } from "../../../lib/global-id.ts";
import { setAssignment, disableAssignment } from "../../../store/queries/assignments.ts";
import { markAsked } from "../../../store/queries/screening-rows.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGraph, webhookRules } from "../../kit/graph.ts";
import { codes, seedDistrict, towns } from "../../kit/seed.ts";
import { activate, day, people, setRevenue } from "../alerts/alert-kit.ts";
import { answerWith, isSignedBy, openReceiver, type Receiver } from "./receiver.ts";

const db = await createTestDatabase();
const criteria = await loadSoundCriteria();
const ask = askGraph(openGraph(db.gateway, { workerPool: db.worker }).answering, 10_000);
const stopping = new AbortController();
const errors: unknown[] = [];
const options: DeliveryOptions = {
  pool: db.worker,
  ask,
  rules: webhookRules,
  requireAssignment: false,
  signal: stopping.signal,
  onError: (error) => errors.push(error),
  timeoutMs: 1_000,
};
const delivery = webhookDelivery(options);
const turn = async () => {
  await delivery.turn();
  await delivery.settle();
};
const yinzhu: Principal = { ...people.yinzhu, subject: "officer-yinzhu", role: "OFFICER" };
const boli = people.boliOfficer;
let receiver: Receiver;

const register = (who: Principal, more = {}) =>
  registerWebhook(
    db.worker,
    who,
    { name: who.subject, url: receiver.url, raisedOnly: true, ...more },
    webhookRules,
  );
/** Alerts the towns of A (银珠) and C (泊里) anew. */
async function raise(): Promise<void> {
  for (const code of [codes.A, codes.C]) {
    await setRevenue(db.owner, code, 60_000_000);
    await db.owner.query("delete from matches where credit_code = $1", [code]);
    await db.owner.query("delete from alerts where credit_code = $1", [code]);
  }
  await matchDirty(db.worker, { asOf: day, criteria });
}
const standing = async () =>
  (
    await db.owner.query(
      "select state, attempts, last_error from webhook_deliveries order by credit_code, sequence, target",
    )
  ).rows as { state: string; attempts: number; last_error: string | null }[];
const makeDue = () => db.owner.query("update webhook_deliveries set next_attempt_at = now()");

beforeAll(async () => {
  await seedDistrict(db.owner);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await inTransaction(db.worker, (client) => markAsked(client, [{ id: "revenue", version: 1 }]));
  receiver = await openReceiver();
});
beforeEach(async () => {
  await db.owner.query("truncate webhooks, webhook_deliveries, alert_outbox, assignments");
  receiver.received.length = 0;
  receiver.reply = answerWith(204);
});
afterAll(async () => {
  stopping.abort();
  await receiver.close();
  expect(errors).toEqual([]);
});

test("each owner's receiver is told of its own town's alert, signed with its own secret, once", async () => {
  const [one, other] = [await register(yinzhu), await register(boli)];
  await raise();
  await turn();
  await turn();
  const told = receiver.received.map(({ json }) => json.data.enterprise);
  expect(told.map(({ creditCode }: { creditCode: string }) => creditCode).sort()).toEqual([
    codes.A,
    codes.C,
  ]);
  const [first] = receiver.received.filter(
    ({ json }) => json.data.enterprise.creditCode === codes.A,
  );
  expect(first?.json).toMatchObject({
    type: "alert.raised",
    data: {
      sequence: 1,
      state: "PENDING",
      screening: { code: "revenue" },
      figures: [{ metric: "revenue_y1", value: "6000" }],
      enterprise: { town: { code: towns.yinzhu } },
    },
  });
  expect(first && [isSignedBy(one.secret, first), isSignedBy(other.secret, first)]).toEqual([
    true,
    false,
  ]);
  expect((await standing()).map(({ state }) => state)).toEqual(["DELIVERED", "DELIVERED"]);
});

test("nothing of what came before the registration, nor of staff and free text, is told", async () => {
  await raise();
  await register(boli, { raisedOnly: false });
  await turn();
  expect(receiver.received).toEqual([]);
  const { rows } = await db.owner.query<{ id: string }>(
    "select id from alerts where credit_code = $1",
    [codes.C],
  );
  const key = { creditCode: codes.C, id: rows[0]?.id ?? "" };
  await handleAlert(db.worker, boli, { ...key, action: "ACKNOWLEDGE" });
  await handleAlert(db.worker, boli, { ...key, action: "RESOLVE", reason: "张三的手机已核实" });
  await turn();
  expect(receiver.received.map(({ json }) => json.type)).toEqual([
    "alert.changed",
    "alert.changed",
  ]);
  expect(JSON.stringify(receiver.received)).not.toMatch(/张三|officer-boli/);
});

test.each([
  ["an answer of 500", answerWith(500), "HTTP 500"],
  ["a redirect, which is not followed", answerWith(307, { location: "/elsewhere" }), "HTTP 307"],
  [
    "a connection that breaks",
    (response: { destroy: () => void }) => response.destroy(),
    "socket hang up",
  ],
  ["no answer", () => undefined, "no answer within 1000 ms"],
] as const)("%s is tried again later", async (_name, reply, error) => {
  await register(boli);
  receiver.reply = reply;
  await raise();
  await turn();
  await turn();
  expect(await standing()).toEqual([{ state: "PENDING", attempts: 1, last_error: error }]);
  receiver.reply = answerWith(200);
  await makeDue();
  await turn();
  expect(await standing()).toMatchObject([{ state: "DELIVERED", attempts: 2, last_error: null }]);
  const ids = receiver.received.map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

test("the tenth failure gives it up; retrying tells it after all", async () => {
  const { id } = await register(boli);
  receiver.reply = answerWith(503);
  await raise();
  for (let attempt = 1; attempt <= 11; attempt += 1) {
    await turn();
    await makeDue();
  }
  expect(await standing()).toEqual([{ state: "DEAD", attempts: 10, last_error: "HTTP 503" }]);
  expect(receiver.received.length).toBe(10);
  const [report] = await readWebhooks(db.worker, boli);
  expect(report).toMatchObject({ dead: 1, failures: [{ creditCode: codes.C, attempts: 10 }] });
  receiver.reply = answerWith(204);
  const again = await changeWebhook(db.worker, boli, { id, action: "RETRY" }, webhookRules);
  expect(again.revived).toBe(1);
  await turn();
  expect(await standing()).toMatchObject([{ state: "DELIVERED" }]);
});

test("410 Gone pauses it; what waits is told when it is resumed", async () => {
  const { id } = await register(boli);
  receiver.reply = answerWith(410);
  await raise();
  await turn();
  expect(await readWebhooks(db.worker, boli)).toMatchObject([{ state: "PAUSED", pending: 1 }]);
  receiver.reply = answerWith(204);
  await makeDue();
  await turn();
  expect(receiver.received.length).toBe(1);
  await changeWebhook(db.worker, boli, { id, action: "RESUME" }, webhookRules);
  await turn();
  expect(await standing()).toMatchObject([{ state: "DELIVERED" }]);
});

const asOwner = (more: object) => ({
  subject: boli.subject,
  tier: "TOWN" as const,
  areaCodes: [towns.boli],
  role: "OFFICER" as const,
  clearance: "L3" as const,
  ...more,
});

test.each([
  ["moved to another town", () => setAssignment(db.worker, asOwner({ areaCodes: [towns.yinzhu] }))],
  [
    "was disabled",
    async () => {
      await setAssignment(db.worker, asOwner({}));
      await disableAssignment(db.worker, boli.subject);
    },
  ],
  [
    "had all tokens revoked",
    () =>
      db.owner.query(
        "insert into revocations (kind, value, before, reason) values ('SUBJECT', $1, now() + interval '1 minute', 'x') on conflict do nothing",
        [boli.subject],
      ),
  ],
] as const)("nothing is told for an owner who %s since", async (_name, change) => {
  await register(boli);
  await raise();
  await change();
  await turn();
  await db.owner.query("truncate revocations");
  expect(receiver.received).toEqual([]);
  expect((await standing()).map(({ state }) => state)).toEqual(["WITHHELD"]);
});

test("an enterprise that left the owner's town before the delivery is not told of", async () => {
  await register(boli);
  await raise();
  await db.owner.query("update alerts set town_code = $2 where credit_code = $1", [
    codes.C,
    towns.yinzhu,
  ]);
  await turn();
  expect(receiver.received).toEqual([]);
  expect((await standing()).map(({ state }) => state)).toEqual(["WITHHELD"]);
});

test("a new secret signs at once, the one before for a day", async () => {
  const { id, secret } = await register(boli);
  const rotated = await changeWebhook(
    db.worker,
    boli,
    { id, action: "ROTATE_SECRET" },
    webhookRules,
  );
  await raise();
  await turn();
  await db.owner.query("update webhooks set former_until = now()");
  await raise();
  await turn();
  const signed = receiver.received.map((one) => [
    isSignedBy(rotated.secret ?? "", one),
    isSignedBy(secret, one),
  ]);
  expect(signed).toEqual([
    [true, true],
    [true, false],
  ]);
});

test("a receiver that hangs keeps no other waiting", async () => {
  const silent = await openReceiver();
  silent.reply = () => undefined;
  await register(boli, { url: silent.url });
  await register(boli);
  await raise();
  await delivery.turn();
  await expect.poll(() => receiver.received.length).toBe(1);
  expect(silent.received.length).toBe(1);
  await delivery.settle();
  await silent.close();
});

test("an alert that cannot be read leaves those told with it under way, and settling waits for them", async () => {
  await register({ ...boli, tier: "DISTRICT", areaCodes: ["370211"] });
  await raise();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const failed: unknown[] = [];
  const unreadable = webhookDelivery({
    ...options,
    onError: (error) => failed.push(error),
    ask: async (principal, asked) => {
      if (parseGlobalId(String(asked.variables["id"]))?.key[0] === codes.A)
        throw new Error("no answer");
      await held;
      return ask(principal, asked);
    },
  });
  await unreadable.turn();
  const settled = unreadable.settle();
  await expect.poll(() => failed.length).toBe(1);
  release();
  await settled;
  expect(receiver.received.length).toBe(1);
  expect((await standing()).map(({ state }) => state).sort()).toEqual(["DELIVERED", "PENDING"]);
});

test("removed, it is told nothing more and is gone", async () => {
  const { id } = await register(boli);
  await raise();
  await changeWebhook(db.worker, boli, { id, action: "REMOVE" }, webhookRules);
  await turn();
  expect([receiver.received, await standing(), await readWebhooks(db.worker, boli)]).toEqual([
    [],
    [],
    [],
  ]);
});

test.each([
  ["not an address", "nonsense", "BAD_USER_INPUT"],
  ["another scheme", "ftp://example.com/", "BAD_USER_INPUT"],
  ["a password in it", "https://a:b@example.com/", "BAD_USER_INPUT"],
  ["this machine's metadata", "https://169.254.169.254/", "WEBHOOK_ADDRESS_REFUSED"],
  ["a private network", "https://10.0.0.1/", "WEBHOOK_ADDRESS_REFUSED"],
] as const)("%s is refused at once", async (_name, url, code) => {
  await expect(register(boli, { url })).rejects.toMatchObject({ code });
});
