/** A party's signed word about a tree at a moment (section 11), and how it is checked. */
import { createPublicKey, sign, verify, type KeyObject } from "node:crypto";

import type { Signature, Tree } from "./digests.ts";

export interface StatementParts {
  /** The platform's id, or the district's code. */
  readonly by: string;
  readonly tree: Tree;
  readonly district: string;
  readonly n: number;
  readonly root: string;
  /** Generation and place in its data, `generation/revision`. */
  readonly cut: string;
  readonly at: string;
  /** Nonce of the comparison in which it is sent or answered. */
  readonly answers: string;
}

export interface StatementKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** What precedes the 32 bytes of an Ed25519 public key in its DER form (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export function statementText(parts: StatementParts): string {
  const { by, tree, district, n, root, cut, at, answers } = parts;
  return [
    "sme-sync-statement/1",
    `by: ${by}`,
    `tree: ${tree}`,
    `district: ${district}`,
    "canon: 1",
    `n: ${n}`,
    `root: ${root}`,
    `cut: ${cut}`,
    `at: ${at}`,
    `answers: ${answers}`,
    "",
  ].join("\n");
}

export function signStatement(key: StatementKey, statement: string): Signature {
  const value = sign(null, Buffer.from(statement, "utf8"), key.privateKey).toString("base64url");
  return { keyId: key.keyId, algorithm: "Ed25519", value };
}

/** True when the holder of that public key signed these bytes. */
export function isStatementSigned(
  statement: string,
  signature: Signature,
  publicKey: string,
): boolean {
  const der = Buffer.concat([spkiPrefix, Buffer.from(publicKey, "base64url")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  const value = Buffer.from(signature.value, "base64url");
  return verify(null, Buffer.from(statement, "utf8"), key, value);
}

/** True when the statement says this of this tree, in answer to this nonce; `cut` and `at` are its author's own. */
export function statementSays(
  statement: string,
  claim: Omit<StatementParts, "cut" | "at">,
): boolean {
  const lines = statement.split("\n");
  const [cut = "", at = ""] = [lines[7]?.slice("cut: ".length), lines[8]?.slice("at: ".length)];
  return statement === statementText({ ...claim, cut, at });
}

/** base64url of the 32 bytes: what the platform is given of our key. */
export function publicKeyOf(key: StatementKey): string {
  const der = createPublicKey(key.privateKey).export({ type: "spki", format: "der" });
  return der.subarray(spkiPrefix.length).toString("base64url");
}
