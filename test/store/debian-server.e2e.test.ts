/**
 * DATABASE_URL at any PostgreSQL from 15 on: the server that the distribution installs is made ready, migrated, filled
 * and asked, without the builtin locale and the newest functions. Skipped, with the reason, where there is none.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { assertFit } from "../../store/assert-fit.ts";
import { migrateStore } from "../../store/migrate.ts";
import { openPool, type Pool } from "../../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withLogin } from "../../store/provision.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const installed = existsSync("/usr/lib/postgresql")
  ? readdirSync("/usr/lib/postgresql")
      .map(Number)
      .filter((major) => major >= 15)
  : [];
const passwd = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
const account = /^postgres:[^:]*:(\d+):(\d+):/mu.exec(passwd);
const asRoot = process.getuid?.() === 0;
const reason =
  installed.length === 0
    ? "no PostgreSQL below /usr/lib/postgresql"
    : asRoot && !account
      ? "no account to run it as"
      : "";
if (reason) console.warn(`The distribution's PostgreSQL is not tested: ${reason}.`);

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const isMade = (url: string) =>
  ensureDatabase(url).then(
    () => true,
    () => false,
  );
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(reason !== "").each(installed)("PostgreSQL %i of the distribution", (major) => {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  const folder = mkdtempSync(join(tmpdir(), "goldseed-debian-"));
  const identity = asRoot && account ? { uid: Number(account[1]), gid: Number(account[2]) } : {};
  let server: ChildProcess;
  let owner: Pool;
  let gateway: Pool;
  let url: string;

  beforeAll(async () => {
    const password = join(folder, "password");
    writeFileSync(password, "owner-of-the-tests\n");
    if (asRoot && account)
      for (const path of [folder, password])
        chownSync(path, Number(account[1]), Number(account[2]));
    const cluster = join(folder, "cluster");
    const made = spawnSync(
      `${bin}/initdb`,
      [
        "-D",
        cluster,
        "-U",
        "owner",
        `--pwfile=${password}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "-N",
      ],
      { ...identity, cwd: "/", encoding: "utf8" },
    );
    expect(made.status, made.stderr).toBe(0);
    const port = await freePort();
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=off",
      "timezone=America/St_Johns",
    ];
    server = spawn(
      `${bin}/postgres`,
      ["-D", cluster, "-p", String(port), ...settings.flatMap((each) => ["-c", each])],
      { ...identity, cwd: "/", stdio: "ignore" },
    );
    url = `postgres://owner:owner-of-the-tests@127.0.0.1:${port}/district`;
    const deadline = Date.now() + 20_000;
    while (!(await isMade(url)) && Date.now() < deadline) await pause(50);
    await migrateStore(url);
    await setLoginPasswords(url, { gateway: "gateway", worker: "worker" });
    owner = openPool({ url, name: "test", max: 2, statementTimeoutMs: 30_000 });
    gateway = openPool({
      url: withLogin(url, "goldseed_gateway", "gateway"),
      name: "test",
      max: 2,
      statementTimeoutMs: 30_000,
    });
    await seedDistrict(owner);
  });

  afterAll(async () => {
    await Promise.all([owner.end(), gateway.end()]);
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });

  test("is fit to serve", async () => {
    await expect(assertFit(gateway)).resolves.toBeUndefined();
  });

  test("answers a town with its own enterprises alone", async () => {
    const answer = await openGraph(gateway).ask(
      principal("TOWN", [towns.yinzhu]),
      '{ enterprises(first: 10, filter: { nameContains: "青岛" }) { totalCount edges { cursor node { creditCode financials(first: 1) { revenue } } } } libraries { kind count } }',
    );
    expect(answer.errors).toEqual([]);
    expect(
      answer.data.enterprises.edges.map(
        (edge: { node: { creditCode: string } }) => edge.node.creditCode,
      ),
    ).toEqual([codes.A, codes.B]);
  });
});
