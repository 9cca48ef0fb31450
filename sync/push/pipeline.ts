/**
 * One push's batches, one after the other on the wire in order of their numbers; while one is on its way, the one before
 * it is settled and the one after it sealed. They have no entity in common, so none depends on another's outcome.
 */
import { readNextBatch, type StoredBatch } from "../../store/queries/sync-batches.ts";
import { addCounts, noCounts, type RunCounts } from "../../store/queries/sync-runs.ts";
import type { SyncSession } from "../context.ts";
import { inFlightStates } from "../machine.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import { deliverBatch } from "./deliver-batch.ts";
import { sealBatch } from "./seal-batch.ts";

/** One push: in which generation, and up to which notice, so that it ends although somebody writes without pause. */
export interface PushSession extends SyncSession {
  readonly until: string;
}

export interface Ended {
  readonly failure: PlatformFailure | null;
  readonly counts: RunCounts;
}

export class Pipeline {
  readonly #session: PushSession;
  /** Deliveries that have not ended: at most one on the wire and one that is settled. */
  readonly #going = new Map<string, Promise<void>>();
  #counts = noCounts;
  #failure: PlatformFailure | null = null;
  /** What ended a delivery that was no failure of the platform. */
  #error: { readonly cause: unknown } | null = null;

  constructor(session: PushSession) {
    this.#session = session;
  }

  /** Until nothing is left to tell, a failure, or a stop. Nothing goes on in the background when it ends. */
  async run(): Promise<Ended> {
    try {
      while (this.#goesOn && (await this.#next()));
    } finally {
      // Whoever catches an error may give the peer's lock back.
      await Promise.all(this.#going.values());
    }
    if (this.#error !== null) throw this.#error.cause;
    return { failure: this.#failure, counts: this.#counts };
  }

  get #goesOn(): boolean {
    const { signal } = this.#session;
    return this.#failure === null && this.#error === null && signal?.aborted !== true;
  }

  /** @returns false when there is nothing more to do. */
  async #next(): Promise<boolean> {
    const { pool, peerId, force } = this.#session;
    const place = { peerId, stream: "recommendations" };
    const batch = await readNextBatch(pool, place, inFlightStates, [...this.#going.keys()]);
    if (batch === null) {
      // What is being settled may have been split, or have kept an entity's later change back.
      if (this.#going.size === 0) return (await this.#seal()) === "SEALED";
      await Promise.all(this.#going.values());
      return true;
    }
    if (batch.waitMs !== null && !force) {
      const text = `batch ${batch.batchNo} waits another ${Math.ceil(batch.waitMs / 1000)} s`;
      this.#failure = new PlatformFailure("SUSPENDED", text);
      return false;
    }
    await this.#send(batch);
    return true;
  }

  /** Resolves when the batch has left the wire, the one before it is settled, and the next is sealed. */
  async #send(batch: StoredBatch): Promise<void> {
    const before = [...this.#going.values()];
    let leave: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const going = this.#deliver(batch, leave).finally(() => {
      this.#going.delete(batch.batchNo);
      leave();
    });
    this.#going.set(batch.batchNo, going);
    await Promise.all([left, this.#seal(), ...before]);
  }

  /** Never rejects: what went wrong is told when all have ended. */
  async #deliver(batch: StoredBatch, leave: () => void): Promise<void> {
    try {
      const delivery = await deliverBatch(this.#session, batch, leave);
      if (delivery.kind === "DONE") this.#counts = addCounts(this.#counts, delivery.counts);
      else this.#failure ??= delivery.failure;
    } catch (cause) {
      this.#error ??= { cause };
    }
  }

  async #seal(): ReturnType<typeof sealBatch> {
    const sealed = await sealBatch(this.#session, this.#session.until);
    if (sealed === "SEALED") await this.#session.step("push.sealed");
    return sealed;
  }
}
