/**
 * One leader among processes that share a database: whoever holds an advisory lock on a connection of its own. The lock
 * falls with the connection, so a process that dies hands over by itself; one that loses the connection stops leading, also
 * when nobody tells it (keepAlive).
 */
import pg from "pg";

/** `LOST`: the connection broke, and the lock with it. `FAILED`: `lead` threw, and the lock was given back. */
export type LeaderState = "LEADING" | "WAITING" | "LOST" | "FAILED";

export interface LeadershipOptions {
  readonly url: string;
  /** What is led; one leader for each. */
  readonly name: string;
  /** Leads until the signal fires, then returns as soon as it can; the lock is held until it has returned. */
  readonly lead: (signal: AbortSignal) => Promise<void>;
  readonly onChange: (state: LeaderState, error?: unknown) => void;
  /** How often one that waits asks again. A waiting lock would be quicker and hold a snapshot open for months. */
  readonly askMs?: number;
}

export interface Leadership {
  /** Ends leading at its next checkpoint, then gives the lock back. */
  readonly stop: () => Promise<void>;
}

export function standForLeader(options: LeadershipOptions): Leadership {
  const stopping = new AbortController();
  const standing = stand(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await standing;
    },
  };
}

async function stand(options: LeadershipOptions, stopped: AbortSignal): Promise<void> {
  let told = "";
  const term = new Term({
    ...options,
    onChange: (state, error) => {
      if (state !== told) options.onChange(state, error);
      told = state;
    },
  });
  while (!stopped.aborted) {
    await term.serve(stopped);
    await pause(options.askMs ?? defaultAskMs, stopped);
  }
}

const defaultAskMs = 2_000;

/** Tells what was led from the connection that it was led over. */
class FailedLead extends Error {
  constructor(cause: unknown) {
    super("what was led has failed", { cause });
  }
}

/** From one connection to its end. */
class Term {
  readonly #options: LeadershipOptions;

  constructor(options: LeadershipOptions) {
    this.#options = options;
  }

  async serve(stopped: AbortSignal): Promise<void> {
    const { url, onChange } = this.#options;
    const lost = new AbortController();
    const client = new pg.Client({
      connectionString: url,
      application_name: "goldseed leader",
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    client.on("error", () => lost.abort());
    client.on("end", () => lost.abort());
    try {
      await client.connect();
      await this.#standWith(client, AbortSignal.any([stopped, lost.signal]));
    } catch (error) {
      // Of a database that is away every job says so itself; what was led may as well have failed with a whole one.
      if (error instanceof FailedLead && !lost.signal.aborted) onChange("FAILED", error.cause);
      else lost.abort();
    } finally {
      if (lost.signal.aborted && !stopped.aborted) onChange("LOST");
      await client.end().catch(() => undefined);
    }
  }

  async #standWith(client: pg.Client, ended: AbortSignal): Promise<void> {
    const { name, lead, onChange, askMs = defaultAskMs } = this.#options;
    while (!ended.aborted) {
      if (await takeLock(client, name)) {
        onChange("LEADING");
        return lead(ended).catch((error: unknown) => {
          throw new FailedLead(error);
        });
      }
      onChange("WAITING");
      await pause(askMs, ended);
    }
  }
}

async function takeLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "/* store:lead */ select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
    [`goldseed:lead:${name}`],
  );
  return rows[0]?.taken === true;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    }
    signal.addEventListener("abort", end, { once: true });
  });
}
