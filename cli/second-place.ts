/**
 * How long the audit's heads have not reached their second place. A chain whose heads stay at home proves nothing against
 * whoever holds the database, so after a time of grace sensitive reads and changes wait for the place to be back.
 */
import { GoldseedError } from "../domain/errors.ts";
import type { Metric } from "../lib/metrics-text.ts";
import type { AuditLog } from "../store/audit/audit-log.ts";

export interface SecondPlaceOptions {
  readonly graceS: number;
  /** Milliseconds, only ever growing. */
  readonly clock?: () => number;
}

export class SecondPlace {
  readonly #graceMs: number;
  readonly #clock: () => number;
  #awaySince: number | null = null;

  constructor({ graceS, clock = () => performance.now() }: SecondPlaceOptions) {
    this.#graceMs = graceS * 1_000;
    this.#clock = clock;
  }

  reached(): void {
    this.#awaySince = null;
  }

  missed(): void {
    this.#awaySince ??= this.#clock();
  }

  /** The same log, whose durable entries are refused once the time of grace is over. */
  guard(log: AuditLog): AuditLog {
    return {
      ...log,
      record: async (event) => {
        if (this.#awayMs() > this.#graceMs) throw this.#refusal();
        await log.record(event);
      },
    };
  }

  metrics(): readonly Metric[] {
    return [
      {
        name: "goldseed_audit_heads_away_seconds",
        help: "Seconds since a signed head of the audit first failed to reach its second place; 0 when the last one did.",
        type: "gauge",
        samples: [{ value: Math.round(this.#awayMs() / 1_000) }],
      },
    ];
  }

  #awayMs(): number {
    return this.#awaySince === null ? 0 : this.#clock() - this.#awaySince;
  }

  #refusal(): GoldseedError {
    const minutes = Math.round(this.#awayMs() / 60_000);
    return new GoldseedError(
      "AUDIT_UNAVAILABLE",
      `审计链头已 ${minutes} 分钟未能送达第二处，请求未予答复；请告知运维人员 / The heads of the audit have not reached their second place for ${minutes} min, so the request is not answered. Tell the operator; see AUDIT_HEADS_DIR.`,
    );
  }
}
