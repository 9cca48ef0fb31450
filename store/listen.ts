/** Hears NOTIFY on a connection of its own, and comes back after one that broke. Notices are hints: what they tell of is in tables. */
import pg from "pg";

export interface Listening {
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  /** Also called once after each connection, for what was said meanwhile. */
  readonly onNotice: (payload: string) => void;
}

const retryMs = 500;

/** @returns at once; the first connection is made in the background. */
export function listen({ url, channel, onNotice }: ListenOptions): Listening {
  let closed = false;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: "goldseed listen",
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    current = client;
    const again = () => {
      if (closed || current !== client) return;
      current = undefined;
      timer = setTimeout(() => void connect(), retryMs);
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ payload }) => {
      if (!closed) onNotice(payload ?? "");
    });
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (!closed) onNotice("");
    } catch {
      again();
      await client.end().catch(() => undefined);
    }
  };
  void connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await current?.end().catch(() => undefined);
    },
  };
}
