/** The districts' signing keys (section 3). */
import type { Database } from "./database.ts";

export interface NewKey {
  readonly id: string;
  readonly secret: string;
  readonly districts?: readonly string[];
  readonly notBefore?: string | null;
  readonly notAfter?: string | null;
}

const minSecretBytes = 32;

export async function addKeys(
  database: Database,
  keys: readonly NewKey[],
  district: string,
): Promise<void> {
  for (const key of keys) {
    if (Buffer.byteLength(key.secret) < minSecretBytes) {
      throw new Error(`the secret of key "${key.id}" has fewer than ${minSecretBytes} bytes`);
    }
    await database.pool.query(
      `insert into city.api_key (id, secret, districts, not_before, not_after) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set secret = excluded.secret, districts = excluded.districts,
         not_before = excluded.not_before, not_after = excluded.not_after`,
      [
        key.id,
        key.secret,
        key.districts ?? [district],
        key.notBefore ?? null,
        key.notAfter ?? null,
      ],
    );
  }
}
