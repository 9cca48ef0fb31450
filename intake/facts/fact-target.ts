/** The target of records about enterprises: each finds its enterprise, then becomes a row of a fact table. */
import type { FactTable } from "../../store/fact-tables.ts";
import { readSourceDecisions } from "../../store/linking/link-decisions.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import {
  type FactFigures,
  mergeFactChunk,
  previewFactChunk,
} from "../../store/queries/import-merge-facts.ts";
import { factText, mentionText } from "../../store/queries/staged-fact.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import { linkAhead, type Link, type LinkedAhead } from "../link/link-ahead.ts";
import { foreseeLinker, linkerOfRun } from "../link/linker-of-run.ts";
import { loadNameLexicon } from "../link/load-name-lexicon.ts";
import { readAhead } from "../link/read-ahead.ts";
import { settleOpen } from "../link/settle-open.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import type {
  Foreseen,
  ImportTarget,
  MergeRun,
  NextChunk,
  PreparedTarget,
  TargetFigures,
} from "../run/import-target.ts";
import { StaleChunk } from "../run/stale-chunk.ts";
import type { RecordLines } from "../read/open-input.ts";
import { factCompleter } from "./complete-fact.ts";
import { tableOf } from "./table-of.ts";

export const factTarget: ImportTarget = { prepare, foresee: foreseeLinker, openMerge };

async function prepare(
  _pool: Pool,
  description: SourceDescription,
  _file: RecordLines,
  factColumns: readonly string[],
): Promise<PreparedTarget> {
  const { regions } = await loadNameLexicon();
  const complete = factCompleter(description);
  return {
    context: { regions },
    complete: ({ values }) => {
      const { mention, recordKey, fact } = complete(values);
      return {
        recordKey,
        parsed: null,
        mention: mentionText(mention),
        fact: factText(factColumns, fact),
        creditCode: null,
        linkMethod: null,
        linkConfidence: null,
      };
    },
  };
}

async function openMerge(run: MergeRun, foreseen?: Foreseen): Promise<NextChunk> {
  const { pool, sourceId, records } = run;
  const decided = await readSourceDecisions(pool, sourceId);
  const linkerFor = linkerOfRun(pool, records, foreseen);
  const request = { sourceId, decided, linkerFor, read: readAhead(pool, run) };
  return async (afterLine) => {
    const linked = await linkAhead(request, afterLine);
    if (linked === null) return null;
    const merge = (client: PoolClient) => mergeLinked(client, run, linked, linkerFor);
    return { throughLine: linked.throughLine, merge };
  };
}

async function mergeLinked(
  client: PoolClient,
  { runId, sourceId, description, factColumns, dryRun, size, records }: MergeRun,
  { links, open }: LinkedAhead,
  linkerFor: (mentions: readonly Mention[]) => Promise<Link>,
): Promise<TargetFigures> {
  const settled = await settleOpen(client, { runId, sourceId, rows: open, dryRun }, linkerFor);
  const all = settled.links.length === 0 ? links : [...links, ...settled.links];
  const { review: toReview, unlinked } = settled;
  const figures = await mergeLinks(
    client,
    tableOf(description),
    { runId, sourceId, factColumns, links: all, marksLater: records > size },
    dryRun,
  );
  return { ...figures, ...nothingOfPlaces, toReview, unlinked };
}

async function mergeLinks(
  client: PoolClient,
  table: FactTable,
  linked: Parameters<typeof mergeFactChunk>[2],
  dryRun: boolean,
): Promise<FactFigures> {
  if (dryRun) return previewFactChunk(client, table, linked);
  const { stale, ...figures } = await mergeFactChunk(client, table, linked);
  if (stale > 0) throw new StaleChunk(stale);
  return figures;
}

/** A fact takes its town from its enterprise: nothing is found out here. */
const nothingOfPlaces = { renamed: 0, moved: 0, towns: {}, inZone: 0 };
