/** The target of records about enterprises: each finds its enterprise, then becomes a row of a fact table. */
import { readFile } from "node:fs/promises";

import { type FactTable, factTables } from "../../store/fact-tables.ts";
import { readSourceDecisions } from "../../store/linking/link-decisions.ts";
import type { Pool } from "../../store/pool.ts";
import {
  type FactFigures,
  mergeFactChunk,
  previewFactChunk,
} from "../../store/queries/import-merge-facts.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import { askedOf } from "../link/asked-record.ts";
import { openCodeLinker } from "../link/code-linker.ts";
import { groupKeyOf } from "../link/group-key.ts";
import { loadNameLexicon } from "../link/load-name-lexicon.ts";
import { sharedStoreLinker } from "../link/shared-store-linker.ts";
import type { RecordLines } from "../read/open-input.ts";
import type { ImportTarget, PreparedTarget, TargetFigures } from "../run/import-target.ts";
import { StaleChunk } from "../run/stale-chunk.ts";
import { factCompleter } from "./complete-fact.ts";

export const factTarget: ImportTarget = {
  links: true,
  prepare,
  preview: async (client, chunk, description) =>
    withoutTowns(await previewFactChunk(client, tableOf(description), chunk)),
  merge: async (client, chunk, description) => {
    const { stale, ...figures } = await mergeFactChunk(client, tableOf(description), chunk);
    if (stale > 0) throw new StaleChunk(stale);
    return withoutTowns(figures);
  },
};

/** @throws Error for a description that was not checked. */
export function tableOf({ id, table }: SourceDescription): FactTable {
  const fact = factTables.get(table ?? "");
  if (fact === undefined) throw new Error(`source "${id}" names no fact table`);
  return fact;
}

/** A fact takes its town from its enterprise: nothing is found out here. */
const withoutTowns = (figures: FactFigures): TargetFigures => ({
  ...figures,
  renamed: 0,
  moved: 0,
  towns: {},
  inZone: 0,
});

/**
 * Records are linked while they are staged: the linker is in this process, and a second reading of 2.6 million rows
 * would cost more than linking them. A few records are linked by their codes alone. What is not settled is left to the
 * run's linking step, with what was found and the officers' earlier answers, which win over the linker's.
 */
async function prepare(
  pool: Pool,
  description: SourceDescription,
  file: RecordLines,
): Promise<PreparedTarget> {
  const [{ regions }, linker, decided] = await Promise.all([
    loadNameLexicon(),
    linkerFor(pool, file),
    readSourceDecisions(pool, description.id),
  ]);
  const complete = factCompleter(description);
  return {
    context: { regions },
    complete: ({ values }) => {
      const { mention, recordKey, fact } = complete(values);
      const isDecided = decided.size > 0 && decided.has(groupKeyOf(mention, description.id));
      const outcome = isDecided ? undefined : linker.link(mention);
      const [first] = outcome?.candidates ?? [];
      const found = outcome?.decision === "LINK" ? first : undefined;
      const isProven = outcome?.method === "CREDIT_CODE";
      const reasons =
        found === undefined || isProven ? undefined : { evidence: outcome?.explanation ?? [] };
      const isOpen = found === undefined && !isDecided && linker.stamp !== null;
      const question = isOpen ? { asked: askedOf(outcome, linker.stamp) } : undefined;
      return {
        recordKey,
        parsed: JSON.stringify({ mention, fact, ...reasons, ...question }),
        creditCode: found?.id ?? null,
        linkMethod: found === undefined ? null : (outcome?.method ?? "SCORED"),
        linkConfidence: found === undefined ? null : Number((outcome?.confidence ?? 0).toFixed(4)),
      };
    },
  };
}

/** A thousand records or so: more are worth the whole register. */
const fewBytes = 262_144;

/** `stamp` null: what it does not link has not been asked of the register yet, and the linking step does so. */
interface Linker {
  readonly link: (mention: Mention) => LinkOutcome | undefined;
  readonly stamp: string | null;
}

async function linkerFor(pool: Pool, { path, bytes }: RecordLines): Promise<Linker> {
  if (bytes > fewBytes) return sharedStoreLinker(pool);
  return { ...(await openCodeLinker(pool, await readFile(path, "latin1"))), stamp: null };
}
