/** Signs the audit's head on a timer and sends it where the database's owner does not reach: a folder and the log. */
import { setTimeout as sleep } from "node:timers/promises";

import type { AuditHead } from "../store/audit/audit-heads.ts";
import { writeHead } from "./audit-heads-folder.ts";
import type { LogEvent } from "./log-line.ts";
import type { SecondPlace } from "./second-place.ts";

export interface ShippingOptions {
  /** Null when nothing was written since the head before. */
  readonly sign: () => Promise<AuditHead | null>;
  readonly folder: string;
  readonly intervalS: number;
  readonly place: Pick<SecondPlace, "reached" | "missed">;
  readonly log: (event: LogEvent) => void;
}

export function startShippingHeads(options: ShippingOptions): {
  readonly stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const ship = shipping(options);
  const pause = () =>
    sleep(options.intervalS * 1_000, true, { signal: stopping.signal }).catch(() => false);
  const turn = async () => {
    while (await pause()) await ship();
  };
  const running = turn();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      // Nothing that was written stays without a head over the night.
      await ship();
    },
  };
}

/** A head that cannot be shipped now is tried again, or followed by one that covers it. */
function shipping({ sign, folder, place, log }: ShippingOptions): () => Promise<void> {
  let waiting: AuditHead | null = null;
  const failed = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    log({ level: "error", job: "audit", message: `审计链头未送出 / audit heads: ${message}` });
  };
  return async () => {
    try {
      const head = await sign();
      if (head !== null) log({ level: "info", job: "audit", head });
      waiting = head ?? waiting;
    } catch (error) {
      failed(error);
    }
    if (waiting === null) return;
    try {
      writeHead(folder, waiting);
      waiting = null;
      place.reached();
    } catch (error) {
      place.missed();
      failed(error);
    }
  };
}
