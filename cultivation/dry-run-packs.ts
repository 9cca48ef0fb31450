/** Packs from files, judged by over the whole store before they take effect: who would pass and what would change. */
import type { Pack } from "../domain/criteria/pack.ts";
import type { Pool } from "../store/pool.ts";
import { makeSheet } from "../store/queries/assess-verdicts.ts";
import { countPackDryRun, type PackDryRun } from "../store/queries/pack-dry-run.ts";
import { inTransaction } from "../store/transaction.ts";
import { activePacks, compilePacks } from "./compile/compile-packs.ts";
import { quoteText } from "./compile/sql-text.ts";
import { indicatorSheet } from "./indicators/indicator-sheet.ts";
import { loadCriteria, rulesInvalid } from "./load-criteria.ts";

export interface PacksDryRun {
  readonly asOf: string;
  readonly enterprises: number;
  readonly packs: readonly PackDryRun[];
  /** Packs of the files that are disabled: they judge nobody. */
  readonly disabled: readonly string[];
}

/** Writes nothing. @throws GoldseedError RULES_INVALID with every problem of the files. */
export async function dryRunPacks(
  pool: Pool,
  files: readonly string[],
  asOf: string,
): Promise<PacksDryRun> {
  const { criteria, overlaid, problems } = await loadCriteria({ overlaid: files });
  if (problems.length > 0) throw rulesInvalid(problems);
  const every = activePacks([...criteria.packs.values()], asOf);
  const tried = activePacks(overlaid, asOf);
  const disabled = overlaid.filter(({ status }) => status !== "active").map(({ id }) => id);
  return inTransaction(
    pool,
    async (client) => {
      const query = indicatorSheet(criteria, every, { asOf, codes: null });
      const enterprises = await makeSheet(client, "dry_sheet", query);
      if (tried.length === 0) return { asOf, enterprises, packs: [], disabled };
      const { verdicts } = compilePacks(tried, { sheet: "dry_sheet" });
      await makeSheet(client, "dry_outcomes", verdicts);
      await makeSheet(client, "dry_verdicts", verdictsOf(tried));
      return { asOf, enterprises, packs: await countPackDryRun(client, "dry_verdicts"), disabled };
    },
    { statementTimeoutMs: 0 },
  );
}

/** One row per enterprise and pack; only who passes is asked, so no reasons are made. */
function verdictsOf(packs: readonly Pack[]): string {
  return packs
    .map(
      ({ id }, place) =>
        `select credit_code, ${quoteText(id)}::text as pack_id, p${place}_pass as pass from dry_outcomes`,
    )
    .join(" union all ");
}
