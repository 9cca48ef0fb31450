/** Brings a database to the newest migration: all of it or nothing, one migrator at a time. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

import { GoldseedError } from "../domain/errors.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));
const lockKey = BigInt.asIntN(
  64,
  BigInt(`0x${createHash("sha256").update("goldseed:migrate").digest("hex").slice(0, 16)}`),
);

export interface MigrationStatus {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

interface JournalEntry {
  readonly tag: string;
  readonly when: number;
}

/** @param ownerUrl connects as the role that owns the tables. @returns the tags that were applied now. */
export async function migrateStore(ownerUrl: string): Promise<readonly string[]> {
  const client = await connect(ownerUrl);
  try {
    // Waits for another process that migrates the same database, then finds nothing left to do.
    await client.query("select pg_advisory_lock($1)", [lockKey.toString()]);
    const { pending } = await statusOf(client);
    await migrate(drizzle(client), { migrationsFolder: folder });
    return pending;
  } finally {
    await client.end();
  }
}

/** @throws GoldseedError STORE_UNFIT when the database knows a migration that this program does not. */
export async function readMigrationStatus(ownerUrl: string): Promise<MigrationStatus> {
  const client = await connect(ownerUrl);
  try {
    return await statusOf(client);
  } finally {
    await client.end();
  }
}

async function statusOf(client: pg.Client): Promise<MigrationStatus> {
  const journal = readJournal();
  const known = await client.query<{ present: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present",
  );
  if (!known.rows[0]?.present) return { applied: [], pending: journal.map((entry) => entry.tag) };
  const { rows } = await client.query<{ newest: string | null }>(
    "select max(created_at)::text as newest from drizzle.__drizzle_migrations",
  );
  const newest = Number(rows[0]?.newest ?? 0);
  const last = journal.at(-1);
  if (last && newest > last.when) {
    throw new GoldseedError(
      "STORE_UNFIT",
      `数据库比本程序新，请启动较新的程序 / The database holds a migration of ${new Date(newest).toISOString()}, newer than the newest this program knows ("${last.tag}"). Start the newer program.`,
    );
  }
  return {
    applied: journal.filter((entry) => entry.when <= newest).map((entry) => entry.tag),
    pending: journal.filter((entry) => entry.when > newest).map((entry) => entry.tag),
  };
}

function readJournal(): readonly JournalEntry[] {
  return (
    JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as {
      entries: JournalEntry[];
    }
  ).entries;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "goldseed migrate",
  });
  await client.connect();
  return client;
}
