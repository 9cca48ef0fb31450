/** Opens connection pools with every limit stated: the driver's default is to wait for ever. */
import { Socket } from "node:net";

import pg from "pg";

import { LaneSet } from "./lanes/lane-set.ts";
import { oneBufferSocket } from "./lanes/one-buffer-socket.ts";

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

export interface PoolOptions {
  readonly url: string;
  /** Name seen in pg_stat_activity. */
  readonly name: string;
  readonly max: number;
  readonly statementTimeoutMs: number;
  /** Its connections run prepared batches above all: they read into one buffer each, and no COPY can be read from them. */
  readonly forBatches?: boolean;
  /** How long a caller waits for a free connection. */
  readonly connectionTimeoutMs?: number;
  /** Told of connections that break while idle; the pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export function openPool(options: PoolOptions): Pool {
  const pool = new LanedPool({
    connectionString: options.url,
    application_name: options.name,
    max: options.max,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 2_000,
    idleTimeoutMillis: 60_000,
    ...(options.forBatches === true ? { stream: socketFor as () => Socket } : {}),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Sessions speak UTC and ISO whatever the server's zone is: texts in the graph must not depend on a host.
    options: `-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c statement_timeout=${options.statementTimeoutMs} -c idle_in_transaction_session_timeout=60000`,
  });
  // Without a listener an idle connection that breaks ends the process.
  pool.on("error", (error) => options.onIdleError?.(error));
  pool.on("connect", (client) => pool.held.add(client));
  pool.on("remove", (client) => pool.held.delete(client));
  // The pool listens to idle connections only: one that breaks in somebody's hands would end the process as well. Its
  // holder learns of it by the query that fails.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  return pool;
}

/** Over TLS the driver reads through a socket of its own making, which takes an ordinary one. */
function socketFor({ ssl }: { readonly ssl: unknown }): Socket {
  return ssl ? new Socket() : oneBufferSocket();
}

/** Whoever wants a connection gets those that prepared batches keep at hand. */
class LanedPool extends pg.Pool {
  readonly lanes = new LaneSet(this);
  readonly held = new Set<PoolClient>();

  override connect(): Promise<PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<PoolClient> | void {
    this.lanes.giveBackIdle();
    return callback ? super.connect(callback) : super.connect();
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | void {
    const ended = callback ? super.end(callback) : super.end();
    this.lanes.giveBackIdle();
    return ended;
  }
}

/** Connections of a pool, as far as the driver does not hide them. */
export function heldBy(pool: Pool): readonly { processId: number; stream: Socket }[] {
  if (!(pool instanceof LanedPool)) throw new Error("Not a pool of openPool.");
  return [...pool.held].map((client) => {
    const { processID: processId, connection } = client as unknown as {
      processID: number;
      connection: { stream: Socket };
    };
    return { processId, stream: connection.stream };
  });
}

type ConnectCallback = Parameters<pg.Pool["connect"]>[0];

/** @param pool of openPool. */
export function lanesOf(pool: Pool): LaneSet {
  if (pool instanceof LanedPool) return pool.lanes;
  throw new Error("Prepared batches need a pool of openPool.");
}
