/**
 * The secrets a data folder makes for itself, in `secrets.json`, readable by its owner alone: made once, then only read.
 * What has to be shared between machines is a setting instead (CURSOR_KEY, GATEWAY_DATABASE_URL, JWKS_URL).
 */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { GoldseedError } from "../domain/errors.ts";
import { writePrivateFile } from "./write-private-file.ts";

/** A private Ed25519 key as a JSON Web Key (RFC 8037). */
export interface SigningKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly kid: string;
  /** Public part, base64url. */
  readonly x: string;
  /** Private part, base64url. */
  readonly d: string;
}

export interface Secrets {
  readonly ownerPassword: string;
  readonly gatewayPassword: string;
  readonly workerPassword: string;
  /** Signs cursors unless CURSOR_KEY is set. */
  readonly cursorKey: string;
  /** Signs the tokens of `goldseed token`; accepted in development alone. */
  readonly tokenKey: SigningKey;
  /** Signs the district's statements towards the city. */
  readonly statementKey: SigningKey;
  /** Signs the audit's heads and tombstones. */
  readonly auditKey: SigningKey;
  /** From it the secrets of webhooks follow, unless WEBHOOK_KEY is set. */
  readonly webhookKey: string;
  /** Shared with the stand-in city platform of the demonstration. */
  readonly demoCityKey: string;
}

/** @param dataDir an existing folder. @throws GoldseedError DATA_DIR_UNUSABLE when the file is open to others, damaged, or lost. */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  if (!existsSync(path)) {
    assertNothingToUnlock(dataDir, path);
    writePrivateFile(path, serialise(makeSecrets()), false);
  }
  const stored = read(path);
  const made = makeSecrets();
  const missing = Object.keys(made).filter((name) => !(name in stored));
  if (missing.length === 0) return stored as unknown as Secrets;
  // A folder of an older version gains what later versions need.
  const whole = { ...made, ...stored } as Secrets;
  writePrivateFile(path, serialise(whole), true);
  return whole;
}

function makeSecrets(): Secrets {
  return {
    ownerPassword: randomText(24),
    gatewayPassword: randomText(24),
    workerPassword: randomText(24),
    cursorKey: randomText(32),
    tokenKey: makeSigningKey("development"),
    statementKey: makeSigningKey("district"),
    auditKey: makeSigningKey("audit"),
    webhookKey: randomText(32),
    demoCityKey: randomText(32),
  };
}

const randomText = (bytes: number) => randomBytes(bytes).toString("base64url");
const serialise = (secrets: Secrets) => `${JSON.stringify(secrets, null, 2)}\n`;

/** The id ends in a part of the public key: keys of two folders never share an id. */
function makeSigningKey(name: string): SigningKey {
  const { x = "", d = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  return { kty: "OKP", crv: "Ed25519", kid: `${name}-${x.slice(0, 8)}`, x, d };
}

/** New passwords would not open a database that was made with the old ones. */
function assertNothingToUnlock(dataDir: string, path: string): void {
  const traces = [join("postgres", "PG_VERSION"), "postgres-location"];
  if (traces.some((trace) => existsSync(join(dataDir, trace))))
    throw unusable(
      path,
      "is missing, and the database beside it cannot be opened without it. Restore it from a backup, or set GOLDSEED_DATA_DIR to a new folder",
    );
}

function read(path: string): Record<string, unknown> {
  const { mode } = statSync(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw unusable(
      path,
      `may be read by other accounts (mode ${(mode & 0o777).toString(8)}). Take the right away: chmod 600 "${path}"`,
    );
  const text = readText(path);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw unusable(path, "is damaged: it is not JSON. Restore it from a backup", error);
  }
  throw unusable(path, "is damaged: it is not a JSON object. Restore it from a backup");
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw unusable(
      path,
      `cannot be read (${reason}). Start Goldseed as the account that owns it`,
      error,
    );
  }
}

function unusable(path: string, what: string, cause?: unknown): GoldseedError {
  return new GoldseedError("DATA_DIR_UNUSABLE", `密钥文件 / The secrets file "${path}" ${what}.`, {
    cause,
  });
}
