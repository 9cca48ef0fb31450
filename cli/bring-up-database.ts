/** Brings a database to the state this program needs, as far as the caller may: made, migrated, logins with passwords. */
import { deriveLoginPasswords, type LoginPasswords } from "../config/derive-login-passwords.ts";
import type { Config } from "../config/options.ts";
import type { Secrets } from "../config/secrets.ts";
import { withoutPassword } from "../config/value-types.ts";
import { GoldseedError } from "../domain/errors.ts";
import { migrateStore, readMigrationStatus } from "../store/migrate.ts";
import { ensureDatabase, setLoginPasswords, withLogin } from "../store/provision.ts";
import type { FoundDatabase } from "./find-database.ts";

export interface LoginUrls {
  readonly gatewayUrl: string;
  readonly workerUrl: string;
}

/**
 * @param migrate undefined: refuse when migrations are pending; false: look away, for commands that show them.
 * @returns the tags applied now.
 */
export async function bringUpDatabase(
  found: FoundDatabase,
  migrate: boolean | undefined,
): Promise<readonly string[]> {
  const { ownerUrl, kind } = found;
  try {
    if (migrate === true || kind === "started") await ensureDatabase(ownerUrl);
    if (migrate === true) return await migrateStore(ownerUrl);
    const { pending } = await readMigrationStatus(ownerUrl);
    if (migrate === undefined) assertMigrated(pending);
    return [];
  } catch (error) {
    throw error instanceof GoldseedError ? error : unreachable(ownerUrl, error);
  }
}

function assertMigrated(pending: readonly string[]): void {
  if (pending.length === 0) return;
  throw new GoldseedError(
    "STORE_UNFIT",
    `数据库缺 ${pending.length} 项升级，请运行 goldseed db migrate / The database lacks ${pending.length} migration(s), the first "${pending[0] ?? ""}". Run: goldseed db migrate`,
    { details: { pending } },
  );
}

/** Codes of PostgreSQL for a server that answers, but not to this address. */
const refusals: Readonly<Record<string, string>> = {
  "28P01": "the password is wrong",
  "28000": "the login is not accepted",
  "3D000": "it has no such database: run goldseed db migrate, which makes it",
  "53300": "it has no connection left",
  "57P03": "it is starting or stopping",
};

/** What the database said: the migrator's own error holds the whole statement instead. */
function innermost(error: unknown): { readonly code?: string; readonly message: string } {
  const { cause } = error as Error;
  return cause instanceof Error ? innermost(cause) : (error as Error);
}

/** Roles are made and granted by the migrations; they belong to the server and not to one database. */
const mayNot =
  " The login needs CREATEROLE (no superuser), and where the roles goldseed_… are there already, ADMIN OPTION on them: grant it, or let who made them run goldseed db migrate. 该登录须有 CREATEROLE（不需要超级用户）；角色 goldseed_… 已存在时须有其 ADMIN OPTION";

export function unreachable(ownerUrl: string, error: unknown): GoldseedError {
  const { code = "", message } = innermost(error);
  // A failing migration is no outage: it is told as it is.
  const isConnection = code in refusals || /^(08|57)/.test(code) || /^E[A-Z]+$/.test(code);
  if (!isConnection && !/timeout|terminated/i.test(message))
    return new GoldseedError(
      "STORE_UNFIT",
      `数据库未能就绪 / The database could not be brought up: ${message}.${code === "42501" ? mayNot : ""}`,
      {
        cause: error,
      },
    );
  return new GoldseedError(
    "DB_UNAVAILABLE",
    `数据库无法连接 / The database "${withoutPassword(ownerUrl)}" cannot be reached: ${refusals[code] ?? (code || message)}. Check DATABASE_URL and that the server runs.`,
    { cause: error },
  );
}

/** @param set give the two roles their passwords; needs the owner's right to do so. */
export async function loginUrls(
  config: Config,
  secrets: Secrets,
  database: { readonly found: FoundDatabase; readonly set: boolean },
): Promise<LoginUrls> {
  const { gatewayDatabaseUrl, workerDatabaseUrl } = config;
  const { found, set } = database;
  if (found.kind === "server" && gatewayDatabaseUrl !== null && workerDatabaseUrl !== null)
    return { gatewayUrl: gatewayDatabaseUrl, workerUrl: workerDatabaseUrl };
  const passwords = await loginPasswords(found, secrets);
  if (set) await givePasswords(found.ownerUrl, passwords);
  return {
    gatewayUrl: withLogin(found.ownerUrl, "goldseed_gateway", passwords.gateway),
    workerUrl: withLogin(found.ownerUrl, "goldseed_worker", passwords.worker),
  };
}

async function loginPasswords(found: FoundDatabase, secrets: Secrets): Promise<LoginPasswords> {
  const own = { gateway: secrets.gatewayPassword, worker: secrets.workerPassword };
  return found.kind === "server" ? ((await deriveLoginPasswords(found.ownerUrl)) ?? own) : own;
}

async function givePasswords(ownerUrl: string, passwords: LoginPasswords): Promise<void> {
  try {
    await setLoginPasswords(ownerUrl, passwords);
  } catch (error) {
    throw new GoldseedError(
      "STORE_UNFIT",
      `无法设置 goldseed_gateway 与 goldseed_worker 的密码 / The passwords of goldseed_gateway and goldseed_worker cannot be set: ${(error as Error).message}. Set GATEWAY_DATABASE_URL and WORKER_DATABASE_URL to logins that exist.`,
      { cause: error },
    );
  }
}
