/** A database as an earlier version left it: migrated up to one migration and no further, to be filled and brought up. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

const migrations = fileURLToPath(new URL("../../store/migrations", import.meta.url));

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** `before`: tag of the first migration that is left out. The database must be empty. */
export async function migrateUpTo(ownerUrl: string, before: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "goldseed-migrations-"));
  const client = new pg.Client({ connectionString: ownerUrl });
  try {
    cpSync(migrations, folder, { recursive: true, filter: (from) => !from.includes("snapshot") });
    const path = join(folder, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
    const end = journal.entries.findIndex(({ tag }) => tag === before);
    if (end === -1) throw new Error(`There is no migration "${before}".`);
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
    await client.connect();
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
