/** Keys, assignments, documents and the audit by the command line, beside a gateway that runs. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { goldseed, type RunningGoldseed, startGoldseed } from "../kit/goldseed-process.ts";
import { enterableFolder } from "../kit/enterable-folder.ts";

const folder = enterableFolder("accounts");
const env = { GOLDSEED_DATA_DIR: join(folder, "data") };
const document = join(folder, "viewer.graphql");
let running: RunningGoldseed;

beforeAll(async () => {
  writeFileSync(document, "query Mine {\n  viewer { subject role }\n}\n");
  running = await startGoldseed(["--no-demo", "--no-demo-city"], env);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => {
  const ended = await goldseed(args, env);
  return { ...ended, line: ended.stdout.trim() };
};

test("a machine client is made, asks what it may, and everything is in an audit that holds", async () => {
  const key = await run(
    "key",
    "create",
    "--subject",
    "oa.system",
    "--label",
    "OA",
    "--tier",
    "town",
    "--area",
    "隐珠街道",
  );
  expect([key.code, key.line]).toEqual([0, expect.stringMatching(/^gsk_[0-9a-f]{12}_[\w-]{43}$/u)]);
  const prefix = key.line.slice(4, 16);
  const trusted = await run("trusted", "add", document, "--client", "oa.system");
  expect([trusted.code, trusted.line]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64} {2}/u)]);

  const ask = async (query: string) => {
    const answer = await fetch(running.ready.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key.line}` },
      body: JSON.stringify({ query }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect(await ask("query Mine {\n  viewer { subject role }\n}")).toEqual({
    status: 200,
    text: '{"data":{"viewer":{"subject":"oa.system","role":"MACHINE"}}}',
  });
  expect((await ask("{ viewer { subject } }")).status).toBe(403);

  const keys = await run("key", "list");
  expect(keys.stdout).toContain(prefix);
  expect(keys.stdout).not.toContain(key.line.slice(17));
  expect((await run("assignment", "list", "--json")).stdout).toContain('"role":"MACHINE"');
  expect((await run("trusted", "list", "--client", "oa.system")).stdout).toContain("query Mine");
  expect(
    (await run("trusted", "remove", trusted.line.slice(0, 12), "--client", "oa.system")).code,
  ).toBe(0);
  expect((await run("key", "revoke", key.line)).code).toBe(0);
  expect((await run("key", "revoke", prefix)).code).toBe(4);
  expect((await run("assignment", "disable", "oa.system")).code).toBe(0);
  expect((await run("token", "revoke", "--of", "oa.system", "--reason", "演示结束")).code).toBe(0);

  const { code } = await running.stop();
  expect(code).toBe(0);
  const verified = await run("audit", "verify", "--json");
  expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([0, { broken: null }]);
  expect(readdirSync(join(env.GOLDSEED_DATA_DIR, "audit-heads"))).toHaveLength(1);
  const found = await run("audit", "search", "--json", "--limit", "1000");
  const entries = found.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { action: string; outcome: string; actor: string });
  for (const action of [
    "key.create",
    "trusted.add",
    "trusted.remove",
    "key.revoke",
    "assignment.disable",
    "token.revoke",
  ])
    expect(
      entries.filter((entry) => entry.action === `cli.${action}` && entry.outcome === "DONE")
        .length,
    ).toBeGreaterThan(0);
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "graph.refused", actor: "oa.system" }),
  );
  // What the server did by itself is there as well.
  for (const action of ["store.migrate", "gateway.start", "gateway.stop"])
    expect(entries.filter((entry) => entry.action === action).length).toBeGreaterThan(0);
  expect(found.stdout).not.toContain(key.line.slice(17));
}, 120_000);

test.each([
  [
    "a key for somebody without an assignment",
    ["key", "create", "--subject", "x", "--label", "x"],
    2,
  ],
  ["a token of no tier", ["token"], 2],
])(
  "%s is refused",
  async (_title, args, code) => {
    expect((await run(...args)).code).toBe(code);
  },
  60_000,
);
