/**
 * Passwords of the two login roles on a server of DATABASE_URL, made from the owner's password: every process with the
 * same DATABASE_URL arrives at the same ones, whatever its data folder. With random ones, two containers would lock each
 * other out in turn. scrypt, so that the gateway's password is of little use for guessing the owner's.
 */
import { scrypt } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(scrypt) as (
  password: string,
  salt: string,
  length: number,
) => Promise<Buffer>;

export interface LoginPasswords {
  readonly gateway: string;
  readonly worker: string;
}

/** @returns null when the address has no password to derive from (peer or certificate authentication). */
export async function deriveLoginPasswords(databaseUrl: string): Promise<LoginPasswords | null> {
  const { password } = new URL(databaseUrl);
  if (password === "") return null;
  const [gateway, worker] = await Promise.all(
    ["goldseed_gateway", "goldseed_worker"].map((role) =>
      derive(decodeURIComponent(password), `goldseed:${role}`, 24),
    ),
  );
  return {
    gateway: (gateway as Buffer).toString("base64url"),
    worker: (worker as Buffer).toString("base64url"),
  };
}
