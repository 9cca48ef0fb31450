/** `goldseed alert list|ack|step` against a store: what is listed, which step is taken, by whom, and what is refused. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { main } from "../../cli/main.ts";
import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import { matchActivated } from "../../cultivation/match-screenings.ts";
import { activate, day, setRevenue } from "../cultivation/alerts/alert-kit.ts";
import { createTestDatabase } from "../kit/database.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-alert-"));
let [out, err] = ["", ""];

beforeAll(async () => {
  await seedDistrict(db.owner);
  for (const code of [codes.A, codes.C]) await setRevenue(db.owner, code, 60_000_000);
  await activate(db.worker, "revenue", "上年度营业收入总额不低于5000万元");
  await matchActivated(db.worker, { asOf: day, criteria: await loadSoundCriteria() });
  vi.stubEnv("GOLDSEED_DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", db.ownerUrl);
  vi.stubEnv("GATEWAY_DATABASE_URL", db.gatewayUrl);
  vi.stubEnv("WORKER_DATABASE_URL", db.workerUrl);
});
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((out += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((err += String(text))));
});
afterAll(() => {
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function alert(...args: readonly string[]) {
  [out, err] = ["", ""];
  const code = await main(["alert", ...args]);
  process.exitCode = undefined;
  return { code, out, err };
}

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly creditCode: string;
}
const listed = async (...args: readonly string[]): Promise<readonly Listed[]> =>
  (await alert("list", "--json", ...args)).out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Listed);
const idOf = async (code: string) =>
  (await listed()).find(({ creditCode }) => creditCode === code)?.id ?? "";

test("what is open is listed, by town, by state, in a table", async () => {
  expect((await listed()).map(({ creditCode }) => creditCode).sort()).toEqual([codes.A, codes.C]);
  expect((await listed("--town", towns.boli)).map(({ creditCode }) => creditCode)).toEqual([
    codes.C,
  ]);
  expect(await listed("--town", "泊里镇")).toHaveLength(1);
  expect(await alert("list", "--town", "nowhere")).toMatchObject({ code: 2, out: "" });
  expect(await listed("--state", "DONE")).toEqual([]);
  expect(await listed("--limit", "1")).toHaveLength(1);
  const { code, out: text } = await alert("list");
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining("新命中：") });
});

test("an alert is acknowledged by the beginning of its id, once", async () => {
  const id = await idOf(codes.A);
  expect((await alert("ack", id.slice(0, 8), "--json")).out).toContain("IN_PROGRESS");
  const { rows } = await db.owner.query(
    "select to_state, actor from alert_events where alert_id = $1 order by sequence desc limit 1",
    [id],
  );
  expect(rows).toEqual([{ to_state: "IN_PROGRESS", actor: expect.stringContaining("cli:") }]);
  const again = await alert("ack", id);
  expect(again.code).not.toBe(0);
  expect(again.err).toContain("ALERT_STEP_REFUSED");
});

test("a step that needs a reason is refused without one and taken with it", async () => {
  const id = await idOf(codes.C);
  await alert("ack", id);
  const without = await alert("step", id, "--as", "RESOLVE");
  expect(without.code).not.toBe(0);
  expect((await listed()).find((one) => one.id === id)?.state).toBe("IN_PROGRESS");
  const { code } = await alert("step", id, "--as", "RESOLVE", "--reason", "已走访，拟申报");
  expect(code).toBe(0);
  expect((await listed("--state", "DONE")).map((one) => one.id)).toEqual([id]);
});

test.each([
  [["ack", "ffffffff"], "NOT_FOUND"],
  [["ack", "x'; drop table alerts"], "NOT_FOUND"],
  [["list", "--limit", "0"], "BAD_USER_INPUT"],
  [["list", "--state", "OPEN"], "PENDING"],
])("%j is answered with %s", async (args, told) => {
  const { code, err: text } = await alert(...args);
  expect(code).not.toBe(0);
  expect(text).toContain(told);
});

test("an alert is handed to somebody by name", async () => {
  await db.owner.query("update alerts set state = 'IN_PROGRESS', closed_at = null");
  const id = await idOf(codes.C);
  const handed = ["--as", "TRANSFER", "--reason", "同事更熟", "--assignee", "specialist-boli"];
  expect((await alert("step", id, ...handed)).code).toBe(0);
  const { rows } = await db.owner.query("select assignee from alerts where id = $1", [id]);
  expect(rows).toEqual([{ assignee: "specialist-boli" }]);
});
