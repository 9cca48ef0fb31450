/**
 * One exchange with the city platform: greet, finish what was left, pull titles, push recommendations, sweep, compare.
 * May be killed at any moment and called again; two at once are refused.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { readLedgerMark, type LedgerMark } from "../store/queries/sync-ledger.ts";
import { markPeerAway, readGeneration, readPeerRest } from "../store/queries/sync-peer.ts";
import { takeSyncLock } from "../store/queries/sync-lock.ts";
import { readHeldRun } from "../store/queries/sync-runs.ts";
import type { SyncContext, SyncSession } from "./context.ts";
import { handshake } from "./handshake.ts";
import type { OwnershipOfTitles } from "./merge-title.ts";
import type { PartReport } from "./part-report.ts";
import { PlatformFailure } from "./platform/platform-failure.ts";
import type { CityPlatform } from "./platform/port.ts";
import type { StatementKey } from "./protocol/statement.ts";
import { trees } from "./protocol/digests.ts";
import { pullApproved, pullTitles } from "./pull/pull-titles.ts";
import { pushRecommendations } from "./push/push-recommendations.ts";
import { readFieldOwnership } from "./read-field-ownership.ts";
import { replayRun, resumeBatch } from "./replay.ts";
import { doubtSending, resumeRuns } from "./resume.ts";
import { noStep, type Step } from "./steps.ts";
import { sweep } from "./sweep.ts";
import { tellLists } from "./tell-lists.ts";
import { readDifferences, type TreeDifferences } from "./verify/read-differences.ts";
import { verifyTree } from "./verify/verify-tree.ts";

export const syncParts = ["pull", "push", "verify"] as const;
export type SyncPart = (typeof syncParts)[number];

export interface RunSyncOptions {
  /** Logs in as the worker. */
  readonly pool: Pool;
  readonly platform: CityPlatform;
  /** Six digits of the district. */
  readonly district: string;
  readonly peerId?: string;
  /** Default: all of them. */
  readonly parts?: readonly SyncPart[];
  /** The held run that a person lets pass; refused unless it is still the newest of its stream. */
  readonly approvedRunId?: string;
  /** A past pull whose landed pages are taken in once more. */
  readonly replayRunId?: string;
  /** Idempotency key of a dead letter that is sent once more. */
  readonly resumeBatchKey?: string;
  /** Try also what is still waiting for its next attempt. */
  readonly force?: boolean;
  /** Who owns which field of a title; by default as data/sync/field-ownership.yaml says. */
  readonly owners?: OwnershipOfTitles;
  readonly statementKey?: StatementKey | null;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly wait?: (ms: number) => Promise<void>;
  readonly step?: Step;
}

export interface SyncReport {
  readonly platform: { readonly id: string; readonly name: string; readonly level: string };
  readonly generation: number;
  readonly parts: readonly PartReport[];
  /** Recommendations that no trigger had told of and the sweep found; above 0 is an alarm. */
  readonly uncaptured: number;
  /** Where the ledger stands now, for whoever keeps that elsewhere. */
  readonly ledger: LedgerMark;
}

/**
 * @throws GoldseedError CITY_UNAVAILABLE when the platform cannot be greeted, FORBIDDEN when it refuses our key,
 * CONFLICT when another exchange is running, NOT_FOUND for an approval of a run that is not held.
 */
export async function runSync(options: RunSyncOptions): Promise<SyncReport> {
  const context = contextOf(options);
  const release = await takeSyncLock(context.pool, context.peerId);
  if (release === null) {
    throw new GoldseedError(
      "CONFLICT",
      `与“${context.peerId}”的同步正在进行 / Another exchange with "${context.peerId}" is running. Wait until it has ended.`,
    );
  }
  try {
    return await exchange(context, options);
  } finally {
    await release();
  }
}

/**
 * Looks where both sides differ, and changes nothing. What is on its way shows as a difference too: only one that is
 * still there after an exchange is a discrepancy.
 *
 * @throws GoldseedError CITY_UNAVAILABLE when the platform is away or its level offers no comparison, FORBIDDEN.
 */
export async function diffSync(
  options: RunSyncOptions,
  limit: number,
): Promise<readonly TreeDifferences[]> {
  const session = await greet(contextOf(options));
  const found: TreeDifferences[] = [];
  for (const tree of trees) found.push(await orUnavailable(readDifferences(session, tree, limit)));
  return found;
}

function contextOf(options: RunSyncOptions): SyncContext {
  return {
    pool: options.pool,
    platform: options.platform,
    exchangeId: randomUUID(),
    peerId: options.peerId ?? "city",
    district: options.district,
    owners: options.owners ?? readFieldOwnership(),
    statementKey: options.statementKey ?? null,
    now: options.now ?? (() => new Date()),
    wait: options.wait ?? ((ms) => pause(ms, options.signal)),
    step: options.step ?? noStep,
    force: options.force ?? false,
    signal: options.signal ?? null,
  };
}

/** Cut short by a stop, which is heard at the checkpoint behind it. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

/** How long a platform that could not be greeted is left alone by all but an operator. */
const restS = 60;

async function exchange(context: SyncContext, options: RunSyncOptions): Promise<SyncReport> {
  await doubtSending(context);
  if (!context.force) await assertRested(context);
  const session = await greet(context).catch(async (error: unknown) => {
    await markPeerAway(context.pool, context.peerId, restS);
    throw error;
  });
  const parts: PartReport[] = [...(await resumeRuns(session))];
  if (options.approvedRunId !== undefined) {
    parts.push(await letPass(session, options.approvedRunId));
  }
  if (options.replayRunId !== undefined) parts.push(await replayRun(session, options.replayRunId));
  if (options.resumeBatchKey !== undefined) await resumeBatch(session, options.resumeBatchKey);
  const wanted = options.parts ?? syncParts;
  const first = await runParts(session, { wanted, held: false });
  parts.push(...first.parts);
  let { uncaptured } = first;
  // A difference is a suspicion until what mends it has run and it is still there.
  if (first.parts.some(({ agreement }) => agreement?.agreed === false) && !isCutOff(first.parts)) {
    // What is held waits for a person: looked at again it would be held again, under another id.
    const second = await runParts(session, { wanted, held: isHeld(first.parts) });
    parts.push(...second.parts);
    uncaptured += second.uncaptured;
  }
  const { platform, level } = session.capabilities;
  return {
    platform: { id: platform.id, name: platform.name, level },
    generation: await readGeneration(session.pool, session.peerId),
    parts,
    uncaptured,
    ledger: await readLedgerMark(session.pool, session.peerId),
  };
}

interface PartsDone {
  readonly parts: readonly PartReport[];
  readonly uncaptured: number;
}

interface PartsToDo {
  readonly wanted: readonly SyncPart[];
  /** The city's titles wait for a person: they are compared, and neither pulled nor mended. */
  readonly held: boolean;
}

async function runParts(session: SyncSession, { wanted, held }: PartsToDo): Promise<PartsDone> {
  const parts: PartReport[] = [];
  let uncaptured = 0;
  const goesOn = (): boolean => !isCutOff(parts) && session.signal?.aborted !== true;
  if (wanted.includes("pull") && !held) parts.push(await pullTitles(session));
  if (wanted.includes("push") && goesOn()) {
    uncaptured = await sweep(session.pool, session.peerId);
    parts.push(await pushRecommendations(session));
  }
  for (const tree of wanted.includes("verify") ? trees : []) {
    if (!goesOn()) break;
    parts.push(...(await verifyTree(session, tree, { mend: !held && !isHeld(parts) })));
  }
  // Also of a list that was refused, which cut everything else off.
  if (session.signal?.aborted !== true) parts.push(...(await tellLists(session)));
  return { parts, uncaptured };
}

function isHeld(parts: readonly PartReport[]): boolean {
  return parts.some(({ state }) => state === "HELD");
}

function isCutOff(parts: readonly PartReport[]): boolean {
  return parts.some(({ cutOff }) => cutOff);
}

async function letPass(session: SyncSession, runId: string): Promise<PartReport> {
  const held = await readHeldRun(session.pool, session.peerId, "titles");
  if (held === null || held.id !== runId) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有待批准的同步“${runId}” / The run "${runId}" is not the newest held run. See: goldseed sync status`,
    );
  }
  return pullApproved(session, held);
}

/** @throws GoldseedError CITY_UNAVAILABLE. */
async function assertRested({ pool, peerId }: SyncContext): Promise<void> {
  const rest = await readPeerRest(pool, peerId);
  if (rest === 0) return;
  throw new GoldseedError(
    "CITY_UNAVAILABLE",
    `市级平台刚才无法访问，${rest} 秒后再试 / The city platform was away; it is asked again in ${rest} s. To ask at once: goldseed sync run`,
  );
}

function greet(context: SyncContext): Promise<SyncSession> {
  return orUnavailable(handshake(context));
}

/** A failure of the platform as the error of the catalogue that tells its reader what to do. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    const refused = error.kind === "UNAUTHORISED";
    throw new GoldseedError(
      refused ? "FORBIDDEN" : "CITY_UNAVAILABLE",
      refused
        ? `市级平台拒绝了本区的密钥 / The city platform refuses our key: ${error.message}. Check CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY (for parcels CITY_KEYS_FILE) and this machine's clock.`
        : `市级平台无法访问 / The city platform cannot be reached: ${error.message}. Check CITY_PLATFORM_URL (for parcels CITY_FILES_DIR or CITY_TABLES_URL); changes are kept and told later.`,
      { cause: error, details: { kind: error.kind, status: error.status } },
    );
  }
}
