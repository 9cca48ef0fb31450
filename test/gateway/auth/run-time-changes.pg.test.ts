/** What changes about accounts while a gateway runs works within sixty seconds, by its own register and a real database. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { accountRegister } from "../../../gateway/auth/account-register.ts";
import { makeApiKey } from "../../../gateway/auth/api-key.ts";
import { createAuthenticator } from "../../../gateway/auth/authenticator.ts";
import {
  documentHash,
  everybody,
  trustedDocuments,
} from "../../../gateway/auth/trusted-documents.ts";
import {
  insertApiKey,
  listApiKeys,
  revokeApiKey,
  touchApiKey,
} from "../../../store/queries/api-keys.ts";
import {
  disableAssignment,
  revokeTokens,
  setAssignment,
} from "../../../store/queries/assignments.ts";
import { readAccountFacts } from "../../../store/queries/read-account-facts.ts";
import {
  addTrustedDocuments,
  removeTrustedDocuments,
} from "../../../store/queries/trusted-documents.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGateway, type TestGateway } from "../../kit/gateway.ts";
import { codes, seedDistrict, towns } from "../../kit/seed.ts";
import { audience, fixedKeys, goodToken, issuerName } from "../../kit/tokens.ts";

const db = await createTestDatabase();
/** The clock of the register; the issuer's and the keys' stands still but for a minute now and then. */
let clockMs = 0;
let gateway: TestGateway;
const used: string[] = [];
const startS = Date.now() / 1_000;
const made = makeApiKey();
const machine = {
  subject: "oa.system",
  tier: "TOWN",
  areaCodes: [towns.yinzhu],
  role: "MACHINE",
  clearance: "L3",
} as const;
const person = { ...machine, subject: "li.si", role: "SPECIALIST" } as const;
const mine = "{ viewer { areas { code } } enterprises(first: 9) { totalCount } }";
const trust = (client: string, ...texts: string[]) =>
  addTrustedDocuments(
    db.worker,
    texts.map((document) => ({ client, hash: documentHash(document), document })),
  );

beforeAll(async () => {
  await seedDistrict(db.owner);
  const accounts = accountRegister({
    load: () => readAccountFacts(db.gateway),
    clock: () => clockMs,
  });
  const authenticator = createAuthenticator({
    issuers: [{ name: issuerName, audience, keys: await fixedKeys() }],
    accounts,
    clearances: new Map(),
    requireAssignment: true,
    clockSkewS: 30,
    now: () => new Date(startS * 1_000 + clockMs),
    onKeyUsed: (prefix) => {
      used.push(prefix);
      void touchApiKey(db.gateway, prefix);
    },
  });
  gateway = await openGateway(
    db.gateway,
    {},
    {
      authenticator,
      trustedDocuments: trustedDocuments({ accounts, required: "machines" }),
    },
  );
  await setAssignment(db.worker, machine);
  await setAssignment(db.worker, person);
  const { prefix, secretHash } = made;
  await insertApiKey(db.worker, {
    prefix,
    secretHash,
    subject: machine.subject,
    label: "OA",
    purpose: null,
    lifetimeS: 86_400,
  });
  await trust(machine.subject, mine);
});
afterAll(() => gateway.stop());
beforeEach(() => void (gateway.audited.length = 0));

const token = goodToken("EdDSA", {
  sub: person.subject,
  iat: Math.floor(startS) - 60,
  exp: Math.floor(startS) + 86_400,
});

async function ask(credential: string, body: unknown = { query: mine }) {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${credential}` },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as {
    data?: { viewer?: { areas: { code: string }[] }; enterprises?: { totalCount: number } };
    errors?: { extensions: { code: string } }[];
  };
  return { status: answer.status, ...json, code: json.errors?.[0]?.extensions.code };
}
const minuteLater = () => void (clockMs += 60_001);
const secondLater = () => void (clockMs += 1_000);

test("a key comes in with its assignment; its use is written once a minute", async () => {
  for (let time = 0; time < 5; time += 1)
    expect((await ask(made.key)).data?.viewer?.areas).toEqual([{ code: towns.yinzhu }]);
  expect(used).toEqual([made.prefix]);
  minuteLater();
  await ask(made.key);
  expect(used).toEqual([made.prefix, made.prefix]);
  await expect.poll(async () => (await listApiKeys(db.worker))[0]?.lastUsedAt).toMatch(/^20/u);
});

test("a key that is made while it runs works at once", async () => {
  const { key, prefix, secretHash } = makeApiKey();
  secondLater();
  expect((await ask(key)).status).toBe(401);
  await insertApiKey(db.worker, {
    prefix,
    secretHash,
    subject: machine.subject,
    label: "second",
    purpose: null,
    lifetimeS: 86_400,
  });
  secondLater();
  expect((await ask(key)).status).toBe(200);
  await revokeApiKey(db.worker, prefix);
});

test("a machine runs its registered documents, by text and by hash, and nothing else", async () => {
  const hash = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: documentHash(text) },
  });
  expect((await ask(made.key, { query: `  ${mine}\n` })).data?.enterprises).toEqual({
    totalCount: 2,
  });
  expect((await ask(made.key, { extensions: hash(mine) })).data?.enterprises).toEqual({
    totalCount: 2,
  });
  const other = "{ viewer { subject } }";
  const refused = [
    { query: other },
    { query: other, extensions: hash(other) },
    { extensions: hash(other) },
    // The hash of a trusted document does not make another text trusted.
    { query: other, extensions: hash(mine) },
    { query: "{ __schema { queryType { name } } }" },
    { query: `${mine} # with a comment` },
  ];
  for (const body of refused)
    expect(await ask(made.key, body)).toMatchObject({ status: 403, code: "OPERATION_NOT_TRUSTED" });
  expect(gateway.audited).toHaveLength(refused.length);
  expect(gateway.audited[0]).toMatchObject({
    actor: machine.subject,
    action: "graph.refused",
    outcome: "REFUSED",
    details: { code: "OPERATION_NOT_TRUSTED" },
  });
  // What one client registered is not another's, and everybody is not machines.
  await trust("erp.system", other);
  await trust(everybody, other);
  minuteLater();
  expect((await ask(made.key, { query: other })).code).toBe("OPERATION_NOT_TRUSTED");
  // A person is not bound by it.
  expect((await ask(token, { query: other })).status).toBe(200);
});

test("a lasting connection is no way around the registered documents", async () => {
  const answer = await fetch(`${gateway.url}/graphql/stream`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${made.key}`,
    },
    body: JSON.stringify({ query: "{ viewer { tier } }" }),
  });
  expect(await answer.text()).toContain("OPERATION_NOT_TRUSTED");
  expect(gateway.audited).toMatchObject([{ action: "graph.refused", actor: machine.subject }]);
});

test("where everybody is bound, a person runs what is registered for all", async () => {
  const accounts = accountRegister({ load: () => readAccountFacts(db.gateway) });
  const { admit } = trustedDocuments({ accounts, required: "all" });
  const who = { ...person, purpose: null };
  const other = "{ viewer { subject } }";
  expect(await admit(who, { query: other, hash: null })).toBe(other);
  await expect(admit(who, { query: mine, hash: null })).rejects.toMatchObject({
    code: "OPERATION_NOT_TRUSTED",
  });
});

test("documents are added and removed while it runs", async () => {
  const added = `{ enterprise(creditCode: "${codes.A}") { name } }`;
  expect((await ask(made.key, { query: added })).code).toBe("OPERATION_NOT_TRUSTED");
  await trust(machine.subject, added);
  secondLater();
  expect((await ask(made.key, { query: added })).status).toBe(200);
  await removeTrustedDocuments(db.worker, machine.subject, documentHash(added).slice(0, 12));
  minuteLater();
  expect((await ask(made.key, { query: added })).code).toBe("OPERATION_NOT_TRUSTED");
});

test("an assignment that changes changes what the same token sees", async () => {
  expect((await ask(token)).data?.enterprises).toEqual({ totalCount: 2 });
  await setAssignment(db.worker, { ...person, tier: "DISTRICT", areaCodes: ["370211"] });
  minuteLater();
  // The token says one town: what both say holds.
  expect((await ask(token)).data?.enterprises).toEqual({ totalCount: 2 });
  await setAssignment(db.worker, { ...person, areaCodes: [towns.boli] });
  minuteLater();
  expect(await ask(token)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  await setAssignment(db.worker, person);
  minuteLater();
  expect((await ask(token)).status).toBe(200);
});

test.each([
  [
    "a disabled account",
    () => disableAssignment(db.worker, person.subject),
    () => setAssignment(db.worker, person),
  ],
  [
    "a token by its id",
    () => revokeTokens(db.worker, { kind: "TOKEN", value: "token-1", reason: "lost" }),
    () => db.owner.query("delete from revocations"),
  ],
  [
    "all tokens of a subject",
    () => revokeTokens(db.worker, { kind: "SUBJECT", value: person.subject, reason: "left" }),
    () => db.owner.query("delete from revocations"),
  ],
])("%s is refused within a minute though the token still runs", async (_title, revoke, undo) => {
  expect((await ask(token)).status).toBe(200);
  await revoke();
  minuteLater();
  expect(await ask(token)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  await undo();
  minuteLater();
  expect((await ask(token)).status).toBe(200);
});

test("a revoked key is refused within a minute, and so is one whose time is over", async () => {
  expect((await ask(made.key)).status).toBe(200);
  await revokeApiKey(db.worker, made.prefix);
  minuteLater();
  expect(await ask(made.key)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  const short = makeApiKey();
  await insertApiKey(db.worker, {
    ...short,
    subject: machine.subject,
    label: "short",
    purpose: null,
    lifetimeS: 86_400,
  });
  minuteLater();
  expect((await ask(short.key)).status).toBe(200);
  clockMs += 86_400_000;
  expect((await ask(short.key)).status).toBe(401);
});

test("the gateway's login may write the last use and nothing else of a key", async () => {
  for (const change of [
    "expires_at = now() + interval '9 years'",
    "revoked_at = null",
    "subject = 'x'",
  ])
    await expect(db.gateway.query(`update api_keys set ${change}`)).rejects.toMatchObject({
      code: "42501",
    });
});

test("callers who are not let in are counted by address and reason, not written one by one", async () => {
  const own = await openGateway(db.gateway, {});
  for (let time = 0; time < 20; time += 1)
    await fetch(`${own.url}/graphql`, {
      method: "POST",
      // Whatever a caller says of itself is not believed.
      headers: {
        authorization: "Bearer nonsense",
        "x-forwarded-for": `203.0.113.${time}`,
        "x-real-ip": "203.0.113.9",
        forwarded: "for=203.0.113.9",
        "x-user-id": "root",
        "x-role": "OFFICER",
      },
    });
  await own.stop();
  expect(own.audited).toMatchObject([
    {
      actor: "anonymous",
      category: "REFUSAL",
      action: "token.refused",
      details: { peer: "127.0.0.1", reasons: { INVALID: 20 } },
    },
  ]);
});
