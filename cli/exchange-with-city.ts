/** One exchange with the city as a start and its timer do it, told in a few words. */
import type { PartReport } from "../sync/part-report.ts";
import { runSync } from "../sync/run-sync.ts";
import { auditedWork, ownActor, type WorkAudit } from "./audited-work.ts";
import { districtCode, type CityLink } from "./open-city-platform.ts";
import { inBothLanguages } from "./sync-reason-text.ts";

export interface Exchanged {
  readonly words: string;
  /** False when something waits for a person or the next exchange. */
  readonly settled: boolean;
}

/** @throws GoldseedError AUDIT_UNAVAILABLE, CITY_UNAVAILABLE, FORBIDDEN, or CONFLICT while another one is running. */
export async function exchangeWithCity(
  audit: WorkAudit,
  city: CityLink,
  signal?: AbortSignal,
): Promise<Exchanged> {
  const stopping = signal === undefined ? {} : { signal };
  const { pool } = audit;
  // What the city is given stands in the ledger of batches; the audit tells that and when it was given.
  const event = { actor: ownActor, category: "SHARING", action: "job.sync" } as const;
  const { parts } = await auditedWork(
    audit,
    event,
    () => runSync({ pool, ...city, district: districtCode(), ...stopping }),
    // The audit's heads are signed and kept elsewhere: the ledger cannot be cut short behind them.
    ({ ledger }) => ({ details: { ledgerLength: ledger.length, ledgerHead: ledger.head } }),
  );
  return describeExchange(parts);
}

function describeExchange(parts: readonly PartReport[]): Exchanged {
  const failures = parts.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  if (failures.length > 0)
    return { words: failures.map(inBothLanguages).join("；"), settled: false };
  const agreements = parts.flatMap(({ agreement }) => (agreement === null ? [] : [agreement]));
  if (agreements.length === 0) return { words: "已交换 exchanged", settled: true };
  const records = agreements.reduce((sum, one) => sum + one.records, 0).toLocaleString("en-US");
  return agreements.every(({ agreed }) => agreed)
    ? { words: `双方一致 both sides agree: ${records} 条 records`, settled: true }
    : { words: "双方尚不一致 differences remain", settled: false };
}
