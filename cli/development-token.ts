/** A token of the data folder's development issuer for whoever a command acts as. */
import type { Config } from "../config/options.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Classification, Role } from "../domain/vocabulary.ts";
import type { LocalKey } from "../gateway/auth/local-keys.ts";
import { mintToken } from "../gateway/auth/mint-token.ts";
import type { Caller } from "./parse-caller.ts";

export interface TokenTraits {
  readonly role: Role;
  readonly clearance: Classification | null;
  readonly purpose: string | null;
  readonly lifetimeS: number;
  /** Made from tier, areas and role when left out. */
  readonly subject?: string;
}

/** @throws GoldseedError FORBIDDEN in production, where such tokens are not accepted. */
export async function developmentToken(
  config: Config,
  key: LocalKey,
  wish: { readonly caller: Caller; readonly traits: TokenTraits },
): Promise<string> {
  assertDevelopment(config);
  const { caller, traits } = wish;
  const subject =
    traits.subject ??
    ["dev", caller.tier, ...caller.areaCodes.slice(0, 3), traits.role].join("-").toLowerCase();
  return mintToken(key, { ...traits, ...caller, subject });
}

function assertDevelopment({ environment, tokenIssuer }: Config): void {
  if (environment === "development") return;
  throw new GoldseedError(
    "FORBIDDEN",
    `生产环境不接受开发令牌 / GOLDSEED_ENV is "production", where development tokens are not accepted. Get a token from ${tokenIssuer ?? "the issuer"}.`,
  );
}
