/**
 * Notices of PostgreSQL (LISTEN/NOTIFY) for many hearers over one connection. A notice says that something happened, never
 * what: the hearer reads the store. It may be missed while the connection is away; hearers are told of the gap. A
 * connection that says nothing is asked whether it is still there (docs/decisions/0456).
 */
import { setTimeout as sleep } from "node:timers/promises";

import type { Pool, PoolClient } from "./pool.ts";
import { type ProofOptions, proveListener } from "./prove-listener.ts";

/** A text as it was sent, or null for a gap: notices may have been missed, look at everything. */
export type Notice = string | null;

export interface NoticeHubOptions {
  /** One connection of it is kept. Any login will do: LISTEN needs no privilege. */
  readonly pool: Pool;
  readonly onError: (error: unknown) => void;
  readonly proof?: ListenerProof;
}

export interface ListenerProof extends ProofOptions {
  /** A connection unproven for so long is none to whoever must not miss anything: the schema promises it. */
  readonly trustedMs: number;
}

const usualProof: ListenerProof = { everyMs: 3_000, trustedMs: 10_000, givenUpMs: 30_000 };

interface Hearer {
  readonly waiting: Notice[];
  readonly concerns: (text: string) => boolean;
  wake: () => void;
}

/** A matching of everybody tells of ten thousand alerts at once; the texts are shared by all who hear. */
const mostWaiting = 20_000;
const pauseMs = 500;

export class NoticeHub {
  readonly #options: NoticeHubOptions;
  readonly #proof: ListenerProof;
  readonly #hearers = new Map<string, Set<Hearer>>();
  readonly #closing = new AbortController();
  #client: PoolClient | null = null;
  #connections = 0;
  /** Everything committed before has been told. */
  #provenMs = Number.NEGATIVE_INFINITY;
  readonly #listened = new Set<string>();
  #keeping: Promise<void> | null = null;

  constructor(options: NoticeHubOptions) {
    this.#options = options;
    this.#proof = options.proof ?? usualProof;
  }

  /** Ends with the signal. A hearer too slow to keep up loses what is eldest and hears of the gap. */
  async *hear(
    channel: string,
    signal: AbortSignal,
    concerns: (text: string) => boolean = () => true,
  ): AsyncGenerator<Notice, void> {
    const hearer: Hearer = { waiting: [], concerns, wake: () => undefined };
    const ended = () => hearer.wake();
    signal.addEventListener("abort", ended);
    await this.#join(channel, hearer);
    try {
      while (!signal.aborted && !this.#closing.signal.aborted) {
        const next = hearer.waiting.shift();
        if (next !== undefined) yield next;
        else await new Promise<void>((resolve) => (hearer.wake = resolve));
      }
    } finally {
      signal.removeEventListener("abort", ended);
      this.#hearers.get(channel)?.delete(hearer);
    }
  }

  /**
   * Number of the connection that listens to a channel: while it stays the same nothing is missed that was committed
   * longer than `trustedMs` ago. Null for none.
   */
  connectionOf(channel: string): number | null {
    const trusted = performance.now() - this.#provenMs <= this.#proof.trustedMs;
    return trusted && this.#listened.has(channel) ? this.#connections : null;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const hearers of this.#hearers.values()) for (const hearer of hearers) hearer.wake();
    await this.#keeping;
  }

  async #join(channel: string, hearer: Hearer): Promise<void> {
    const present = this.#hearers.get(channel);
    if (present) return void present.add(hearer);
    this.#hearers.set(channel, new Set([hearer]));
    this.#keeping ??= this.#keep();
    // Without a connection the channel is listened to as soon as there is one.
    if (this.#client !== null)
      await this.#listen(this.#client, channel).catch(this.#options.onError);
  }

  async #keep(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#listenUntilBroken();
      } catch (error) {
        if (!signal.aborted) this.#options.onError(error);
      }
      this.#client = null;
      this.#listened.clear();
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #listenUntilBroken(): Promise<never> {
    const connection = await this.#options.pool.connect();
    // Closed while it was being connected: nobody would hear the end that has passed.
    if (this.#closing.signal.aborted) {
      connection.release(true);
      throw new Error("closing");
    }
    const broken = new Promise<Error>((resolve) => {
      connection.once("error", resolve);
      connection.once("end", () => resolve(new Error("The connection that listens has ended.")));
      this.#closing.signal.addEventListener("abort", () => resolve(new Error("closing")));
    });
    connection.on("notification", ({ channel, payload }) => this.#tell(channel, payload ?? ""));
    const mine = ++this.#connections;
    const gone = () => {
      if (mine === this.#connections) this.#listened.clear();
    };
    connection.once("error", gone);
    connection.once("end", gone);
    const over = new AbortController();
    try {
      this.#provenMs = performance.now();
      const proven = (askedMs: number) => (this.#provenMs = askedMs);
      const proving = proveListener(connection, this.#proof, { signal: over.signal, proven });
      const listening = this.#listenToAll(connection).then(() => broken);
      throw await Promise.race([broken, proving, listening]);
    } finally {
      over.abort();
      connection.release(true);
    }
  }

  async #listenToAll(connection: PoolClient): Promise<void> {
    for (const channel of this.#hearers.keys()) await this.#listen(connection, channel);
    this.#client = connection;
    for (const channel of this.#hearers.keys()) this.#tell(channel, null);
  }

  #tell(channel: string, notice: Notice): void {
    for (const { waiting, concerns, wake } of this.#hearers.get(channel) ?? []) {
      if (notice !== null && !concerns(notice)) continue;
      // One gap is as good as two.
      if (notice !== null || waiting.at(-1) !== null) waiting.push(notice);
      if (waiting.length > mostWaiting) waiting.splice(0, waiting.length, null);
      wake();
    }
  }

  /** Channels are named by us; quoting keeps the statement well formed all the same. */
  async #listen(client: PoolClient, channel: string): Promise<void> {
    await client.query(`listen "${channel.replaceAll('"', '""')}"`);
    this.#listened.add(channel);
  }
}
