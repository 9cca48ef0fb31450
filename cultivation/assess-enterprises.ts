/**
 * Assesses enterprises by every enabled pack: all of them, some, or those whose facts changed. One code for one
 * enterprise and for 179,000: a sheet of indicators from the facts, one scan that judges it, and writes of what changed.
 */
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pack } from "../domain/criteria/pack.ts";
import { GoldseedError } from "../domain/errors.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { makeSheet, writeVerdicts } from "../store/queries/assess-verdicts.ts";
import { type Lane, lanes, markScreenings, takeDirty } from "../store/queries/dirty-marks.ts";
import { judgeAlone, mayJudgePortion } from "../store/queries/judging-lock.ts";
import { moveLibraries } from "../store/queries/library-moves.ts";
import { spreadMarks } from "../store/queries/spread-marks.ts";
import { inTransaction } from "../store/transaction.ts";
import { assertInForce } from "./assess/assert-in-force.ts";
import { packVersion } from "./assess/pack-rows.ts";
import { recordCriteria } from "./assess/record-criteria.ts";
import { activePacks, compilePacks } from "./compile/compile-packs.ts";
import { columnNameOf, inputsOfPack } from "./compile/sheet-column.ts";
import { currentCriteria } from "./current-criteria.ts";
import { indicatorSheet } from "./indicators/indicator-sheet.ts";
import { readLibraryRules } from "./libraries/read-library-rules.ts";
import { verifyTitles } from "./verify-titles.ts";

export interface AssessOptions {
  /** Day of judging, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
  /** Only these; all enterprises when left out. Unknown codes are passed over. */
  readonly creditCodes?: readonly string[];
  /** Only these packs, by id; all enabled ones when left out. */
  readonly packs?: readonly string[];
  /** Criteria already loaded; those that ship when left out. */
  readonly criteria?: Criteria;
  /** Told before each step of marked enterprises by its name: fault tests end the process there. */
  readonly onStep?: (step: AssessStep) => void;
}

export const assessSteps = ["taken", "judged", "moved", "committed"] as const;
export type AssessStep = (typeof assessSteps)[number];

export interface Assessed {
  /** Enterprises judged: legal persons that are there. */
  readonly enterprises: number;
  readonly packs: number;
  /** Verdicts that are new or other than before. */
  readonly changed: number;
  /** Assessments that ended because the enterprise or the pack is judged no more. */
  readonly ended: number;
  /** Title verifications that are new or other than before. */
  readonly verifications: number;
  /** Entries into libraries and exits from them. */
  readonly moves: number;
}

const sheet = "indicator_sheet";
/** Keys taken at a time: fresh ones so few that the next record waits half a second for a portion at most. */
const portions: Readonly<Record<Lane, number>> = { fresh: 1_000, backlog: 2_500 };
/** One stage: a mark is the lock by which two lanes never judge the same enterprise at once. */
const stage = "INDICATORS";
/** A portion under way is waited for, however many it is of. */
const aloneTimeoutMs = 300_000;

/** @param pool of the worker role. Idempotent: a second call on the same day without new facts changes nothing. */
export async function assessEnterprises(
  pool: Pool,
  options: AssessOptions = {},
): Promise<Assessed> {
  const criteria = options.criteria ?? (await currentCriteria());
  return inTransaction(
    pool,
    async (client) => {
      await judgeAlone(client);
      return assessWithin(client, criteria, options);
    },
    { statementTimeoutMs: 0, lockTimeoutMs: aloneTimeoutMs },
  );
}

/**
 * Assesses what was marked since the last run, until nothing is left, the signal comes, or a judgement of all begins, behind
 * which the rest waits for the next call. @returns what was done in all.
 * @throws GoldseedError CRITERIA_OUTDATED where the store was judged by other packs meanwhile: nothing is taken then.
 */
export async function assessDirty(
  pool: Pool,
  options: Pick<AssessOptions, "asOf" | "criteria" | "onStep"> & {
    /** Those marked for their own sake, then those of a new day; both when left out. */
    readonly lanes?: readonly Lane[];
    readonly signal?: AbortSignal;
    /** Done after each portion, so that what follows from one does not wait for all. */
    readonly onPortion?: () => Promise<void>;
  } = {},
): Promise<Assessed> {
  const criteria = options.criteria ?? (await currentCriteria());
  let sum: Assessed = nothing;
  while (options.signal?.aborted !== true) {
    await spreadMarks(pool, { stage, lanes: options.lanes ?? lanes });
    const taken = await inTransaction(
      pool,
      async (client) => {
        if (!(await mayJudgePortion(client))) return null;
        await assertInForce(client, criteria);
        const taken = await takeFirst(client, options.lanes ?? lanes);
        if (taken === null) return null;
        options.onStep?.("taken");
        return assessWithin(client, criteria, { ...options, ...taken });
      },
      { statementTimeoutMs: 0, signal: options.signal },
    );
    if (taken === null) return sum;
    options.onStep?.("committed");
    await options.onPortion?.();
    sum = {
      enterprises: sum.enterprises + taken.enterprises,
      packs: taken.packs,
      changed: sum.changed + taken.changed,
      ended: sum.ended + taken.ended,
      verifications: sum.verifications + taken.verifications,
      moves: sum.moves + taken.moves,
    };
  }
  return sum;
}

interface Taken {
  readonly creditCodes: readonly string[];
  readonly lane: Lane;
}

async function takeFirst(client: PoolClient, among: readonly Lane[]): Promise<Taken | null> {
  for (const lane of among) {
    const creditCodes = await takeDirty(client, { stages: [stage], lane, limit: portions[lane] });
    if (creditCodes.length > 0) return { creditCodes, lane };
  }
  return null;
}

const nothing: Assessed = {
  enterprises: 0,
  packs: 0,
  changed: 0,
  ended: 0,
  verifications: 0,
  moves: 0,
};

/** In the caller's transaction. */
export async function assessWithin(
  client: PoolClient,
  criteria: Criteria,
  options: AssessOptions & { readonly lane?: Lane },
): Promise<Assessed> {
  const asOf = options.asOf ?? dayInChina(Date.now());
  const codes = options.creditCodes ?? null;
  if (codes === null) await recordCriteria(client, criteria);
  const packs = activePacks(chosenPacks(criteria, options.packs), asOf);
  const sheetPacks = activePacks([...criteria.packs.values()], asOf);
  const enterprises = await makeSheet(
    client,
    sheet,
    indicatorSheet(criteria, sheetPacks, { asOf, codes }),
  );
  const written = await writeVerdicts(client, {
    sheet,
    verdicts: compilePacks(packs, { sheet }).rows,
    asOf,
    codes,
    packs: packs.map((pack) => judgedPack(pack, criteria)),
    everyPack: options.packs === undefined,
  });
  options.onStep?.("judged");
  const verifications = await verifyTitles(client, { criteria, asOf, codes });
  const { entered, left } = await moveLibraries(client, { rules: readLibraryRules(), asOf, codes });
  await markScreenings(client, codes, options.lane ?? "fresh");
  options.onStep?.("moved");
  return { enterprises, packs: packs.length, ...written, verifications, moves: entered + left };
}

function judgedPack(pack: Pack, criteria: Criteria) {
  const inputs = Object.fromEntries(
    inputsOfPack(pack).map((input) => {
      const type = criteria.catalogue.indicators.get(input)?.type ?? "decimal";
      const isFigure = type === "decimal" || type === "integer";
      return [input, { column: columnNameOf(pack, input), isFigure }];
    }),
  );
  return { id: pack.id, version: packVersion(criteria.packs.get(pack.id) ?? pack), inputs };
}

function chosenPacks({ packs }: Criteria, ids: readonly string[] | undefined): readonly Pack[] {
  if (ids === undefined) return [...packs.values()];
  return ids.map((id) => {
    const pack = packs.get(id);
    if (pack !== undefined) return pack;
    const near = nearestNames(id, packs.keys());
    throw new GoldseedError(
      "NOT_FOUND",
      `没有认定标准“${id}” / There is no pack "${id}".${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""} See goldseed criteria list.`,
    );
  });
}
