/** What commands do to the store is in the audit first, and is not done when the audit cannot be written. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { commandEffects } from "../../cli/command-effects.ts";
import { main } from "../../cli/main.ts";
import { createTestDatabase } from "../kit/database.ts";
import { seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-audited-"));
const file = join(folder, "some.graphql");
const id = "0000000000000000000000";

/** Arguments with which each command that is written into the audit reaches its work, if only to find nothing. */
const audited: Readonly<Record<string, readonly string[]>> = {
  "db verify": ["--repair"],
  "demo fill": ["--scale", "small"],
  "token revoke": ["--of", "zhang.san", "--reason", "离岗"],
  "key create": ["--subject", "oa", "--label", "OA", "--tier", "town", "--area", towns.yinzhu],
  "key revoke": ["gsk_0123456789ab_not-for-anybodys-eyes"],
  "trusted add": [file, "--client", "oa"],
  "trusted remove": [id, "--client", "oa"],
  "assignment set": ["li.si", "--tier", "district", "--role", "VIEWER"],
  "assignment confirm": [id],
  "assignment reject": [id],
  "assignment disable": ["li.si"],
  "export-request confirm": [id],
  "export-request reject": [id],
  "audit search": ["--limit", "1"],
  "audit export": ["--out", join(folder, "audit.ndjson")],
  "audit prune": [],
  import: ["registry", join(folder, "none.csv")],
  "import resume": ["1"],
  "import abandon": ["1"],
  "import release": ["1"],
  "import reject": ["1"],
  "import undo": ["1"],
  "town assign": ["91370211MA3C0XTP4B", towns.boli],
  "quarantine list": ["--rows"],
  "quarantine retry": ["--source", "none"],
  "quarantine export": ["--out", join(folder, "rows.csv")],
  "link review decide": ["none"],
  "link review undo": ["none"],
  "link review retry": [],
  "sync run": [],
  "sync diff": [],
  "sync verify": [],
  "sync replay": ["1"],
  "sync vouch": [join(folder, "list.csv")],
  "sync conflicts decide": ["1", "--as", "KEEP_OURS"],
  "assess run": ["--pack", "none"],
  "grant create": [
    "--subject",
    "li.si",
    "--area",
    towns.boli,
    "--reason",
    "重点项目走访",
    "--for",
    "7d",
  ],
  "grant revoke": [id],
  "alert list": [],
  "alert ack": ["00000000"],
  "alert step": ["00000000", "--as", "ACKNOWLEDGE"],
  "webhook add": ["https://hooks.example.com/alerts", "--name", "市平台"],
  "webhook pause": [id],
  "webhook resume": [id],
  "webhook rotate": [id],
  "webhook retry": [id],
  "webhook remove": [id],
};
/** `start` runs until it is ended (start.e2e.test.ts); a migration is written when it has been made (below). */
const elsewhere = ["start", "db migrate"];

const wanted = Object.entries(commandEffects)
  .filter(([, effect]) => typeof effect !== "string" || !["none", "read"].includes(effect))
  .map(([path]) => path);

beforeAll(async () => {
  await seedDistrict(db.owner);
  writeFileSync(file, "{ viewer { subject } }\n");
  vi.stubEnv("GOLDSEED_DATA_DIR", join(folder, "data"));
  vi.stubEnv("DATABASE_URL", db.ownerUrl);
  vi.stubEnv("GATEWAY_DATABASE_URL", db.gatewayUrl);
  vi.stubEnv("WORKER_DATABASE_URL", db.workerUrl);
});
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterAll(() => {
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function run(path: string): Promise<number> {
  const args = [...path.split(" "), ...(audited[path] ?? [])];
  const code = await main(args);
  process.exitCode = undefined;
  return code;
}

async function entriesOf(path: string) {
  const { rows } = await db.owner.query<{
    outcome: string;
    category: string;
    actor: string;
    text: string;
  }>(
    `select outcome, category, actor, details::text as text from audit_entries where action = $1 order by sequence`,
    [`cli.${path.replaceAll(" ", ".")}`],
  );
  return rows;
}

test("every command that is written into the audit stands in this table", () => {
  expect([...Object.keys(audited), ...elsewhere].sort()).toEqual([...wanted].sort());
});

test("no such command does anything while the audit cannot be written", async () => {
  await db.owner.query("revoke insert on audit_entries from goldseed_worker");
  const counted = async () =>
    (
      await db.owner.query(
        `select (select count(*) from access_grants) + (select count(*) from api_keys) + (select count(*) from import_runs)
           + (select count(*) from assignments) as made`,
      )
    ).rows;
  const before = await counted();
  const codes: Record<string, number> = {};
  try {
    for (const path of Object.keys(audited)) codes[path] = await run(path);
  } finally {
    await db.owner.query("grant insert on audit_entries to goldseed_worker");
  }
  expect(codes).toEqual(Object.fromEntries(Object.keys(audited).map((path) => [path, 69])));
  expect(await counted()).toEqual(before);
});

test.each(Object.keys(audited).filter((path) => path !== "demo fill"))(
  "%s has its intent and its outcome in the audit",
  async (path) => {
    await run(path);
    const entries = await entriesOf(path);
    expect(entries.map(({ outcome }) => outcome)).toEqual([
      "INTENT",
      expect.stringMatching(/^(DONE|FAILED|REFUSED)$/u),
    ]);
    expect(entries[0]?.actor).toMatch(/^cli:./u);
    expect(JSON.stringify(entries)).not.toContain("anybodys-eyes");
    const sharing =
      path.startsWith("sync ") && !["sync conflicts decide", "sync vouch"].includes(path);
    const sensitive = ["audit search", "quarantine list", "quarantine export", "alert list"];
    expect(entries[0]?.category).toBe(
      sharing ? "SHARING" : sensitive.includes(path) ? "ACCESS" : "WRITE",
    );
  },
);

test("a grant's entry tells to whom, for where, why and how long", async () => {
  const [entry] = await entriesOf("grant create");
  expect(JSON.parse(entry?.text ?? "")).toMatchObject({
    subject: "li.si",
    area: towns.boli,
    reason: "重点项目走访",
    for: "7d",
  });
});

test("nobody grants sight to themselves, whoever they name as the grantor", async () => {
  const granted = async () => (await db.owner.query("select 1 from access_grants")).rowCount;
  const before = await granted();
  const grant = ["grant", "create", "--area", towns.boli, "--reason", "走访", "--for", "7d"];
  for (const [subject, by] of [
    [userInfo().username, "zhang.san"],
    ["li.si", "li.si"],
  ]) {
    expect(await main([...grant, "--subject", subject ?? "", "--by", by ?? ""])).not.toBe(0);
    process.exitCode = undefined;
  }
  expect(await granted()).toBe(before);
});
