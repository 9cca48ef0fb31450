/** The audit of a running gateway: connections of its own, the log that writes, the heads that leave the machine. */
import type { Config } from "../config/options.ts";
import type { Metric } from "../lib/metrics-text.ts";
import { signHead } from "../store/audit/audit-heads.ts";
import { type AuditLog, openAuditLog } from "../store/audit/audit-log.ts";
import { openPool } from "../store/pool.ts";
import { auditHeadsFolder } from "./audit-heads-folder.ts";
import { ownActor } from "./audited-work.ts";
import type { LogEvent } from "./log-line.ts";
import type { OpenStore } from "./open-store.ts";
import { SecondPlace } from "./second-place.ts";
import { startShippingHeads } from "./ship-audit-heads.ts";

export interface GatewayAudit {
  readonly log: AuditLog;
  /** Signs and ships heads from now on. */
  readonly ship: () => void;
  readonly metrics: () => readonly Metric[];
  /** After the gateway: what it wrote last gets its head. */
  readonly stop: () => Promise<void>;
}

export interface GatewayAuditParts {
  readonly store: Pick<OpenStore, "workerUrl" | "secrets">;
  readonly log: (event: LogEvent) => void;
}

export function openGatewayAudit(config: Config, { store, log }: GatewayAuditParts): GatewayAudit {
  const warn = (error: unknown) =>
    log({
      level: "warn",
      message: `audit: ${error instanceof Error ? error.message : String(error)}`,
    });
  // No import or exchange keeps a reader waiting for the audit.
  const pool = openPool({
    url: store.workerUrl,
    name: "goldseed audit",
    max: 2,
    statementTimeoutMs: 5_000,
    onIdleError: warn,
  });
  const audit = openAuditLog({ pool, algorithm: config.auditDigest, onError: warn });
  // Whoever reads the audit knows from it when nobody could have been written into it.
  const tell = (action: string) =>
    audit.note({ actor: ownActor, category: "SYSTEM", action, outcome: "DONE" });
  const place = new SecondPlace({ graceS: config.auditHeadGraceS });
  let heads: ReturnType<typeof startShippingHeads> | undefined;
  return {
    log: place.guard(audit),
    metrics: () => place.metrics(),
    ship: () => {
      tell("gateway.start");
      heads = startShippingHeads({
        sign: () => signHead(pool, store.secrets.auditKey),
        folder: auditHeadsFolder(config),
        intervalS: config.auditHeadIntervalS,
        place,
        log,
      });
    },
    stop: async () => {
      tell("gateway.stop");
      await audit.settle();
      await heads?.stop();
      await pool.end();
    },
  };
}
