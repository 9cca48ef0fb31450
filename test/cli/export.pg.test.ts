/** An export is let in anew for each page: a right withdrawn between two pages ends it, and no file is left. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { AskPage } from "../../cli/export-pages.ts";
import { writeExport } from "../../cli/export.ts";
import { postGraphql } from "../../cli/post-graphql.ts";
import { csvLine } from "../../lib/csv-line.ts";
import { accountRegister } from "../../gateway/auth/account-register.ts";
import { createAuthenticator } from "../../gateway/auth/authenticator.ts";
import { appendEntries } from "../../store/audit/append-entries.ts";
import { readAudit } from "../../store/audit/audit-rows.ts";
import { insertGrant } from "../../store/queries/access-grants.ts";
import { disableAssignment, revokeTokens, setAssignment } from "../../store/queries/assignments.ts";
import { readAccountFacts } from "../../store/queries/read-account-facts.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { seedDistrict, towns } from "../kit/seed.ts";
import { audience, fixedKeys, goodToken, issuerName } from "../kit/tokens.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-export-"));
const person = {
  subject: "li.si",
  tier: "DISTRICT",
  areaCodes: ["370211"],
  role: "OFFICER",
  clearance: "L3",
} as const;
const startS = Math.floor(Date.now() / 1_000);
/** The clock of the register alone: accounts are read again, and nothing else grows older. */
let clockMs = 0;
const minuteLater = () => void (clockMs += 60_001);
let gateway: TestGateway;

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
  });
  gateway = await openGateway(db.gateway, {}, { authenticator });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  gateway.audited.length = 0;
  await db.owner.query("truncate revocations, access_grants");
  await setAssignment(db.worker, person);
  minuteLater();
});

/** Says who it is and no more: what it may see is the server's word. */
const token = goodToken("EdDSA", {
  sub: person.subject,
  iat: startS - 60,
  exp: startS + 3_600,
  tier: undefined,
  areas: undefined,
  role: undefined,
  clearance: undefined,
});
const query = `query ($after: String) { enterprises(first: 2, after: $after, orderBy: { field: CREDIT_CODE, direction: ASC }) {
  edges { node { creditCode name town { name } portrait { score } } } pageInfo { hasNextPage endCursor } } }`;

/** @param between what happens after the first page. */
function asker(between: () => unknown = () => undefined) {
  let pages = 0;
  return async (after: string | null, exportId: string) => {
    if (pages === 1) {
      await between();
      minuteLater();
    }
    pages += 1;
    const url = `${gateway.url}/graphql`;
    return postGraphql({ url, token, body: { query, variables: { after } }, exportId });
  };
}
const mark = { subject: person.subject, at: "2026-11-27T00:00:00.000Z" };
/** Of the first page's request, as the audit has it. */
const exportId = () => gateway.audited[0]?.requestId ?? "none";
const fileOf = (name: string) => join(folder, name);

test("a list is written page after page, as CSV and as NDJSON", async () => {
  const { rows } = await db.owner.query<{ code: string; name: string }>(
    "select credit_code as code, name from enterprises order by 1",
  );
  const csv = fileOf("all.csv");
  expect(await writeExport(asker(), { out: csv, maxRows: 100, mark })).toBe(rows.length);
  const [heading, ...lines] = readFileSync(csv, "utf8").trimEnd().split("\r\n");
  expect(heading).toBe("\uFEFFcreditCode,name,town,portrait");
  expect(lines.pop()).toBe(
    `由 li.si 于 2026-11-27T00:00:00.000Z 导出 / exported, ${exportId()}`.replace(
      /.*,.*/u,
      (text) => `"${text}"`,
    ),
  );
  expect(lines.map((line) => line.split(",").slice(0, 2))).toEqual(
    rows.map(({ code, name }) => csvLine([code, name]).trimEnd().split(",")),
  );
  gateway.audited.length = 0;
  const json = fileOf("all.ndjson");
  await writeExport(asker(), { out: json, maxRows: 100, mark });
  const read = readFileSync(json, "utf8").trimEnd().split("\n");
  expect(JSON.parse(read.pop() ?? "")).toEqual({ exported: { ...mark, id: exportId() } });
  expect(read.map((line) => (JSON.parse(line) as { creditCode: string }).creditCode)).toEqual(
    rows.map(({ code }) => code),
  );
});

test("each page is in the audit under the id that the copy bears, though nothing in it is sensitive", async () => {
  const plain = query.replace("portrait { score }", "");
  const url = `${gateway.url}/graphql`;
  const ask: AskPage = (after, id) =>
    postGraphql({ url, token, body: { query: plain, variables: { after } }, exportId: id });
  const out = fileOf("traced.ndjson");
  const rows = await writeExport(ask, { out, maxRows: 100, mark });
  const [last = ""] = readFileSync(out, "utf8").trimEnd().split("\n").slice(-1);
  const { id } = (JSON.parse(last) as { exported: { id: string } }).exported;
  const pages = gateway.audited;
  expect(pages).toHaveLength(Math.ceil(rows / 2));
  expect(pages[0]?.requestId).toBe(id);
  for (const page of pages)
    expect(page).toMatchObject({
      actor: person.subject,
      action: "graph.export",
      category: "ACCESS",
      fields: [],
      details: { export: id },
    });
  expect(pages.flatMap(({ creditCodes }) => creditCodes)).toHaveLength(rows);
  // What the audit holds is found by the id alone.
  await appendEntries(db.worker, [...pages, { ...pages[0]!, details: { export: "x" } }], "sha256");
  const found: string[] = [];
  for await (const entry of readAudit(db.worker, { exportId: id })) found.push(entry.sequence);
  expect(found).toEqual(pages.map((_, at) => String(at + 1)));
});

test.each(["", "BEGIN", "begin, begin", "00000000-0000-0000-0000-00000000000g"])(
  "an id of an export such as %j is wrong input",
  async (id) => {
    const body = { query: "{ viewer { subject } }" };
    const answer = await postGraphql({ url: `${gateway.url}/graphql`, token, body, exportId: id });
    expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_REQUEST");
  },
);

test.each<readonly [string, () => unknown, string]>([
  ["the account disabled", () => disableAssignment(db.worker, person.subject), "UNAUTHENTICATED"],
  [
    "the tokens of the account withdrawn",
    () => revokeTokens(db.worker, { kind: "SUBJECT", value: person.subject, reason: "离岗" }),
    "UNAUTHENTICATED",
  ],
  [
    "the assignment moved to a town",
    () =>
      setAssignment(db.worker, {
        ...person,
        tier: "TOWN",
        areaCodes: [towns.boli],
        role: "SPECIALIST",
      }),
    "BAD_CURSOR",
  ],
  [
    "the clearance taken",
    () => setAssignment(db.worker, { ...person, clearance: "L1" }),
    "FORBIDDEN_FIELD",
  ],
])("between two pages %s: it stops and leaves no file", async (title, between, code) => {
  const out = fileOf("stopped.csv");
  await expect(writeExport(asker(between), { out, maxRows: 100, mark })).rejects.toMatchObject({
    code,
  });
  expect([title, existsSync(out), existsSync(`${out}.part`)]).toEqual([title, false, false]);
});

test("a grant of sight that ends between two pages ends the export", async () => {
  await setAssignment(db.worker, { ...person, tier: "TOWN", areaCodes: [towns.yinzhu] });
  await insertGrant(db.worker, {
    subject: person.subject,
    areaCode: towns.boli,
    reason: "联合走访",
    grantedBy: "wang.wu",
    fromS: startS - 60,
    toS: startS + 3_600,
  });
  minuteLater();
  const out = fileOf("granted.csv");
  const revoke = () => db.owner.query("update access_grants set revoked_at = now()");
  await expect(writeExport(asker(revoke), { out, maxRows: 100, mark })).rejects.toMatchObject({
    code: "BAD_CURSOR",
  });
  expect(existsSync(out)).toBe(false);
});

test("a list longer than allowed is not written, a document without a list neither", async () => {
  const out = fileOf("long.csv");
  await expect(writeExport(asker(), { out, maxRows: 1, mark })).rejects.toThrow(
    /more than 1 rows/u,
  );
  const none = () => Promise.resolve({ data: { viewer: { tier: "TOWN" } }, requestId: "r" });
  await expect(writeExport(none, { out, maxRows: 1, mark })).rejects.toThrow(/must ask one list/u);
  expect(existsSync(out)).toBe(false);
});
