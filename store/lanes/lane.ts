/**
 * One connection on which prepared batches run: written as one buffer, answered by one call, the messages of the answer
 * read here and not by the driver. What the server says of itself (notices, settings, notifications) reaches the driver.
 */
import type { Socket } from "node:net";

import type { ClientBase } from "pg";

import type { PoolClient } from "../pool.ts";
import type { Statement } from "../prepared-batch.ts";
import { databaseErrorOf } from "./database-error.ts";
import { readDirectly } from "./one-buffer-socket.ts";
import { bindMessage, closeMessage, parseMessage, sync } from "./encode-batch.ts";
import type { Job } from "./job.ts";
import { type Body, MessageSplitter } from "./message-splitter.ts";

/** A connection keeps this many plans; the eldest is closed first, so that odd operations cannot fill the server. */
const maxPreparedStatements = 400;

const dataRow = 0x44;
const commandComplete = 0x43;
const emptyQuery = 0x49;
const errorResponse = 0x45;
const readyForQuery = 0x5a;
/** ParseComplete, BindComplete, CloseComplete: nothing is made of them. */
const silent: ReadonlySet<number> = new Set([0x31, 0x32, 0x33]);

/** What stays with a connection whoever has it. */
interface Line {
  readonly splitter: MessageSplitter;
  /** Parsed statements, the one used last at the end. */
  readonly names: Map<string, true>;
  lane: Lane | null;
}

const lines = new WeakMap<Socket, Line>();

export class Lane {
  readonly client: PoolClient;
  readonly #stream: Socket;
  readonly #line: Line;
  readonly #onFree: (lane: Lane) => void;
  broken = false;
  #job: Job | null = null;
  /** One that is on its way would meet whatever runs next: it is waited for. */
  #cancelling: Promise<unknown> | null = null;

  constructor(client: PoolClient, onFree: (lane: Lane) => void) {
    this.client = client;
    this.#stream = (client as unknown as { connection: { stream: Socket } }).connection.stream;
    this.#line = lineOf(this.#stream);
    this.#line.lane = this;
    this.#onFree = onFree;
    client.on("error", this.#onError);
  }

  run(job: Job): void {
    this.#job = job;
    job.lane = this;
    const [first] = job.batch;
    const parts: Buffer[] = [];
    // Each is parsed when what stands before it is done: parsing may wait for a lock, and is to have the scope's timeout.
    for (const bound of job.batch) {
      this.#prepare(bound.statement, first.statement.name, parts);
      parts.push(bound.message ?? bindMessage(bound));
    }
    parts.push(sync);
    this.#stream.write(Buffer.concat(parts));
  }

  /** Sends the cancelling only while the batch runs: one that has ended would leave it to meet another caller's. */
  async cancel(job: Job, other: ClientBase): Promise<void> {
    if (this.#job !== job) return;
    const { processID } = this.client as unknown as { processID: number };
    this.#cancelling = other
      .query("/* store:cancel */ select pg_cancel_backend($1)", [processID])
      .catch(() => undefined);
    await this.#cancelling;
  }

  /** Back to the pool; the driver reads its messages again. */
  leave(error?: Error): void {
    this.client.removeListener("error", this.#onError);
    this.#line.lane = null;
    this.client.release(error);
  }

  /** @returns false for a message that is the driver's. */
  take(type: number, bytes: Buffer, body: Body): boolean {
    const job = this.#job;
    if (job === null) return false;
    if (type === dataRow) job.takeRow(bytes, body);
    else if (type === commandComplete || type === emptyQuery) job.commands += 1;
    else if (type === errorResponse) this.#fail(job, bytes.subarray(body.start, body.end));
    else if (type === readyForQuery) this.#end(job);
    else return silent.has(type);
    return true;
  }

  #end(job: Job): void {
    this.#job = null;
    if (this.#cancelling === null) this.#onFree(this);
    else void this.#freeAfter(this.#cancelling);
    job.settle();
  }

  async #freeAfter(cancelling: Promise<unknown>): Promise<void> {
    await cancelling;
    this.#cancelling = null;
    if (!this.broken) this.#onFree(this);
  }

  /** Which Parse went through is not known after an error: forget them all, they are parsed again. */
  #fail(job: Job, body: Buffer): void {
    job.error ??= databaseErrorOf(body);
    for (const { statement } of job.batch) this.#line.names.delete(statement.name);
  }

  /** The connection broke. */
  readonly #onError = (error: Error): void => {
    const job = this.#job;
    this.#job = null;
    this.broken = true;
    this.leave(error);
    this.#onFree(this);
    if (job === null) return;
    job.error ??= error;
    job.settle();
  };

  /** @param kept name of the statement that every batch begins with, which is never the one closed. */
  #prepare(statement: Statement, kept: string, parts: Buffer[]): void {
    const { names } = this.#line;
    if (names.delete(statement.name)) {
      names.set(statement.name, true);
      return;
    }
    const eldest = names.size >= maxPreparedStatements ? eldestBut(names, kept) : undefined;
    if (eldest !== undefined) {
      names.delete(eldest);
      parts.push(closeMessage(eldest));
    }
    names.set(statement.name, true);
    // A name left over from a failed batch would be refused.
    parts.push(closeMessage(statement.name), parseMessage(statement));
  }
}

function eldestBut(names: ReadonlyMap<string, true>, kept: string): string | undefined {
  for (const name of names.keys()) if (name !== kept) return name;
  return undefined;
}

/** Stands between a connection and its driver, once and for as long as it lives. */
function lineOf(stream: Socket): Line {
  const known = lines.get(stream);
  if (known) return known;
  const [driver, ...others] = stream.listeners("data") as ((bytes: Buffer) => void)[];
  if (!driver || others.length > 0)
    throw new Error(
      "The driver listens to its connection in a way that this program does not know.",
    );
  const line: Line = { splitter: new MessageSplitter(), names: new Map(), lane: null };
  stream.removeListener("data", driver);
  const read = (bytes: Buffer) => {
    // The driver keeps what it is given.
    if (line.lane === null && line.splitter.isWhole) driver(Buffer.from(bytes));
    else
      line.splitter.push(bytes, (type, all, body) => {
        if (line.lane?.take(type, all, body) !== true)
          driver(Buffer.from(all.subarray(body.start - 5, body.end)));
      });
  };
  if (!readDirectly(stream, read)) stream.on("data", read);
  lines.set(stream, line);
  return line;
}
