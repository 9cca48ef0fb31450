/**
 * `npm run -s bench -- audit`: how long `goldseed audit verify` takes. Makes the audit of the store of GOLDSEED_DATA_DIR as
 * long as BENCH_ENTRIES says (1000000), unless it is: give it a store of its own. BENCH_ROUNDS (3) of proving it in threads;
 * BENCH_DIGEST (sha256) or sm3.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { auditHeadsFolder, readHeadsFolder } from "../cli/audit-heads-folder.ts";
import { openStore } from "../cli/open-store.ts";
import { loadConfig } from "../config/load-config.ts";
import type { DigestAlgorithm } from "../store/audit/entry-digest.ts";
import { openProvers } from "../store/audit/open-provers.ts";
import { verifyAudit } from "../store/audit/verify-audit.ts";
import { openPool } from "../store/pool.ts";
import { fillAudit } from "./audit/fill-audit.ts";

const entries = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const algorithm = (process.env["BENCH_DIGEST"] ?? "sha256") as DigestAlgorithm;

export async function run(): Promise<Record<string, unknown>> {
  const { config } = loadConfig({ flags: {} });
  const store = await openStore(config);
  const { secrets, workerPool: pool, workerUrl, ownerUrl } = store;
  const owner = openPool({ url: ownerUrl, name: "bench", max: 1, statementTimeoutMs: 0 });
  try {
    const folder = auditHeadsFolder(config);
    const { rows } = await owner.query<{ last: number }>(
      "select coalesce(max(sequence), 0)::int as last from audit_entries",
    );
    if (rows[0]?.last !== entries) {
      rmSync(folder, { recursive: true, force: true });
      const heads = await fillAudit({ owner, key: secrets.auditKey, entries, algorithm });
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, "heads-2026-11.ndjson"),
        heads.map((head) => `${JSON.stringify(head)}\n`).join(""),
      );
    }
    const figures: Record<string, unknown>[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const begun = performance.now();
      const provers = openProvers(workerUrl);
      const shipped = readHeadsFolder(folder);
      const { broken, heads, ...verdict } = await verifyAudit({
        pool,
        key: secrets.auditKey,
        shipped,
        provers,
      });
      await provers.close();
      const seconds = (performance.now() - begun) / 1_000;
      figures.push({
        round,
        seconds,
        entries: verdict.entries,
        heads,
        holds: broken === null,
        microsecondsEach: (seconds * 1e6) / entries,
      });
    }
    return { figures };
  } finally {
    await owner.end();
    await store.close();
  }
}
