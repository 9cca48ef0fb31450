/**
 * Records in, against the table at the end of the design: `GOLDSEED_LINK_DATA=folder npm run -s bench -- intake`.
 *
 * Accuracy and linking speed are those of `-- link`. A file of permits is imported beside a bare COPY of its bytes and the
 * linking alone, in interleaved rounds, and beside rows inserted one by one; PostgreSQL keeps its durable settings.
 * BENCH_ENTITIES (424,000), BENCH_RECORDS (30,000), BENCH_ROUNDS (3), BENCH_LINK=0 (leaves accuracy out), BENCH_MEMORY=0 (memory)
 * and BENCH_FILES (LABELLED,TIDY,SPOILED) change sizes.
 */
import type { NameLexicon } from "../domain/enterprise/company-name-parts.ts";
import type { RegistryEntry } from "../domain/linking/registry-entry.ts";
import { loadLinkModel } from "../intake/link/load-link-model.ts";
import { readRegistryFile } from "../intake/link/read-link-files.ts";
import { type BenchServer, startBenchServer } from "./intake/bench-store.ts";
import { type FileFigures, fileToFacts } from "./intake/file-to-facts.ts";
import { peakMemory } from "./intake/peak-memory.ts";
import { enlarge } from "./link-enlarge.ts";
import type { CorruptionLists } from "./link-corruption.ts";
import { type LabelledSet, makeLinkSet } from "./link-set.ts";
import { buildCorruptionLists, findSiblings, linkDataFolder, splitByCity } from "./link-source.ts";
import { run as measureLinking } from "./link.bench.ts";

const size = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const entities = size("BENCH_ENTITIES", 424_000);
const records = size("BENCH_RECORDS", 30_000);
const rounds = size("BENCH_ROUNDS", 3);
const spellings = ["LABELLED", "TIDY", "SPOILED"] as const;
const chosen = (process.env["BENCH_FILES"] ?? spellings.join(",")).split(",");
const targets =
  "precision >= 0.9985, recall >= 0.93 (number >= 0.997, name only >= 0.84), review <= 10 %, linked without an enterprise <= 0.3 %, linking >= 5,000 records/s at 424,000, file to linked facts <= 2.5 x (COPY + linking), memory flat in file size";

export async function run(): Promise<Record<string, unknown>> {
  const folder = linkDataFolder();
  if (folder === undefined) return { skipped: true };
  const linking = process.env["BENCH_LINK"] === "0" ? {} : await measureLinking();
  const { lexicon } = await loadLinkModel();
  const real = await readRegistryFile(`${folder}/registry.csv.gz`);
  const lists = await buildCorruptionLists(real, lexicon);
  const server = await startBenchServer();
  try {
    const { registry, mentions } = labelledSet(real, lexicon, lists);
    const entries = enlarge(registry, entities).filter(unseen());
    const store = await server.open("district", entries);
    const of = { store, entries, labelled: mentions };
    const request = { ...of, folder: server.folder, records, rounds };
    const files: FileFigures[] = [];
    for (const spelling of spellings.filter((one) => chosen.includes(one))) {
      files.push(await fileToFacts(request, spelling));
    }
    const memory = process.env["BENCH_MEMORY"] === "0" ? {} : await measureMemory(server, entries);
    return { ...linking, targets, entities: entries.length, files, ...memory };
  } finally {
    await server.close();
  }
}

async function measureMemory(
  server: BenchServer,
  entries: readonly RegistryEntry[],
): Promise<Record<string, unknown>> {
  const few = entries.slice(0, 5_000);
  const small = await server.open("small", few);
  const sizes = [records, records * 4];
  return { memory: await peakMemory(small, few, { folder: server.folder, sizes }) };
}

/** A register and records about it, in the shares that the linker's accuracy is measured on. */
function labelledSet(
  real: readonly RegistryEntry[],
  lexicon: NameLexicon,
  lists: CorruptionLists,
): LabelledSet {
  const { inside, outside } = splitByCity(real, lexicon, new Set(["临沂", "东营"]));
  const siblings = findSiblings(inside, lexicon, { seed: 707, count: 900 });
  return makeLinkSet({ registry: inside, lists, seed: 707, size: 15_000, siblings, outside });
}

/** Numbers put together by chance may meet; a register has each once. */
function unseen(): (entry: RegistryEntry) => boolean {
  const seen = new Set<string>();
  return ({ creditCode }) => creditCode !== "" && seen.size < seen.add(creditCode).size;
}
