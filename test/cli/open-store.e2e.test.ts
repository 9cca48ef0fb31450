/** One store for commands and servers: embedded or on a server, alone or joined, and every way it can be wrong. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openStore } from "../../cli/open-store.ts";
import { loadConfig } from "../../config/load-config.ts";
import { assertFit } from "../../store/assert-fit.ts";
import { type EmbeddedServer, startEmbedded } from "../../store/embedded.ts";
import { openPool } from "../../store/pool.ts";
import { withDatabase } from "../../store/provision.ts";
import { enterableFolder } from "../kit/enterable-folder.ts";
import { goldseed, interrupted } from "../kit/goldseed-process.ts";

const folder = enterableFolder("store");
let server: EmbeddedServer;
let databaseUrl = "";

beforeAll(async () => {
  server = await startEmbedded({
    dataDir: enterableFolder("server", folder),
    ownerPassword: "owner's password: ?@/#",
    bufferBytes: 128 * 1024 * 1024,
  });
  databaseUrl = withDatabase(server.ownerUrl, "district");
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const configOf = (env: Readonly<Record<string, string>>) => loadConfig({ env }).config;
const whoAmI = "select current_user as name";

describe("the embedded database", () => {
  const config = configOf({
    GOLDSEED_DATA_DIR: join(folder, "embedded"),
    EMBEDDED_BUFFER_BYTES: "100663296",
  });

  test("is made, migrated, and opened under both logins; a command joins a server and leaves it running", async () => {
    const serving = await openStore(config, { serve: true });
    expect(serving.kind).toBe("started");
    expect(serving.migrated.length).toBeGreaterThan(0);
    await expect(assertFit(serving.gatewayPool)).resolves.toBeUndefined();
    const joined = await openStore(config);
    expect(joined).toMatchObject({
      kind: "joined",
      embedded: { port: serving.embedded?.port, socketFolder: serving.embedded?.socketFolder },
      migrated: [],
    });
    expect((await joined.workerPool.query(whoAmI)).rows).toEqual([{ name: "goldseed_worker" }]);
    const { rows } = await joined.workerPool.query("show shared_buffers");
    expect(rows).toEqual([{ shared_buffers: "96MB" }]);
    await joined.close();
    expect((await serving.gatewayPool.query(whoAmI)).rows).toEqual([{ name: "goldseed_gateway" }]);
    await Promise.all([serving.close(), serving.close()]);
  });

  test("is started again when its server was killed, and answers the same pools", async () => {
    const told: string[] = [];
    const serving = await openStore(config, {
      serve: true,
      onTrouble: ({ level }) => told.push(level),
    });
    const address = serving.embedded;
    const processFile = join(folder, "embedded", "postgres", "postmaster.pid");
    const [processId] = readFileSync(processFile, "utf8").split("\n");
    process.kill(Number(processId), "SIGKILL");
    const asked = () => serving.workerPool.query(whoAmI).then(({ rows }) => rows as unknown);
    await expect
      .poll(() => (told.includes("info") ? asked() : null), { timeout: 20_000 })
      .toEqual([{ name: "goldseed_worker" }]);
    expect(told).toEqual(["error", "info"]);
    expect(serving.embedded).toEqual(address);
    await serving.close();
    expect(existsSync(processFile)).toBe(false);
  });

  test("is refused to a command while another command holds it, and free afterwards", async () => {
    const first = await openStore(config);
    expect(first).toMatchObject({ kind: "started", migrated: [] });
    await expect(openStore(config)).rejects.toMatchObject({ code: "DATA_DIR_IN_USE" });
    await first.close();
    await (await openStore(config)).close();
  });

  test("gives the folder back when it cannot be opened", async () => {
    const lost = configOf({ GOLDSEED_DATA_DIR: join(folder, "lost") });
    await (await openStore(lost)).close();
    rmSync(join(lost.dataDir, "secrets.json"));
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(openStore(lost)).rejects.toThrow("Restore it from a backup");
  });
});

describe("a server of DATABASE_URL", () => {
  const env = (name: string) => ({
    GOLDSEED_DATA_DIR: join(folder, name),
    DATABASE_URL: databaseUrl,
  });

  test("is not touched by a command before it is migrated; db migrate makes it", async () => {
    const before = await goldseed(["db", "status"], env("a"));
    expect(before).toMatchObject({
      code: 69,
      stderr: expect.stringContaining("goldseed db migrate"),
    });
    const migrated = await goldseed(["db", "migrate", "--json"], env("a"));
    expect(migrated.code).toBe(0);
    expect(JSON.parse(migrated.stdout)).toMatchObject({ database: "server" });
    const after = await goldseed(["db", "status", "--json"], env("a"));
    expect(JSON.parse(after.stdout)).toMatchObject({ pending: [] });
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("a command ended by %s leaves no statement running", async (by, code) => {
    const owner = openPool({ url: databaseUrl, name: "test", max: 2, statementTimeoutMs: 60_000 });
    const holder = await owner.connect();
    await holder.query("select pg_advisory_lock(hashtextextended('goldseed:demo', 0))");
    const waiting = async () =>
      (
        await owner.query(
          "select pid from pg_stat_activity where application_name = 'goldseed worker' and wait_event = 'advisory'",
        )
      ).rows.length;
    const when = () => expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    expect(await interrupted(["demo", "fill"], env("a"), { by, when })).toBe(code);
    await expect.poll(waiting).toBe(0);
    holder.release(true);
    await owner.end();
  });

  test("two data folders open it side by side with the same logins", async () => {
    const [one, two] = await Promise.all([
      openStore(configOf(env("b")), { serve: true }),
      openStore(configOf(env("c")), { serve: true }),
    ]);
    expect(one.gatewayUrl).toBe(two.gatewayUrl);
    for (const store of [one, two, one]) {
      expect((await store.gatewayPool.query(whoAmI)).rows).toEqual([{ name: "goldseed_gateway" }]);
      expect((await store.workerPool.query(whoAmI)).rows).toEqual([{ name: "goldseed_worker" }]);
    }
    await Promise.all([one.close(), two.close()]);
  });

  test("logins that are given are taken as they are", async () => {
    const store = await openStore(configOf(env("d")));
    const given = {
      ...env("d"),
      GATEWAY_DATABASE_URL: store.gatewayUrl,
      WORKER_DATABASE_URL: store.workerUrl,
    };
    await store.close();
    const again = await openStore(configOf(given));
    expect(again).toMatchObject({ gatewayUrl: store.gatewayUrl, workerUrl: store.workerUrl });
    expect((await again.workerPool.query(whoAmI)).rows).toEqual([{ name: "goldseed_worker" }]);
    await again.close();
  });

  test.each([
    ["nobody listens", () => "postgres://o:canary-pw@127.0.0.1:1/district", "ECONNREFUSED"],
    [
      "the password is wrong",
      () => databaseUrl.replace(/:[^:@]*@/, ":canary-pw@"),
      "the password is wrong",
    ],
    ["the database is missing", () => withDatabase(databaseUrl, "missing"), "no such database"],
  ])("is told with exit code 69 and without its password when %s", async (_when, url, text) => {
    const { code, stderr } = await goldseed(["db", "status"], { ...env("e"), DATABASE_URL: url() });
    expect(code).toBe(69);
    expect(stderr).toContain("DB_UNAVAILABLE");
    expect(stderr).toContain(text);
    expect(stderr).not.toContain("canary-pw");
  });
});

describe("settings and folders that are wrong", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  test.each([
    [78, "CONFIG_INVALID", ["config", "check"], { PORT: "x" }],
    [78, "CONFIG_INVALID", ["start"], { GOLDSEED_TYPO: "x" }],
    [78, "DATA_DIR_UNUSABLE", ["db", "status"], { GOLDSEED_DATA_DIR: file }],
    [
      78,
      "DATA_DIR_UNUSABLE",
      ["token", "--tier", "city"],
      { GOLDSEED_DATA_DIR: join(file, "below") },
    ],
    [2, "unknown option", ["db", "status", "--nope"], {}],
    [2, "Did you mean token?", ["tokne"], {}],
    [2, "--tier is missing", ["token"], {}],
    [2, "Expected one of viewer", ["token", "--tier", "city", "--role", "king"], {}],
  ])("end with exit code %i and %s: %j", async (code, text, args, env) => {
    const ended = await goldseed(args, { GOLDSEED_DATA_DIR: join(folder, "wrong"), ...env });
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(text);
    expect(ended.stdout).toBe("");
  });

  test("config show says where each value is from, and config check that all is right", async () => {
    const env = {
      GOLDSEED_DATA_DIR: folder,
      PORT: "4321",
      DATABASE_URL: "postgres://u:canary-pw@h/db",
    };
    const shown = await goldseed(["config", "show", "--json", "--set"], env);
    expect(JSON.parse(shown.stdout)).toEqual(
      expect.arrayContaining([
        { name: "port", env: "PORT", value: "4321", origin: "env", by: "PORT" },
        {
          name: "databaseUrl",
          env: "DATABASE_URL",
          value: "postgres://u:***@h/db",
          origin: "env",
          by: "DATABASE_URL",
        },
      ]),
    );
    expect((await goldseed(["config", "check"], env)).code).toBe(0);
  });
});
