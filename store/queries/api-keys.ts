/** Keys of machine clients, as rows. */
import type { Pool } from "../pool.ts";

export interface ApiKeyRecord {
  readonly prefix: string;
  readonly subject: string;
  readonly label: string;
  readonly purpose: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface ApiKeyWish {
  readonly prefix: string;
  readonly secretHash: string;
  readonly subject: string;
  readonly label: string;
  readonly purpose: string | null;
  /** Seconds from now. */
  readonly lifetimeS: number;
}

export async function insertApiKey(pool: Pool, wish: ApiKeyWish): Promise<void> {
  const { prefix, secretHash, subject, label, purpose, lifetimeS } = wish;
  await pool.query(
    `/* key:create */ insert into api_keys (prefix, secret_hash, subject, label, purpose, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [prefix, secretHash, subject, label, purpose, lifetimeS],
  );
}

export async function listApiKeys(pool: Pool): Promise<readonly ApiKeyRecord[]> {
  const { rows } = await pool.query<ApiKeyRecord>(
    `/* key:list */ select prefix, subject, label, purpose, ${instants("created_at", "expires_at", "last_used_at", "revoked_at")}
     from api_keys order by api_keys.created_at, prefix`,
  );
  return rows;
}

/** @returns whether there was such a key that was not revoked. */
export async function revokeApiKey(pool: Pool, prefix: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "/* key:revoke */ update api_keys set revoked_at = now() where prefix = $1 and revoked_at is null",
    [prefix],
  );
  return rowCount === 1;
}

/** Written by the gateway's own login, which may write this column alone; several gateways write once a minute together. */
export async function touchApiKey(pool: Pool, prefix: string): Promise<void> {
  await pool.query(
    `/* key:touch */ update api_keys set last_used_at = now()
     where prefix = $1 and (last_used_at is null or last_used_at < now() - interval '60 seconds')`,
    [prefix],
  );
}

function instants(...columns: readonly string[]): string {
  const camel = (name: string) =>
    name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
  return columns
    .map(
      (name) =>
        `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "${camel(name)}"`,
    )
    .join(", ");
}
