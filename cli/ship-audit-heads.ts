/** Signs the audit's head on a timer and sends it where the database's owner does not reach: a folder and the log. */
import { setTimeout as sleep } from "node:timers/promises";

import { signHead } from "../store/audit/audit-heads.ts";
import type { AuditKey } from "../store/audit/audit-signature.ts";
import type { Pool } from "../store/pool.ts";
import { writeHead } from "./audit-heads-folder.ts";
import type { LogEvent } from "./log-line.ts";

export interface ShippingOptions {
  /** Of goldseed_worker. */
  readonly pool: Pool;
  readonly key: AuditKey;
  readonly folder: string;
  readonly intervalS: number;
  readonly log: (event: LogEvent) => void;
}

export function startShippingHeads(options: ShippingOptions): {
  readonly stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const pause = () =>
    sleep(options.intervalS * 1_000, true, { signal: stopping.signal }).catch(() => false);
  const turn = async () => {
    while (await pause()) await ship(options);
  };
  const running = turn();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      // Nothing that was written stays without a head over the night.
      await ship(options);
    },
  };
}

/** A head that cannot be shipped now is followed by one that covers it. */
async function ship({ pool, key, folder, log }: ShippingOptions): Promise<void> {
  try {
    const head = await signHead(pool, key);
    if (head === null) return;
    log({ level: "info", job: "audit", head });
    writeHead(folder, head);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log({ level: "error", job: "audit", message: `audit heads: ${message}` });
  }
}
