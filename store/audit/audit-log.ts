/**
 * The audit as its callers see it: `record` returns when the entry is durable, and refuses when it cannot be made so.
 * Entries that arrive while others are being written go together in the next batch: under load one flush serves many.
 */
import type { AuditEvent } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../pool.ts";
import { appendEntries } from "./append-entries.ts";
import type { DigestAlgorithm } from "./entry-digest.ts";

export interface AuditLog {
  /** Durable when it returns: what depends on it may go ahead. @throws GoldseedError AUDIT_UNAVAILABLE */
  readonly record: (event: AuditEvent) => Promise<void>;
  /**
   * For what happens whether or not it can be written (a refusal, a failure). What is lost is counted, and a gap is
   * marked in the chain as soon as it takes entries again.
   */
  readonly note: (event: AuditEvent) => void;
  /** Waits for what is under way. */
  readonly settle: () => Promise<void>;
}

export interface AuditLogOptions {
  /** Of goldseed_worker. */
  readonly pool: Pool;
  readonly algorithm: DigestAlgorithm;
  /** Told of every failure to write. */
  readonly onError: (error: unknown) => void;
}

interface Waiting {
  readonly event: AuditEvent;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const mostInBatch = 500;
/** Beyond it the database does not keep up: the request is refused and not held. */
const mostWaiting = 5_000;

export function openAuditLog({ pool, algorithm, onError }: AuditLogOptions): AuditLog {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let lost = 0;

  const write = async (batch: readonly Waiting[]) => {
    const gap = lost;
    const events = batch.map(({ event }) => event);
    try {
      await appendEntries(pool, gap > 0 ? [gapEvent(gap), ...events] : events, algorithm);
      lost -= gap;
      for (const { done } of batch) done();
    } catch (error) {
      onError(error);
      for (const { failed } of batch) failed(error);
    }
  };
  const drain = async () => {
    // One turn of the loop later, so that requests of the same moment go together.
    await new Promise(setImmediate);
    while (waiting.length > 0) await write(waiting.splice(0, mostInBatch));
    // In the same step as the look at the list: an entry that comes now starts the next turn.
    running = undefined;
  };
  const record = (event: AuditEvent): Promise<void> =>
    new Promise<void>((done, failed) => {
      if (waiting.length >= mostWaiting) return failed(new Error("too many entries wait"));
      waiting.push({ event, done, failed });
      running ??= drain();
    }).catch((cause: unknown) => {
      throw unavailable(cause);
    });
  return {
    record,
    note: (event) => void record(event).catch(() => (lost += 1)),
    settle: async () => running,
  };
}

function gapEvent(lost: number): AuditEvent {
  return {
    actor: "goldseed",
    category: "SYSTEM",
    action: "audit.gap",
    outcome: "DONE",
    details: { lost },
  };
}

function unavailable(cause: unknown): GoldseedError {
  return new GoldseedError(
    "AUDIT_UNAVAILABLE",
    "审计暂不可写，请求未予答复 / The audit cannot be written, so the request is not answered. Try again later.",
    { cause },
  );
}
