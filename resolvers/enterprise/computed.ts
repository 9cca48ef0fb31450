/** Indicators of an enterprise, worked out by the engine: those of one page are asked for together. */
import DataLoader from "dataloader";

import { tellIndicators } from "../../cultivation/tell-indicators.ts";
import type { ToldIndicator } from "../../cultivation/indicators/tell-indicator.ts";
import type { EnterpriseIndicatorsArgs } from "../../schema/generated/types.ts";
import { dayInChina } from "../../lib/day-in-china.ts";
import type { Pool } from "../../store/pool.ts";
import type { ComputedFields } from "../engine-language.ts";

type Loader = DataLoader<string, readonly ToldIndicator[] | null>;

/** By caller, for whom the signal stands, and by what is asked: only until the questions of one moment are put together. */
const loaders = new WeakMap<AbortSignal, Map<string, Loader>>();
const maxBatchSize = 100;

export const enterpriseComputed = {
  "Enterprise.indicators": async (args: EnterpriseIndicatorsArgs, { pool, signal }, key) => {
    const values = await loaderOf(pool, signal, args).load(key ?? "");
    return values === null ? null : values.map(toGraph);
  },
} satisfies ComputedFields;

function loaderOf(pool: Pool, signal: AbortSignal, args: EnterpriseIndicatorsArgs): Loader {
  const question = {
    asOf: args.asOf ?? dayInChina(Date.now()),
    ids: args.ids ?? null,
    pack: args.pack ?? null,
  };
  const ofRequest = loaders.get(signal) ?? new Map<string, Loader>();
  loaders.set(signal, ofRequest);
  const asked = JSON.stringify(question);
  const known = ofRequest.get(asked);
  if (known !== undefined) return known;
  const made: Loader = new DataLoader(
    async (codes) => {
      // Over a lasting connection the same is asked again after a change, and is to be read again.
      ofRequest.delete(asked);
      const told = await tellIndicators(pool, codes, question);
      return codes.map((code) => told.get(code) ?? null);
    },
    { maxBatchSize },
  );
  ofRequest.set(asked, made);
  return made;
}

function toGraph({ value, isFigure, unknown, facts, ...told }: ToldIndicator) {
  return {
    ...told,
    known: value !== null,
    number: isFigure ? value : null,
    truth: typeof value === "boolean" ? value : null,
    word: !isFigure && typeof value === "string" ? value : null,
    unknownReason: unknown?.reason ?? null,
    unknownNote: unknown?.note ?? null,
    facts: facts.map(factToGraph),
  };
}

function factToGraph({
  fact,
  key,
  year,
  says,
  importRun,
  ...from
}: ToldIndicator["facts"][number]) {
  const { source, recordKey, receivedAt, linkMethod, linkConfidence } = from;
  const provenance = { source, recordKey, receivedAt, linkMethod, linkConfidence };
  return { fact, key, year, says, importRun, provenance };
}
