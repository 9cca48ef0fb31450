/**
 * An officer's answer to a question of the exchange. The answer is itself a change: it writes what it decides, with the
 * notice that tells the city, in the transaction that closes the question.
 */
import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import {
  adoptRecommendation,
  lockConflict,
  noticeDecision,
  releaseGrant,
  writeDecision,
  type AdoptedRecommendation,
  type ReviewedConflict,
} from "../../store/queries/sync-conflict-review.ts";
import type { ConflictKind } from "../../store/queries/sync-conflicts.ts";
import { doubtShadow } from "../../store/queries/sync-shadow.ts";
import { refreshTitleKinds, removeTitles, upsertTitles } from "../../store/queries/sync-titles.ts";
import { inTransaction } from "../../store/transaction.ts";
import { titleSchema } from "../protocol/title-page.ts";

export const conflictDecisions = [
  /** The city's value becomes ours. */
  "TAKE_CITY",
  /** Ours stands, and is told again where it is ours to tell. */
  "KEEP_OURS",
  /** Nothing follows; the question comes back only when the city tells something else. */
  "DISMISS",
] as const;
export type ConflictDecision = (typeof conflictDecisions)[number];

/** What may be answered to what. A title's value is the city's to say, so there is nothing of ours to keep but a grant. */
export const decisionsOf: Readonly<Record<ConflictKind, readonly ConflictDecision[]>> = {
  UNMATCHED: ["DISMISS"],
  INVALID: ["DISMISS"],
  OWNER_CLASH: ["TAKE_CITY", "KEEP_OURS"],
  MISSING_AT_CITY: ["TAKE_CITY"],
  LOCAL_EDIT: [],
  FOREIGN_WRITE: ["TAKE_CITY", "KEEP_OURS"],
};

export interface ConflictAnswer {
  readonly id: string;
  readonly decision: ConflictDecision;
  /** Why, for who reads the history. */
  readonly note?: string;
}

/**
 * @param pool logs in as the worker.
 * @returns the question as it was, to be read again for its answer.
 * @throws GoldseedError FORBIDDEN, NOT_FOUND, CONFLICT when it is decided already, BAD_USER_INPUT for an answer that
 * does not fit the kind of question.
 */
export async function decideConflict(
  pool: Pool,
  principal: Principal,
  answer: ConflictAnswer,
): Promise<ReviewedConflict> {
  assertDistrictOfficer(principal, { zh: "决定同步冲突", en: "decide a conflict of the exchange" });
  return inTransaction(pool, async (client) => {
    const conflict = await lockConflict(client, answer.id);
    assertAnswerable(conflict, answer);
    if (answer.decision === "TAKE_CITY") await takeCity(client, conflict);
    if (conflict.kind === "FOREIGN_WRITE" && answer.decision === "KEEP_OURS") {
      const { peerId, stream, key } = conflict;
      await doubtShadow(client, { peerId, stream }, [key]);
      await noticeDecision(client, stream, key);
    }
    const { decision, note = null } = answer;
    await writeDecision(client, conflict.id, { decision, note, decidedBy: principal.subject });
    return conflict;
  });
}

function assertAnswerable(
  conflict: ReviewedConflict | null,
  { id, decision }: ConflictAnswer,
): asserts conflict is ReviewedConflict {
  if (conflict === null) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有冲突“${id}” / There is no conflict "${id}". See: goldseed sync conflicts`,
    );
  }
  if (conflict.state !== "OPEN") {
    throw new GoldseedError(
      "CONFLICT",
      `冲突“${id}”已由 ${conflict.decidedBy ?? "?"} 决定 / The conflict "${id}" was decided ${conflict.decision ?? ""} by ${conflict.decidedBy ?? "?"} at ${conflict.decidedAt ?? "?"}. A decision stands; its history is kept.`,
    );
  }
  const fitting = decisionsOf[conflict.kind as ConflictKind];
  if (fitting.includes(decision)) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `${conflict.kind} 不能以 ${decision} 答复 / A conflict of kind ${conflict.kind} is not answered by ${decision}, expected ${fitting.join(" or ")}.`,
  );
}

async function takeCity(client: PoolClient, conflict: ReviewedConflict): Promise<void> {
  const { peerId, key, theirs } = conflict;
  const creditCode = key.slice(0, 18);
  if (conflict.kind === "FOREIGN_WRITE") {
    await adopt(client, conflict);
    return;
  }
  if (conflict.kind === "MISSING_AT_CITY") {
    await removeTitles(client, peerId, { keys: [key], reason: "CITY" });
  } else {
    await releaseGrant(client, key);
    await upsertTitles(client, [titleSchema.parse(theirs)]);
  }
  await refreshTitleKinds(client, [creditCode]);
}

/** What the city wrote is ours from now on, so the next sealing finds it told already, or tells the rest. */
async function adopt(client: PoolClient, { stream, key, theirs }: ReviewedConflict): Promise<void> {
  const there = await adoptRecommendation(client, theirs as AdoptedRecommendation);
  if (there) {
    await noticeDecision(client, stream, key);
    return;
  }
  throw new GoldseedError(
    "CONFLICT",
    `推荐“${key}”已不存在，无法采用市级内容 / The recommendation "${key}" is gone, so the city's text cannot be taken over. Decide KEEP_OURS to have it withdrawn there.`,
  );
}
