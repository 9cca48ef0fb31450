/**
 * One record after the other by the mutation that takes records in, until its alert is on the socket of the town's
 * specialist; the bare server hears the same alert, from which the price of what the gateway does more is seen.
 */
import { setTimeout as sleep } from "node:timers/promises";

import type { Pool } from "../../store/pool.ts";
import { levels } from "./bench-screening.ts";
import type { Hearer } from "./hearer.ts";
import type { Chosen } from "./choose-enterprises.ts";

export interface SingleOptions {
  readonly url: string;
  /** Of an officer of the district. */
  readonly token: string;
  readonly enterprises: readonly Chosen[];
  /** By town. */
  readonly hearers: ReadonlyMap<string, Hearer>;
  readonly bare: Hearer;
  readonly pool: Pool;
}

const mutation = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { ok error { code message } accepted } }`;
/** As long as a person fills in the next. */
const pauseMs = 50;
const patienceMs = 120_000;

export async function singleRecords(options: SingleOptions) {
  const rows: { all: number; answered: number; afterFact: number; overBare: number }[] = [];
  for (const enterprise of options.enterprises) {
    const hearer = options.hearers.get(enterprise.town);
    if (!hearer) throw new Error(`Nobody hears of ${enterprise.town}.`);
    const started = performance.now();
    const submitting = submit(options, enterprise).then(() => performance.now());
    const hearing = heardBy(hearer, enterprise.creditCode);
    const [answeredAt, heardAt] = await Promise.all([submitting, hearing]);
    const bareAt = await heardBy(options.bare, enterprise.creditCode);
    const factMs = await sinceFact(options.pool, enterprise.creditCode);
    rows.push({
      all: heardAt - started,
      answered: answeredAt - started,
      afterFact: performance.timeOrigin + heardAt - factMs,
      overBare: heardAt - bareAt,
    });
    await sleep(pauseMs);
  }
  const [, ...warm] = rows;
  return {
    records: warm.length,
    firstMs: Math.round(rows[0]?.all ?? 0),
    rows: [
      { way: "record sent → socket", ...quantiles(warm.map(({ all }) => all)) },
      { way: "record sent → answered", ...quantiles(warm.map(({ answered }) => answered)) },
      { way: "fact written → socket", ...quantiles(warm.map(({ afterFact }) => afterFact)) },
      { way: "gateway − bare server", ...quantiles(warm.map(({ overBare }) => overBare)) },
    ],
  };
}

async function submit({ url, token }: SingleOptions, { creditCode, name }: Chosen): Promise<void> {
  const record = {
    企业名称: name,
    统一社会信用代码: creditCode,
    会计年度: `${new Date().getFullYear() - 1}`,
    营业收入: `${levels.records + 1}`,
    研发费用: null,
    净利润: null,
    资产总额: null,
  };
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      query: mutation,
      variables: { input: { source: "financials", records: [record] } },
    }),
  });
  const text = await answer.text();
  const { data } = JSON.parse(text) as { data?: { submitRecords?: { accepted?: number } } | null };
  if (data?.submitRecords?.accepted !== 1)
    throw new Error(`The record was not taken in: ${text.slice(0, 500)}`);
}

async function heardBy({ heard, refused }: Hearer, creditCode: string): Promise<number> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const at = heard.get(creditCode);
    if (at !== undefined) return at;
    if (refused.length > 0) throw new Error(`A subscription was refused: ${refused[0]}`);
    await sleep(2);
  }
  throw new Error(`No alert about ${creditCode} within ${patienceMs / 1_000} s.`);
}

/** When the transaction began that wrote the fact, milliseconds since 1970. */
async function sinceFact(pool: Pool, creditCode: string): Promise<number> {
  const { rows } = await pool.query<{ at: string }>(
    `select extract(epoch from max(received_at)) * 1000 as at from annual_financials where credit_code = $1`,
    [creditCode],
  );
  return Number(rows[0]?.at);
}

function quantiles(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) /
    10;
  return { p50Ms: at(0.5), p90Ms: at(0.9), p99Ms: at(0.99), mostMs: at(1) };
}
