/** What every part of one exchange is given. */
import type { Pool } from "../store/pool.ts";
import type { OwnershipOfTitles } from "./merge-title.ts";
import type { CityPlatform } from "./platform/port.ts";
import type { Capabilities } from "./protocol/capabilities.ts";
import type { StatementKey } from "./protocol/statement.ts";
import type { Step } from "./steps.ts";

export interface SyncContext {
  /** Logs in as the worker. */
  readonly pool: Pool;
  readonly platform: CityPlatform;
  readonly peerId: string;
  /** Six digits; what the city knows us by. */
  readonly district: string;
  readonly owners: OwnershipOfTitles;
  /** Signs our statements; null leaves receipts with the city's signature alone. */
  readonly statementKey: StatementKey | null;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly step: Step;
  /** Tried although its waiting time has not passed. */
  readonly force: boolean;
  /** Tells this exchange from every other: two looks of one exchange are one look. */
  readonly exchangeId: string;
  /** When it fires, the exchange ends at the next checkpoint. */
  readonly signal: AbortSignal | null;
}

/** After the handshake: who is there, and in which generation we talk. */
export interface SyncSession extends SyncContext {
  readonly capabilities: Capabilities;
  /** Ours towards this peer. */
  readonly generation: number;
}
