/**
 * Runs a statement when it is its area's turn at the database: there are as many turns as connections, so that nobody
 * stands in the pool's own line, where the first that came is first however much its area asks for.
 */
import type { Octets } from "../../lib/octets.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import type { Statement } from "../../store/prepared-batch.ts";
import { readScoped } from "../../store/scoped-query.ts";
import type { Admission } from "../limits/admission.ts";
import { claimantOf } from "../limits/claimant.ts";
import type { RequestContext } from "../request-context.ts";

export interface Database {
  readonly pool: Pool;
  readonly turns: Admission;
  /** What a statement may take at most, however much time its request has left. */
  readonly statementTimeoutMs: number;
}

export interface Question {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
}

/** @throws GoldseedError TIMEOUT, OVERLOADED; whatever the database says otherwise. */
export async function runInTurn(
  { pool, turns, statementTimeoutMs }: Database,
  question: Question,
  {
    principal,
    payer = principal,
    deadlineMs,
    signal,
  }: Pick<RequestContext, "principal" | "payer" | "deadlineMs" | "signal">,
): Promise<Octets | null> {
  const claimant = claimantOf(payer);
  const leave = turns.enterNow(claimant) ?? (await turns.admit(claimant, leftUntil(deadlineMs)));
  try {
    return await readScoped(pool, {
      ...question,
      scope: principal,
      timeoutMs: Math.min(statementTimeoutMs, leftUntil(deadlineMs)),
      signal,
    });
  } finally {
    leave();
  }
}

function leftUntil(deadlineMs: number): number {
  const leftMs = deadlineMs - performance.now();
  if (leftMs > 0) return leftMs;
  throw new GoldseedError(
    "TIMEOUT",
    "处理超时。 The request took too long before it reached the database.",
  );
}
