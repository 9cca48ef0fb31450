/** From a file to linked facts, beside a bare COPY of the same bytes, the linking alone, and rows inserted one by one. */
import { createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { from } from "pg-copy-streams";

import type { Mention } from "../../domain/linking/mention.ts";
import type { RegistryEntry } from "../../domain/linking/registry-entry.ts";
import { importRecords } from "../../intake/import-records.ts";
import { sharedStoreLinker } from "../../intake/link/shared-store-linker.ts";
import type { Pool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { BenchStore } from "./bench-store.ts";
import { mentionOf, type Spelling, writePermits } from "./permit-file.ts";

export interface FileFigures {
  readonly file: string;
  readonly records: number;
  readonly megabytes: number;
  readonly copySeconds: number;
  readonly linkSeconds: number;
  readonly importSeconds: number;
  /** Import over (COPY + linking): at most 2.5. */
  readonly timesCopyAndLinking: number;
  readonly importedPerSecond: number;
  /** Of linked records alone, every insert a transaction. */
  readonly insertedOneByOnePerSecond: number;
  readonly timesFasterThanOneByOne: number;
}

export interface FileRequest {
  readonly store: BenchStore;
  readonly entries: readonly RegistryEntry[];
  readonly folder: string;
  readonly records: number;
  readonly rounds: number;
  /** What the records of the labelled file say of their enterprises. */
  readonly labelled: readonly Mention[];
}

const oneByOne = 2_000;

export async function fileToFacts(request: FileRequest, spelling: Spelling): Promise<FileFigures> {
  const { store, entries, folder, records, rounds, labelled } = request;
  const path = join(folder, `${spelling.toLowerCase()}.csv`);
  const mention = (i: number) =>
    spelling === "LABELLED" ? labelled[i % labelled.length]! : mentionOf(entries, i, spelling);
  await writePermits(path, records, mention);
  const linker = await sharedStoreLinker(store.worker);
  // Linking ends with what is stored of it: a way other than the code keeps its reasons in words.
  let reasons = 0;
  const link = async (): Promise<void> => {
    for (let i = 0; i < records; i++) {
      const outcome = linker.link(mention(i));
      if (outcome.method !== "CREDIT_CODE") reasons += outcome.explanation.length;
    }
    await Promise.resolve();
  };
  const take = async (): Promise<void> => {
    const request = { pool: store.worker, sourceId: "permits", path, startedBy: "bench" };
    const { report } = await importRecords(request);
    if (report.read !== records) throw new Error(`${report.read} of ${records} records were read`);
  };
  const steps = { copy: () => copyBytes(store.owner, path), link, take };
  const seconds = { copy: [] as number[], link: [] as number[], take: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const step of ["copy", "link", "take"] as const) {
      await clear(store.owner);
      seconds[step].push(await timed(steps[step]));
    }
  }
  const [copy, linking, took] = [seconds.copy, seconds.link, seconds.take].map(median) as [
    number,
    number,
    number,
  ];
  if (spelling === "SPOILED" && reasons === 0) throw new Error("nothing was linked by its name");
  await clear(store.owner);
  const inserted = oneByOne / (await timed(() => insertOneByOne(store.worker, entries)));
  return {
    file: spelling,
    records,
    megabytes: round(statSync(path).size / 1e6),
    copySeconds: round(copy),
    linkSeconds: round(linking),
    importSeconds: round(took),
    timesCopyAndLinking: round(took / (copy + linking)),
    importedPerSecond: Math.round(records / took),
    insertedOneByOnePerSecond: Math.round(inserted),
    timesFasterThanOneByOne: round(records / took / inserted),
  };
}

/** The file's bytes into columns of text, in one transaction, without an index: the least that PostgreSQL asks. */
async function copyBytes(owner: Pool, path: string): Promise<void> {
  await inTransaction(
    owner,
    async (client) => {
      const into = client.query(from("copy bench_bare from stdin (format csv, header)"));
      await pipeline(createReadStream(path), into);
    },
    { statementTimeoutMs: 0 },
  );
}

async function clear(owner: Pool): Promise<void> {
  await owner.query(`drop table if exists bench_bare;
    create table bench_bare (name text, code text, address text, no text, item text, authority text, granted text, until text);
    truncate permits, fact_history, dirty_keys, dirty_lists, link_reviews, link_evidence, link_decisions, quarantined_rows,
      staged_records, import_runs cascade; checkpoint`);
}

async function insertOneByOne(pool: Pool, entries: readonly RegistryEntry[]): Promise<void> {
  for (let i = 0; i < oneByOne; i++) {
    const { creditCode } = entries[(i * 7_919) % entries.length]!;
    const no = `青西审批〔2024〕${i}号`;
    await pool.query(
      `insert into permits (credit_code, town_code, permit_no, name, authority, granted_on, valid_to, status, source_id,
        record_key, link_method, link_confidence)
      values ($1, '370211001', $2, '食品经营许可', '行政审批服务局', '2024-01-15', '2029-01-14', 'VALID', 'permits', $2,
        'CREDIT_CODE', 1) on conflict do nothing`,
      [creditCode, no],
    );
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const round = (value: number): number => Number(value.toFixed(2));
