/** Webhooks through the graph: officers keep their own, another's is not there, the secret is shown once. */
import { beforeAll, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const as = {
  boli: principal("TOWN", [towns.boli], { role: "OFFICER", subject: "officer-boli" }),
  yinzhu: principal("TOWN", [towns.yinzhu], { role: "OFFICER", subject: "officer-yinzhu" }),
  ocean: principal("ZONE", [zones.ocean], { role: "OFFICER", subject: "officer-ocean" }),
  specialist: principal("TOWN", [towns.boli], { role: "SPECIALIST" }),
  viewer: principal("DISTRICT", ["370211"], { role: "VIEWER" }),
  district: principal("DISTRICT", ["370211"], { role: "OFFICER" }),
  city: principal("CITY", ["3702"], { role: "OFFICER" }),
} as const;
type Who = keyof typeof as;

const register = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
  ok error { code } secret webhook { id name url raisedOnly state owner areas pending dead failures { attempts } } } }`;
const change = `mutation ($input: ChangeWebhookInput!) { changeWebhook(input: $input) {
  ok error { code } secret revived webhook { id state stateReason } } }`;
const list = "{ webhooks { id name owner lastError } }";
const input = (name: string) => ({ input: { name, url: "https://hooks.example.com/alerts" } });
const ids = async (who: Who) =>
  ((await graph.ask(as[who], list)).data.webhooks as { id: string }[]).map(({ id }) => id);
let id = "";

beforeAll(async () => {
  await seedDistrict(db.owner);
  const { data } = await graph.ask(as.boli, register, input("泊里镇平台"));
  expect(data.registerWebhook).toMatchObject({
    ok: true,
    secret: expect.stringMatching(/^whsec_/),
    webhook: {
      name: "泊里镇平台",
      raisedOnly: true,
      state: "ACTIVE",
      owner: "officer-boli",
      areas: [towns.boli],
      failures: [],
    },
  });
  id = data.registerWebhook.webhook.id;
});

test.each([
  ["specialist", "FORBIDDEN"],
  ["viewer", "FORBIDDEN"],
  ["city", "FORBIDDEN"],
] as const)("%s neither registers nor sees any", async (who, code) => {
  const { data } = await graph.ask(as[who], register, input("x"));
  expect(data.registerWebhook).toMatchObject({ ok: false, error: { code }, secret: null });
  expect((await graph.ask(as[who], list)).data.webhooks).toBeNull();
  expect((await db.owner.query("select from webhooks")).rowCount).toBe(1);
});

test("an officer sees its own alone, the district's officer all", async () => {
  expect([
    await ids("boli"),
    await ids("yinzhu"),
    await ids("ocean"),
    await ids("district"),
  ]).toEqual([[id], [], [], [id]]);
});

test.each(["PAUSE", "RESUME", "ROTATE_SECRET", "RETRY", "REMOVE"] as const)(
  "%s of another town's webhook is answered as one that is not there, and changes nothing",
  async (action) => {
    const before = (await db.owner.query("select * from webhooks")).rows;
    for (const [who, code] of [
      ["yinzhu", "NOT_FOUND"],
      ["ocean", "NOT_FOUND"],
      ["specialist", "FORBIDDEN"],
      ["city", "FORBIDDEN"],
    ] as const) {
      const { data } = await graph.ask(as[who], change, { input: { id, action } });
      expect(data.changeWebhook).toMatchObject({ ok: false, error: { code }, secret: null });
    }
    expect((await db.owner.query("select * from webhooks")).rows).toEqual(before);
  },
);

test("its owner pauses it with a reason, rotates its secret, and the district removes it", async () => {
  const ask = async (who: Who, more: object) =>
    (await graph.ask(as[who], change, { input: { id, ...more } })).data.changeWebhook;
  expect(await ask("boli", { action: "PAUSE", reason: "接收方停机" })).toMatchObject({
    ok: true,
    webhook: { state: "PAUSED", stateReason: "接收方停机" },
  });
  expect(await ask("boli", { action: "ROTATE_SECRET" })).toMatchObject({
    ok: true,
    secret: expect.stringMatching(/^whsec_/),
  });
  expect(await ask("district", { action: "REMOVE" })).toMatchObject({ ok: true, webhook: null });
  expect(await ids("district")).toEqual([]);
});

test("an address of the inside is refused in the payload", async () => {
  const { data } = await graph.ask(as.boli, register, {
    input: { name: "x", url: "https://169.254.169.254/latest" },
  });
  expect(data.registerWebhook).toMatchObject({
    ok: false,
    error: { code: "WEBHOOK_ADDRESS_REFUSED" },
  });
});
