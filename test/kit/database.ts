/** A database of its own for each test file, cloned from the migrated template, with pools as every role sees it. */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, inject } from "vitest";

import { openPool, type Pool } from "../../store/pool.ts";
import { ensureDatabase, withDatabase, withLogin } from "../../store/provision.ts";
import { templateName, testPasswords } from "./global-postgres.ts";

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly gatewayUrl: string;
  readonly workerUrl: string;
  /** Superuser: the oracle's view, beyond row-level security. */
  readonly owner: Pool;
  readonly gateway: Pool;
  readonly worker: Pool;
}

/** Call at the top of a `.pg.test.ts` file. The database is dropped when the file's tests have passed. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase((server, name) =>
    administer(server, `create database ${name} template ${templateName}`),
  );
}

/** Without a table, for whoever migrates it step by step. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase((server, name) => ensureDatabase(withDatabase(server, name)));
}

async function createDatabase(
  create: (server: string, name: string) => Promise<void>,
): Promise<TestDatabase> {
  const server = inject("ownerUrl");
  if (!server) throw new Error("This file needs PostgreSQL: name it *.pg.test.ts");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await create(server, name);
  const ownerUrl = withDatabase(server, name);
  // Grants on a database are not cloned with it.
  await administer(
    server,
    `grant connect on database ${name} to goldseed_gateway, goldseed_worker`,
  );
  await administer(server, `grant temporary on database ${name} to goldseed_worker`);
  const gatewayUrl = withLogin(ownerUrl, "goldseed_gateway", testPasswords.gateway);
  const workerUrl = withLogin(ownerUrl, "goldseed_worker", testPasswords.worker);
  const open = (url: string, max: number) =>
    // A machine whose disk is busy takes seconds to fork a backend; that is no fault of what is tested.
    openPool({
      url,
      name: "goldseed test",
      max,
      statementTimeoutMs: 30_000,
      connectionTimeoutMs: 30_000,
      // As the program itself opens it.
      forBatches: url === gatewayUrl,
    });
  const pools = {
    owner: open(ownerUrl, 2),
    gateway: open(gatewayUrl, 4),
    worker: open(workerUrl, 4),
  };
  afterAll(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await administer(server, `drop database if exists ${name} with (force)`);
  });
  return { ownerUrl, gatewayUrl, workerUrl, ...pools };
}

/** The template must have no sessions while it is copied: clones queue up behind one advisory lock. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7060)");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
