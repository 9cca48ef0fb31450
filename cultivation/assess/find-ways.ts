/**
 * Ways to pass for those near passing: the one part of a verdict that sets cannot give, because it is a search. Found
 * when a verdict changes and not when it is looked at, so that a page of a work list costs no search.
 */
import { setTimeout as sleep } from "node:timers/promises";

import type { Catalogue, ValueType } from "../../domain/criteria/catalogue.ts";
import type { Criteria } from "../../domain/criteria/criteria.ts";
import type { Inputs, Value } from "../../domain/criteria/inputs.ts";
import { judge } from "../../domain/criteria/judge.ts";
import type { Pack } from "../../domain/criteria/pack.ts";
import type { Way } from "../../domain/criteria/verdict.ts";
import { isInForce } from "../../domain/criteria/version/choose-version.ts";
import { parseDecimal } from "../../lib/decimal.ts";
import { parseJsonExact } from "../../lib/parse-json-exact.ts";
import type { Pool } from "../../store/pool.ts";
import { makeSheet } from "../../store/queries/assess-verdicts.ts";
import {
  type FoundWays,
  type PendingWays,
  readSheet,
  readPendingWays,
  writeWays,
} from "../../store/queries/assess-ways.ts";
import { inTransaction } from "../../store/transaction.ts";
import { activePacks } from "../compile/compile-packs.ts";
import {
  columnNameOf,
  inputsOfPack,
  titleColumnName,
  titlesOfPack,
} from "../compile/sheet-column.ts";
import { indicatorSheet } from "../indicators/indicator-sheet.ts";

export interface WaysRequest {
  readonly criteria: Criteria;
  /** The day of the assessments, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Least progress in percent of those that are looked at. */
  readonly progress: number;
  /** Ends the search between two batches; what is left is found the next time. */
  readonly signal?: AbortSignal | undefined;
  /** Rest after each search in ms, so that a process that also answers requests keeps answering them; 0 is no rest. */
  readonly restMs: number;
}

const batchSize = 100;
const sheet = "ways_sheet";

/**
 * Looks for ways of every assessment in force that is near and has none yet, outside of any transaction: neither verdicts
 * nor the cleaning up behind them wait for the search, and a run that is broken off goes on where it was.
 *
 * @param pool of the worker role. @returns how many assessments were given what was found.
 */
export async function findWays(pool: Pool, request: WaysRequest): Promise<number> {
  const { asOf, criteria, progress, signal } = request;
  const all = activePacks([...criteria.packs.values()], asOf);
  const packs = new Map(
    all
      .filter((pack) => pack.kind === "rules" && governs(pack, asOf))
      .map((pack) => [pack.id, pack]),
  );
  const search = { packIds: [...packs.keys()], progress, limit: batchSize };
  for (let sum = 0; ;) {
    if (signal?.aborted === true) return sum;
    const asked = await inTransaction(
      pool,
      async (client) => {
        const pending = await readPendingWays(client, search);
        const codes = [...new Set(pending.map((one) => one.creditCode))];
        if (codes.length === 0) return null;
        await makeSheet(client, sheet, indicatorSheet(criteria, all, { asOf, codes }));
        return { pending, sheets: await readSheet(client, sheet) };
      },
      { statementTimeoutMs: 0 },
    );
    if (asked === null) return sum;
    const found = await searchOf(asked, packs, request);
    const written = await inTransaction(pool, (client) => writeWays(client, found));
    sum += written;
    // All of them are being judged: the next turn finds what comes of it.
    if (written === 0) return sum;
  }
}

interface Asked {
  readonly pending: readonly PendingWays[];
  readonly sheets: ReadonlyMap<string, string>;
}

async function searchOf(
  { pending, sheets }: Asked,
  packs: ReadonlyMap<string, Pack>,
  { criteria, asOf, restMs }: WaysRequest,
): Promise<readonly FoundWays[]> {
  const found: FoundWays[] = [];
  for (const one of pending) {
    const pack = packs.get(one.packId);
    const row = sheets.get(one.creditCode);
    const ways = pack === undefined || row === undefined ? [] : waysOf(pack, row, criteria, asOf);
    found.push({ ...one, ways });
    if (restMs > 0) await sleep(restMs);
  }
  return found;
}

function waysOf(pack: Pack, row: string, criteria: Criteria, asOf: string): readonly Way[] {
  return judge(pack, inputsFrom(pack, row, criteria.catalogue), criteria.catalogue, asOf)
    .waysToPass;
}

/** A pack whose days are not known may be in force; one that governs neither kind of application any more is history. */
function governs(pack: Pack, asOf: string): boolean {
  return isInForce(pack, asOf, "new") || isInForce(pack, asOf, "renewal");
}

/** What the sheet knows of one enterprise, as the pure function reads it. */
export function inputsFrom(pack: Pack, sheet: string, catalogue: Catalogue): Inputs {
  const row = parseJsonExact(sheet) as Readonly<Record<string, unknown>>;
  const values = new Map<string, Value>();
  for (const input of inputsOfPack(pack)) {
    const value = valueOf(row[columnNameOf(pack, input)], catalogue.indicators.get(input)?.type);
    if (value !== undefined) values.set(input, value);
  }
  const asked = titlesOfPack(pack);
  const held = (truth: boolean | null) =>
    new Set(asked.filter((title) => (row[titleColumnName(title)] ?? null) === truth));
  return { values, titles: held(true), unknownTitles: held(null) };
}

/** Long figures come as texts, so that no digit is lost on the way. */
function valueOf(value: unknown, type: ValueType | undefined): Value | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (type === "word" || type === "text") return String(value);
  return parseDecimal(value);
}
