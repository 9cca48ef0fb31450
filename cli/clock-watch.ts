/**
 * Clocks that drift: tokens are judged by this process's clock, the audit is stamped by the database's, and neither is worth
 * more than the host's time service. A drift beyond a second is in the metrics, the log and the audit, when it begins and
 * when it ends. It stops nothing: what is written keeps its order, and a gateway that is gone mends no clock.
 */
import { certainDriftMs, type ClockReading } from "../lib/clock-drift.ts";
import type { Metric } from "../lib/metrics-text.ts";
import type { AuditLog } from "../store/audit/audit-log.ts";
import type { DatabaseClock } from "../store/queries/read-clock.ts";
import type { LogEvent } from "./log-line.ts";

/** Against what: the database, the issuer of tokens, the audit's last entry, and ourselves a moment ago. */
export type Reference = "database" | "issuer" | "audit" | "itself";

export interface ClockWatchOptions {
  readonly readDatabase: () => Promise<DatabaseClock>;
  readonly audit: Pick<AuditLog, "note">;
  readonly log: (event: LogEvent) => void;
  /** Milliseconds since 1970, and milliseconds that no hand sets. */
  readonly now?: () => number;
  readonly steady?: () => number;
}

const mostMs = 1_000;
/** What an issuer said is of today for so long; it is asked every five minutes while tokens come. */
const freshMs = 900_000;

export class ClockWatch {
  readonly #drifts = new Map<Reference, { readonly driftMs: number; readonly at: number }>();
  readonly #options: ClockWatchOptions;
  readonly #now: () => number;
  readonly #steady: () => number;
  #last: { readonly now: number; readonly steady: number };

  constructor(options: ClockWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#steady = options.steady ?? (() => performance.now());
    this.#last = { now: this.#now(), steady: this.#steady() };
  }

  /** Asks the database and looks at our own clock. A database that is away is told of elsewhere. */
  async look(): Promise<void> {
    const [now, steady] = [this.#now(), this.#steady()];
    this.#tell("itself", now - this.#last.now - (steady - this.#last.steady));
    this.#last = { now, steady };
    const askedMs = this.#now();
    const { nowMs, lastEntryMs } = await this.#options.readDatabase();
    this.hear("database", { askedMs, heardMs: this.#now(), saidMs: nowMs });
    // An entry is never before the one in front of it, so a clock that was set back shows as an end in the future.
    this.#tell("audit", Math.min(0, nowMs - (lastEntryMs ?? nowMs)));
  }

  hear(reference: Reference, reading: ClockReading): void {
    this.#tell(reference, certainDriftMs(reading));
  }

  metrics(): readonly Metric[] {
    const fresh = [...this.#drifts].filter(([, { at }]) => this.#steady() - at < freshMs);
    return [
      {
        name: "goldseed_clock_drift_seconds",
        help: "Seconds by which our clock is certainly ahead of another, below 0 behind it; against itself: by which it was set.",
        type: "gauge",
        samples: fresh.map(([against, { driftMs }]) => ({
          labels: { against },
          value: driftMs / 1_000,
        })),
      },
    ];
  }

  #tell(against: Reference, driftMs: number): void {
    const isWrong = Math.abs(driftMs) > mostMs;
    const wasWrong = Math.abs(this.#drifts.get(against)?.driftMs ?? 0) > mostMs;
    this.#drifts.set(against, { driftMs, at: this.#steady() });
    // Against ourselves it is a step and over at once; the next look is no news.
    if (isWrong === wasWrong || (against === "itself" && !isWrong)) return;
    const seconds = Number((driftMs / 1_000).toFixed(3));
    const action = isWrong ? "clock.drift" : "clock.settled";
    this.#options.audit.note({
      actor: "goldseed",
      category: "SYSTEM",
      action,
      outcome: "DONE",
      details: { against, seconds },
    });
    this.#options.log({
      level: isWrong ? "error" : "info",
      job: "clock",
      against,
      seconds,
      message: isWrong ? words[against] : "时钟已恢复一致 / the clocks agree again",
    });
  }
}

const words: Readonly<Record<Reference, string>> = {
  database:
    "本机与数据库的时钟相差超过 1 秒 / this host's clock and the database's differ by more than 1 s; look at the time service of both",
  issuer:
    "本机与令牌签发者的时钟相差超过 1 秒 / this host's clock and the issuer's differ by more than 1 s; tokens may be refused as not yet valid or taken too long",
  audit:
    "数据库时钟早于审计末条 / the database's clock is behind the audit's last entry: it was set back, and new entries bear that entry's time until it has caught up",
  itself: "本机时钟被调动超过 1 秒 / this host's clock was set by more than 1 s",
};
