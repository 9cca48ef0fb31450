/** In production the query page opens to developers and officers, for a quarter of an hour, and to nobody else. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Role, roles } from "../../../domain/vocabulary.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGateway } from "../../kit/gateway.ts";
import { principal } from "../../kit/graph.ts";
import { towns } from "../../kit/seed.ts";

const db = await createTestDatabase();
const callers = Object.fromEntries(
  roles.map((role) => [role, principal("TOWN", [towns.yinzhu], { role, subject: role })]),
);
const gateway = await openGateway(db.gateway, callers);
afterAll(() => gateway.stop());
beforeEach(() => void (gateway.audited.length = 0));
afterEach(() => vi.useRealTimers());

const get = (path: string, cookie?: string) =>
  fetch(`${gateway.url}${path}`, cookie === undefined ? {} : { headers: { cookie } });

const enter = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/graphiql/session`, {
    method: "POST",
    headers: { ...headers, ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
  });

async function cookieFor(role: Role): Promise<string> {
  const { headers } = await enter(role);
  return headers.get("set-cookie")?.split(";")[0] ?? "";
}

const opening: readonly Role[] = ["DEVELOPER", "OFFICER"];

test.each(roles.map((role) => [role, opening.includes(role)] as const))(
  "%s may open it: %s",
  async (role, may) => {
    const answer = await enter(role);
    expect(answer.status).toBe(may ? 204 : 403);
    expect(answer.headers.get("set-cookie") !== null).toBe(may);
    expect(gateway.audited).toMatchObject([
      { actor: role, action: "graphiql.open", outcome: may ? "DONE" : "REFUSED" },
    ]);
  },
);

test("without a token, or with one of nobody, there is no entering", async () => {
  for (const token of ["", "nobody"]) expect((await enter(token)).status).toBe(401);
});

test("the cookie is for this host alone, out of reach of scripts and other sites", async () => {
  const { headers } = await enter("DEVELOPER");
  expect(headers.get("set-cookie")).toMatch(
    /^__Host-goldseed-graphiql=\d+\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=900$/u,
  );
});

const paths = ["/graphiql/assets/main-AAAA1111.js", "/graphiql/session.json", "/graphiql/"];

test("whoever has not entered is asked for a token and finds nothing else", async () => {
  const page = await get("/graphiql");
  expect([page.status, page.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  const text = await page.text();
  expect(text).toContain("访问令牌");
  expect(text).not.toMatch(/main-\w+\.js/u);
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test("whoever has entered gets the page's files", async () => {
  const cookie = await cookieFor("DEVELOPER");
  expect((await get("/graphiql/session.json", cookie)).status).toBe(200);
  const page = await get("/graphiql", cookie);
  // The page itself, or the word that it is not built.
  expect([200, 503]).toContain(page.status);
});

test.each([
  ["cut off", (cookie: string) => cookie.slice(0, -1)],
  [
    "with a later end",
    (cookie: string) => cookie.replace(/=(\d)/u, (_all, digit: string) => `=9${digit}`),
  ],
  ["without a signature", (cookie: string) => cookie.replace(/\..*$/u, ".")],
  ["of another name", (cookie: string) => cookie.replace("__Host-goldseed", "goldseed")],
])("a cookie %s opens nothing", async (_title, change) => {
  const cookie = change(await cookieFor("DEVELOPER"));
  expect((await get("/graphiql/session.json", cookie)).status).toBe(404);
});

test("after a quarter of an hour the cookie opens nothing more", async () => {
  const cookie = await cookieFor("DEVELOPER");
  // Its end is a whole second, so up to one is cut off.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 890_000 });
  expect((await get("/graphiql/session.json", cookie)).status).toBe(200);
  vi.setSystemTime(Date.now() + 11_000);
  expect((await get("/graphiql/session.json", cookie)).status).toBe(404);
});

test("the cookie is no way to the graph", async () => {
  const cookie = await cookieFor("DEVELOPER");
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ query: "{ viewer { subject } }" }),
  });
  expect(answer.status).toBe(401);
});
