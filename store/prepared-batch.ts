/**
 * Several prepared statements in one write to the server: Bind and Execute of each, one Sync.
 *
 * The driver sends one statement a query and waits; here what the first sets is there for the next, and gone at Sync.
 */
import type { Socket } from "node:net";

import type { Connection, Submittable } from "pg";

import type { Pool, PoolClient } from "./pool.ts";
import { tapRows } from "./tap-rows.ts";

export interface Statement {
  /** Stable name of the prepared statement: equal names mean equal texts. */
  readonly name: string;
  readonly text: string;
}

export interface BoundStatement {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
}

type Batch = readonly [BoundStatement, ...BoundStatement[]];

/** Parsed statements of each connection; the driver's own record is not used, it knows one statement a query. */
const prepared = new WeakMap<Connection, Map<string, true>>();
/** A connection keeps this many plans; the eldest is closed first, so that odd operations cannot fill the server. */
const maxPreparedStatements = 400;

/**
 * Runs the statements in one implicit transaction and one round trip.
 * @returns the last one's first column as UTF-8, rows joined by line breaks, or null when there is no row.
 */
export async function runPrepared(
  pool: Pool,
  batch: Batch,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  const client = await pool.connect();
  const canceller = cancellerOf(pool, client);
  try {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", canceller.cancel, { once: true });
    return await new Promise<Buffer | null>((resolve, reject) => {
      client.query(
        new PreparedBatch(batch, (error, bytes) => (error ? reject(error) : resolve(bytes))),
      );
    });
  } finally {
    signal?.removeEventListener("abort", canceller.cancel);
    await canceller.end();
    client.release();
  }
}

/**
 * Best effort: a statement that cannot be cancelled ends at its timeout. A cancelling names a connection, not a statement:
 * none is sent once the statement has ended, and one on its way is waited for, or it would meet another caller's.
 */
function cancellerOf(pool: Pool, client: PoolClient) {
  let ended = false;
  let asked: Promise<unknown> | undefined;
  const cancel = async (): Promise<void> => {
    const other = await pool.connect().catch(() => null);
    if (other === null) return;
    if (!ended) {
      const { processID } = client as unknown as { processID: number };
      asked = other
        .query("/* store:cancel */ select pg_cancel_backend($1)", [processID])
        .catch(() => undefined);
      await asked;
    }
    other.release();
  };
  return {
    cancel: () => void cancel(),
    end: async () => {
      ended = true;
      await asked;
    },
  };
}

interface DataRow {
  readonly fields: readonly (string | null)[];
}

type Done = (error: Error | null, bytes: Buffer | null) => void;

class PreparedBatch implements Submittable {
  callback: Done;
  readonly #batch: Batch;
  #rows: Buffer[] = [];
  #commands = 0;
  #endTap: () => void = () => undefined;

  constructor(batch: Batch, callback: Done) {
    this.#batch = batch;
    this.callback = callback;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as WireConnection;
    this.#endTap = tapRows(wire.stream, (value) => this.#take(value));
    wire.stream.cork();
    const [{ statement: first }] = this.#batch;
    for (const { statement } of this.#batch) prepare(connection, statement, first.name);
    for (const { statement, values } of this.#batch) {
      wire.bind({ statement: statement.name, values });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
  }

  /** Rows of a connection whose stream cannot be tapped. */
  handleDataRow({ fields: [text] }: DataRow): void {
    this.#take(text == null ? null : Buffer.from(text));
  }

  #take(value: Buffer | null): void {
    if (this.#commands === this.#batch.length - 1) this.#rows.push(value ?? nothing);
  }

  handleCommandComplete(): void {
    this.#commands += 1;
  }

  handleError(error: Error, connection?: Connection): void {
    // Which Parse went through is not known after an error: forget them all, they are parsed again.
    if (connection)
      for (const { statement } of this.#batch) prepared.get(connection)?.delete(statement.name);
    this.#end(error);
  }

  handleReadyForQuery(): void {
    this.#end(null);
  }

  #end(error: Error | null): void {
    const { callback } = this;
    this.#endTap();
    this.callback = () => undefined;
    callback(error, error === null ? joined(this.#rows) : null);
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleParseComplete(): void {}
}

const nothing = Buffer.alloc(0);
const lineBreak = Buffer.from("\n");

function joined(rows: readonly Buffer[]): Buffer | null {
  const [only] = rows;
  if (only === undefined || rows.length === 1) return only ?? null;
  return Buffer.concat(rows.flatMap((row, index) => (index === 0 ? [row] : [lineBreak, row])));
}

/** The part of the driver's connection that its types leave out. */
interface WireConnection {
  readonly stream: Socket;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly (string | null)[] }): void;
  execute(message: Record<string, never>): void;
  close(message: { type: "S"; name: string }): void;
  sync(): void;
}

/** @param kept name of the statement that every batch begins with, which is never the one closed. */
function prepare(connection: Connection, statement: Statement, kept: string): void {
  const wire = connection as unknown as WireConnection;
  let names = prepared.get(connection);
  if (!names) prepared.set(connection, (names = new Map()));
  if (names.delete(statement.name)) {
    names.set(statement.name, true);
    return;
  }
  const eldest = names.size >= maxPreparedStatements ? eldestBut(names, kept) : undefined;
  if (eldest !== undefined) {
    names.delete(eldest);
    wire.close({ type: "S", name: eldest });
  }
  names.set(statement.name, true);
  // Closing a name that does not exist is allowed, and a name left over from a failed batch would be refused.
  wire.close({ type: "S", name: statement.name });
  wire.parse({ name: statement.name, text: statement.text });
}

function eldestBut(names: ReadonlyMap<string, true>, kept: string): string | undefined {
  for (const name of names.keys()) if (name !== kept) return name;
  return undefined;
}
