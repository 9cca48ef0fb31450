/**
 * Runs one statement under one principal's scope, in one write to the server.
 *
 * Bind and Execute of the scope, Bind and Execute of the statement, one Sync: an implicit transaction, one round trip.
 * The scope dies at Sync, and if setting it fails the statement is skipped. Rejected: settings that stick to a connection
 * (7 % less CPU, and a leak waiting to happen), set_config inside the statement (order of evaluation is not promised).
 */
import type { Connection, Submittable } from "pg";

import { hasGrants, seenAreas } from "../domain/access/sight.ts";
import type { Tier } from "../domain/vocabulary.ts";
import type { Pool, PoolClient } from "./pool.ts";

export interface Scope {
  readonly tier: Tier;
  /** Area codes the principal answers for; ignored by the policies of district and city. */
  readonly areaCodes: readonly string[];
  /** Areas of others, by grants in force; none when left out. */
  readonly grantedAreaCodes?: readonly string[];
}

export interface Statement {
  /** Stable name of the prepared statement: equal names mean equal texts. */
  readonly name: string;
  /** One statement that returns one row with one text column. */
  readonly text: string;
}

export interface ScopedCall {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
  readonly scope: Scope;
  /** Milliseconds this statement may take, at least 1. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the answer any more: the statement is cancelled in the database too. */
  readonly signal?: AbortSignal;
}

const scopeStatement: Statement = {
  name: "goldseed_scope",
  text: "select set_config('role', $1, true), set_config('goldseed.areas', $2, true), set_config('statement_timeout', $3, true)",
};

const tierRoles: Readonly<Record<Tier, string>> = {
  CITY: "goldseed_city",
  DISTRICT: "goldseed_district",
  ZONE: "goldseed_zone",
  TOWN: "goldseed_town",
};

/** Reads by towns and zones alike; taken on by callers with a grant, so that nobody else pays for its wider policy. */
const grantedRole = "goldseed_granted";

/** Parsed statements of each connection; the driver's own record is not used, it knows one statement a query. */
const prepared = new WeakMap<Connection, Map<string, true>>();
/** A connection keeps this many plans; the eldest is closed first, so that odd operations cannot fill the server. */
const maxPreparedStatements = 400;

/** @returns the text of the first column, rows joined by line breaks, or null when there is no row. */
export async function runScoped(pool: Pool, call: ScopedCall): Promise<string | null> {
  const client = await pool.connect();
  const cancel = () => void cancelStatement(pool, client);
  try {
    call.signal?.throwIfAborted();
    call.signal?.addEventListener("abort", cancel, { once: true });
    return await new Promise<string | null>((resolve, reject) => {
      client.query(new ScopedQuery(call, (error, text) => (error ? reject(error) : resolve(text))));
    });
  } finally {
    call.signal?.removeEventListener("abort", cancel);
    client.release();
  }
}

/** Best effort: a statement that cannot be cancelled ends at its timeout. */
async function cancelStatement(pool: Pool, client: PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  await pool
    .query("/* store:cancel */ select pg_cancel_backend($1)", [processID])
    .catch(() => undefined);
}

interface DataRow {
  readonly fields: readonly (string | null)[];
}

class ScopedQuery implements Submittable {
  callback: (error: Error | null, text: string | null) => void;
  readonly #call: ScopedCall;
  #text: string | null = null;
  #commands = 0;

  constructor(call: ScopedCall, callback: (error: Error | null, text: string | null) => void) {
    this.#call = call;
    this.callback = callback;
  }

  submit(connection: Connection): void {
    const { scope, statement, values, timeoutMs } = this.#call;
    const wire = connection as unknown as WireConnection;
    wire.stream.cork();
    prepare(connection, scopeStatement);
    prepare(connection, statement);
    wire.bind({
      statement: scopeStatement.name,
      values: [
        hasGrants(scope) ? grantedRole : tierRoles[scope.tier],
        arrayLiteral(seenAreas(scope)),
        String(Math.max(1, Math.ceil(timeoutMs))),
      ],
    });
    wire.execute({});
    wire.bind({ statement: statement.name, values });
    wire.execute({});
    wire.sync();
    wire.stream.uncork();
  }

  handleDataRow(message: DataRow): void {
    if (this.#commands !== 1) return;
    const text = message.fields[0] ?? null;
    this.#text = this.#text === null ? text : `${this.#text}\n${text ?? ""}`;
  }

  handleCommandComplete(): void {
    this.#commands += 1;
  }

  handleError(error: Error, connection?: Connection): void {
    // Which Parse went through is not known after an error: forget both, they are parsed again.
    if (connection) forget(connection, this.#call.statement.name);
    const { callback } = this;
    this.callback = () => undefined;
    callback(error, null);
  }

  handleReadyForQuery(): void {
    const { callback } = this;
    this.callback = () => undefined;
    callback(null, this.#text);
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleParseComplete(): void {}
}

/** The part of the driver's connection that its types leave out. */
interface WireConnection {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly (string | null)[] }): void;
  execute(message: Record<string, never>): void;
  close(message: { type: "S"; name: string }): void;
  sync(): void;
}

function prepare(connection: Connection, statement: Statement): void {
  const wire = connection as unknown as WireConnection;
  let names = prepared.get(connection);
  if (!names) prepared.set(connection, (names = new Map()));
  if (names.delete(statement.name)) {
    names.set(statement.name, true);
    return;
  }
  const eldest =
    names.size >= maxPreparedStatements ? eldestBut(names, scopeStatement.name) : undefined;
  if (eldest !== undefined) {
    names.delete(eldest);
    wire.close({ type: "S", name: eldest });
  }
  names.set(statement.name, true);
  // Closing a name that does not exist is allowed, and a name left over from a failed batch would be refused.
  wire.close({ type: "S", name: statement.name });
  wire.parse(statement);
}

function eldestBut(names: ReadonlyMap<string, true>, kept: string): string | undefined {
  for (const name of names.keys()) if (name !== kept) return name;
  return undefined;
}

function forget(connection: Connection, name: string): void {
  const names = prepared.get(connection);
  names?.delete(name);
  names?.delete(scopeStatement.name);
}

/** Area codes are checked against the area table when a principal is made; quoting here keeps the array well formed. */
function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
