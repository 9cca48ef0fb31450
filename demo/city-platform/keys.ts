/** The districts' signing keys (section 3). */
import type { Database } from "./database.ts";

export interface NewKey {
  readonly id: string;
  readonly secret: string;
  /** Default HMAC-SHA256. */
  readonly profile?: "HMAC-SHA256" | "HMAC-SM3";
  readonly districts?: readonly string[];
  readonly notBefore?: string | null;
  readonly notAfter?: string | null;
}

/** Ed25519, base64url of the 32 bytes. */
export interface DistrictKey {
  readonly keyId: string;
  readonly publicKey: string;
}

export async function addDistrictKey(
  database: Database,
  { keyId, publicKey }: DistrictKey,
  district: string,
): Promise<void> {
  await database.pool.query(
    `insert into city.district_key (key_id, district, public_key) values ($1, $2, $3)
     on conflict (key_id) do update set public_key = excluded.public_key`,
    [keyId, district, Buffer.from(publicKey, "base64url")],
  );
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
      `insert into city.api_key (id, secret, districts, not_before, not_after, profile) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set secret = excluded.secret, districts = excluded.districts,
         not_before = excluded.not_before, not_after = excluded.not_after, profile = excluded.profile`,
      [
        key.id,
        key.secret,
        key.districts ?? [district],
        key.notBefore ?? null,
        key.notAfter ?? null,
        key.profile ?? "HMAC-SHA256",
      ],
    );
  }
}
