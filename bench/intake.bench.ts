/**
 * Records in, against the table at the end of the design: `GOLDSEED_LINK_DATA=folder npm run -s bench -- intake`.
 *
 * Accuracy and linking speed are those of `-- link`. A file of permits is imported beside a bare COPY of its bytes and the
 * linking alone, in interleaved rounds, and beside rows inserted one by one; PostgreSQL keeps its durable settings.
 * BENCH_ENTITIES (424,000), BENCH_RECORDS (30,000), BENCH_ROUNDS (3) and BENCH_LINK=0 (leaves accuracy out) change sizes.
 */
import { loadLinkModel } from "../intake/link/load-link-model.ts";
import { readRegistryFile } from "../intake/link/read-link-files.ts";
import { startBenchServer } from "./intake/bench-store.ts";
import { fileToFacts } from "./intake/file-to-facts.ts";
import { peakMemory } from "./intake/peak-memory.ts";
import { enlarge } from "./link-enlarge.ts";
import { linkDataFolder } from "./link-source.ts";
import { run as measureLinking } from "./link.bench.ts";

const size = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const entities = size("BENCH_ENTITIES", 424_000);
const records = size("BENCH_RECORDS", 30_000);
const rounds = size("BENCH_ROUNDS", 3);
const targets =
  "precision >= 0.9985, recall >= 0.93 (number >= 0.997, name only >= 0.84), review <= 10 %, linked without an enterprise <= 0.3 %, linking >= 5,000 records/s at 424,000, file to linked facts <= 2.5 x (COPY + linking), memory flat in file size";

export async function run(): Promise<Record<string, unknown>> {
  const folder = linkDataFolder();
  if (folder === undefined) return { skipped: true };
  const linking = process.env["BENCH_LINK"] === "0" ? {} : await measureLinking();
  await loadLinkModel();
  const real = await readRegistryFile(`${folder}/registry.csv.gz`);
  const server = await startBenchServer();
  try {
    const entries = enlarge(real, entities).filter(unseen());
    const store = await server.open("district", entries);
    const request = { store, entries, folder: server.folder, records, rounds };
    const files = [await fileToFacts(request, "TIDY"), await fileToFacts(request, "SPOILED")];
    const few = entries.slice(0, 5_000);
    const small = await server.open("small", few);
    const sizes = [records, records * 4];
    const memory = await peakMemory(small, few, { folder: server.folder, sizes });
    return { ...linking, targets, entities: entries.length, files, memory };
  } finally {
    await server.close();
  }
}

/** Numbers put together by chance may meet; a register has each once. */
function unseen(): (entry: { readonly creditCode: string }) => boolean {
  const seen = new Set<string>();
  return ({ creditCode }) => creditCode !== "" && seen.size < seen.add(creditCode).size;
}
