/** Peers get the caller for nothing: a table from token to scope, where the gateway verifies, caches and revokes. */
import { readFileSync } from "node:fs";

import type { BenchPrincipal } from "./samples.ts";

export interface PeerScope extends BenchPrincipal {
  readonly role: string;
  /** As a PostgreSQL array. */
  readonly areas: string;
}

export function readPeerScopes(): (authorization: string | undefined) => PeerScope {
  const file = process.env["BENCH_TOKENS"] ?? "";
  const tokens = JSON.parse(readFileSync(file, "utf8")) as Record<string, BenchPrincipal>;
  const scopes = new Map(
    Object.entries(tokens).map(([token, { tier, areaCodes }]) => [
      `Bearer ${token}`,
      {
        tier,
        areaCodes,
        role: `goldseed_${tier.toLowerCase()}`,
        areas: `{${areaCodes.join(",")}}`,
      },
    ]),
  );
  return (authorization) => {
    const scope = scopes.get(authorization ?? "");
    if (!scope) throw new Error("There is no such caller.");
    return scope;
  };
}
