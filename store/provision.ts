/** Makes the database with the right locale, and gives the two login roles their passwords. */
import pg from "pg";

import { GoldseedError } from "../domain/errors.ts";

/** Creates the database that `url` names unless it exists. @throws GoldseedError with the statement to run by hand. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = databaseName(url);
  const client = await connectMaintenance(url);
  try {
    const { rows } = await client.query<{ version: number; present: boolean }>(
      "select current_setting('server_version_num')::int as version, exists(select from pg_database where datname = $1) as present",
      [name],
    );
    if (rows[0]?.present) return;
    await client.query(createStatement(name, rows[0]?.version ?? 0));
  } catch (error) {
    // Another process may have made it between the look and the statement.
    if ((error as { code?: string }).code === "42P04") return;
    throw new GoldseedError(
      "STORE_UNFIT",
      `无法创建数据库“${name}”，可用下列语句手动创建 / Cannot create the database "${name}": ${(error as Error).message}. Create it by hand: ${createStatement(name, 180_000)}`,
      {
        cause: error,
      },
    );
  } finally {
    await client.end();
  }
}

/** The builtin C.UTF-8 sorts alike on every host and knows Chinese letters; before 17 the C library has to lend its own. */
function createStatement(name: string, version: number): string {
  const locale =
    version >= 170_000
      ? "locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'"
      : "lc_collate 'C' lc_ctype 'C.UTF-8'";
  return `create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' ${locale}`;
}

/** Sets the passwords of the login roles, after the migrations have made them. */
export async function setLoginPasswords(
  ownerUrl: string,
  passwords: { gateway: string; worker: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await setPassword(client, "goldseed_gateway", passwords.gateway);
    await setPassword(client, "goldseed_worker", passwords.worker);
  } finally {
    await client.end();
  }
}

/**
 * Roles belong to the cluster and advisory locks to a database: two that set one at the same moment can only try again.
 */
async function setPassword(client: pg.Client, role: string, password: string): Promise<void> {
  const statement = `alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`;
  for (let attemptsLeft = 9; ; attemptsLeft--) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      // "tuple concurrently updated", in the server's language; it has no code of its own.
      const clashed = (error as { code?: string }).code === "XX000";
      if (!clashed || attemptsLeft === 0) throw error;
    }
  }
}

/** The same server and database under another login. */
export function withLogin(url: string, user: string, password: string): string {
  const target = new URL(url);
  target.username = user;
  target.password = encodeURIComponent(password);
  return target.toString();
}

export function withDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.toString();
}

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
}

async function connectMaintenance(url: string): Promise<pg.Client> {
  const attempts = [withDatabase(url, "postgres"), url];
  let failure: unknown;
  for (const attempt of attempts) {
    const client = new pg.Client({ connectionString: attempt, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      failure = error;
      await client.end().catch(() => undefined);
    }
  }
  throw new GoldseedError(
    "DB_UNAVAILABLE",
    `无法连接数据库服务器，请检查 DATABASE_URL 以及服务器是否运行 / Cannot reach the database server "${new URL(url).host}": ${(failure as Error).message}. Check DATABASE_URL and that the server runs.`,
    {
      cause: failure,
    },
  );
}
