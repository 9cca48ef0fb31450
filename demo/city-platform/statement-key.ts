/** The platform's own Ed25519 key and the districts' public keys, for statements (section 11). */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

import type { Client } from "./database.ts";

export interface Signature {
  readonly keyId: string;
  readonly algorithm: "Ed25519";
  readonly value: string;
}

export interface StatementKey {
  readonly keyId: string;
  /** base64url of the 32 bytes. */
  readonly publicKey: string;
  sign(statement: string): Signature;
}

/** What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export async function readStatementKey(client: Client): Promise<StatementKey> {
  const { rows } = await client.query<{ statement_key_id: string; statement_key: Buffer }>(
    "select statement_key_id, statement_key from city.meta",
  );
  const [row] = rows;
  if (row === undefined) throw new Error("the platform's database has no row in city.meta");
  const key = createPrivateKey({ key: row.statement_key, format: "der", type: "pkcs8" });
  const keyId = row.statement_key_id;
  return {
    keyId,
    publicKey: rawPublicKey(key),
    sign: (statement) => ({
      keyId,
      algorithm: "Ed25519",
      value: sign(null, Buffer.from(statement, "utf8"), key).toString("base64url"),
    }),
  };
}

export async function isDistrictSignature(
  client: Client,
  district: string,
  statement: string,
  signature: Signature,
): Promise<boolean> {
  const { rows } = await client.query<{ public_key: Buffer }>(
    "select public_key from city.district_key where key_id = $1 and district = $2",
    [signature.keyId, district],
  );
  const [row] = rows;
  if (row === undefined) return false;
  const der = Buffer.concat([spkiPrefix, row.public_key]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  const value = Buffer.from(signature.value, "base64url");
  return verify(null, Buffer.from(statement, "utf8"), key, value);
}

function rawPublicKey(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: "spki", format: "der" });
  return der.subarray(spkiPrefix.length).toString("base64url");
}
