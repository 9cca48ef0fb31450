/**
 * Brings the screenings that ship into the store, active: they were reviewed with the release that carries them. One that
 * an officer has paused or retired stays so; other conditions of a later release become its next version.
 */
import { isDeepStrictEqual } from "node:util";

import { writeSentence } from "../domain/screening/sentence/write-sentence.ts";
import { checkCondition } from "../domain/screening/check-condition.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import {
  insertScreening,
  insertVersion,
  lockScreening,
  readVersions,
  writeApproval,
  writeScreeningStep,
} from "../store/queries/screening-rows.ts";
import { inTransaction } from "../store/transaction.ts";
import { type BaseScreening, readBaseScreenings } from "./screening/base-screenings.ts";
import { readLexicon } from "./screening/extract/read-lexicon.ts";

const author = "system:release";
const approver = "system:review";

/** @param pool of the worker role. Idempotent. @returns versions installed. */
export async function installBaseScreenings(pool: Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    let installed = 0;
    for (const base of readBaseScreenings()) installed += (await install(client, base)) ? 1 : 0;
    return installed;
  });
}

async function install(client: PoolClient, base: BaseScreening): Promise<boolean> {
  const { catalogue } = readLexicon();
  const { condition, problems } = checkCondition(base.conditions, catalogue);
  if (condition === undefined)
    throw new Error(`data/screening/base.yaml, ${base.id}: ${problems.join("; ")}`);
  await insertScreening(client, {
    id: base.id,
    nameZh: base.name_zh,
    nameEn: base.name_en,
    level: base.level,
    dueDays: base.due_days,
    createdBy: author,
    isBase: true,
  });
  const known = await lockScreening(client, base.id);
  const newest = (await readVersions(client, base.id)).find((one) => one.createdBy === author);
  if (known === undefined || isDeepStrictEqual(newest?.conditions, condition)) return false;
  const version = await insertVersion(client, {
    screeningId: base.id,
    conditions: condition,
    sentence: writeSentence(condition, catalogue),
    sourceText: null,
    citations: [],
    createdBy: author,
  });
  await writeApproval(client, [base.id, version], approver);
  const isLive = known.state === "DRAFT" || known.state === "ACTIVE";
  const to = isLive ? "ACTIVE" : known.state;
  await writeScreeningStep(client, {
    id: base.id,
    action: "APPROVE",
    from: known.state,
    to,
    version,
    activeVersion: isLive ? version : null,
    actor: author,
    reason: null,
  });
  return true;
}
