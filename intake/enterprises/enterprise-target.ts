/** The registry's target: rows become enterprises. */
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import {
  type Chunk,
  mergeEnterpriseChunk,
  type MergeFigures,
  nextChunkEnd,
  previewEnterpriseChunk,
} from "../../store/queries/import-merge-enterprises.ts";
import { readAreas } from "../../store/queries/import-reference.ts";
import { carryScope } from "../../store/queries/move-enterprise.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import { loadGazetteer } from "../link/load-gazetteer.ts";
import { loadNameLexicon } from "../link/load-name-lexicon.ts";
import type { ImportTarget, PreparedTarget, TargetFigures } from "../run/import-target.ts";
import { StaleChunk } from "../run/stale-chunk.ts";
import { completeEnterprise } from "./complete-enterprise.ts";
import { loadZonePlaces } from "./load-zone-places.ts";
import { buildLocator } from "./locate-address.ts";

export const enterpriseTarget: ImportTarget = {
  prepare,
  openMerge: async ({ pool, runId, sourceId, size, today, dryRun }) => {
    await Promise.resolve();
    return async (afterLine) => {
      const throughLine = await nextChunkEnd(pool, { runId, afterLine, size });
      if (throughLine === null) return null;
      const chunk = { runId, sourceId, afterLine, throughLine, today };
      const merge = dryRun ? preview : mergeChunk;
      return { throughLine, merge: (client) => merge(client, chunk) };
    };
  },
};

const preview = async (client: PoolClient, chunk: Chunk): Promise<TargetFigures> =>
  withLinks(await previewEnterpriseChunk(client, chunk));

async function mergeChunk(client: PoolClient, chunk: Chunk): Promise<TargetFigures> {
  const { movedCodes, stale, ...figures } = await mergeEnterpriseChunk(client, chunk);
  if (stale > 0) throw new StaleChunk(stale);
  await carryScope(client, movedCodes);
  return withLinks(figures);
}

/** A registry row is its enterprise: there is nothing to find. */
function withLinks(figures: MergeFigures): TargetFigures {
  return {
    ...figures,
    superseded: 0,
    withdrawn: 0,
    toReview: 0,
    unlinked: 0,
    linked: { REGISTRY: figures.created + figures.updated + figures.unchanged },
  };
}

async function prepare(pool: Pool, description: SourceDescription): Promise<PreparedTarget> {
  const areas = await readAreas(pool);
  if (!areas.some(({ kind }) => kind === "TOWN")) {
    throw new GoldseedError(
      "STORE_UNFIT",
      "库中没有镇街，无法判定企业所在镇街 / The store knows no towns, so no enterprise could be placed. Load the areas first: `goldseed start` and `goldseed import` do so.",
    );
  }
  const lexicon = await loadNameLexicon();
  const { regions } = lexicon;
  const locate = buildLocator({
    areas,
    gazetteer: await loadGazetteer(),
    boundary: await loadZonePlaces(areas),
    regions,
    fromConfidence: description.townFromConfidence,
  });
  return {
    context: { regions },
    complete: ({ values, notes }) => {
      const { creditCode, json } = completeEnterprise(values, notes, { lexicon, locate });
      return {
        recordKey: creditCode,
        parsed: json,
        mention: null,
        fact: null,
        creditCode,
        linkMethod: "REGISTRY",
        linkConfidence: 1,
      };
    },
  };
}
