/** The caller of one HTTP request; whoever is refused is counted, so that the audit tells of attempts. */
import type { FastifyRequest } from "fastify";

import type { Principal } from "../../domain/access/principal.ts";
import type { RefusedCallers } from "../audit/refused-callers.ts";
import type { Authenticator } from "./authenticator.ts";

export interface Entrance {
  readonly authenticator: Authenticator;
  readonly refusedCallers: RefusedCallers;
}

/** @throws GoldseedError UNAUTHENTICATED */
export async function enterCaller(
  request: Pick<FastifyRequest, "headers" | "ip">,
  { authenticator, refusedCallers }: Entrance,
): Promise<Principal> {
  try {
    return await authenticator.authenticate(request.headers.authorization);
  } catch (error) {
    refusedCallers.note(request.ip, error);
    throw error;
  }
}
