/** Peak resident memory of importing a file and one of four times its size, each in a process of its own. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { RegistryEntry } from "../../domain/linking/registry-entry.ts";
import type { BenchStore } from "./bench-store.ts";
import { mentionOf, writePermits } from "./permit-file.ts";

const program = fileURLToPath(new URL("import-process.ts", import.meta.url));

export async function peakMemory(
  store: BenchStore,
  entries: readonly RegistryEntry[],
  { folder, sizes }: { readonly folder: string; readonly sizes: readonly number[] },
): Promise<Record<string, number>[]> {
  const figures: Record<string, number>[] = [];
  for (const records of sizes) {
    const path = join(folder, `memory-${records}.csv`);
    await writePermits(path, records, (i) => mentionOf(entries, i, "TIDY"));
    await store.owner.query("truncate permits, staged_records, import_runs cascade");
    const args = ["--import", "tsx", program, store.workerUrl, path];
    const said = execFileSync(process.execPath, args, { encoding: "utf8" });
    const { read, peakMb } = JSON.parse(said) as { read: number; peakMb: number };
    figures.push({ read, megabytes: Math.round(statSync(path).size / 1e6), peakMb });
  }
  return figures;
}
