/**
 * `npm run -s bench -- alerts`: from a record to the socket of the town's specialist, and ten thousand alerts of one batch
 * to five hundred subscribers, each beside a bare server that listens, reads and sends and decides nothing.
 *
 * Goldseed is started on the store of GOLDSEED_DATA_DIR, which is changed: give it a copy, filled by `goldseed start
 * --scale full` and judged. BENCH_RECORDS (100), BENCH_ALERTS (10000) and BENCH_SUBSCRIBERS (500) are how many.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { developmentToken } from "../cli/development-token.ts";
import { openStore, type OpenStore } from "../cli/open-store.ts";
import { loadConfig } from "../config/load-config.ts";
import type { Tier } from "../domain/vocabulary.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { openScreening, retireScreening } from "./alerts/bench-screening.ts";
import { burst, type Subscriber } from "./alerts/burst.ts";
import { type Chosen, chooseEnterprises } from "./alerts/choose-enterprises.ts";
import { hear, hearBare } from "./alerts/hearer.ts";
import { untilQuiet } from "./alerts/quiet.ts";
import { startGoldseed } from "./alerts/running-goldseed.ts";
import { singleRecords } from "./alerts/single-records.ts";
import { cpuSeconds } from "./read/cpu.ts";
import { startContender } from "./read/contender-process.ts";

const records = Number(process.env["BENCH_RECORDS"] ?? 100);
const alerts = Number(process.env["BENCH_ALERTS"] ?? 10_000);
const subscribers = Number(process.env["BENCH_SUBSCRIBERS"] ?? 500);
const { config } = loadConfig({ flags: {} });

const say = (what: string): void =>
  void process.stderr.write(`bench: ${Math.round(performance.now() / 1_000)} s ${what}\n`);

interface Bench {
  readonly store: OpenStore;
  readonly owner: Pool;
  readonly url: string;
  readonly pid: number;
  readonly bareUrl: string;
  readonly marker: string;
}

export async function run(): Promise<Record<string, unknown>> {
  say("goldseed starts");
  const goldseed = await startGoldseed();
  const store = await openStore(config);
  const owner = openPool({
    url: store.ownerUrl,
    name: "bench",
    max: 2,
    statementTimeoutMs: 170_000,
  });
  const bare = await startContender(
    "alerts/bare-server.ts",
    { BENCH_WORKER_URL: store.workerUrl },
    process.execPath,
  );
  const marker = `bench-${Date.now().toString(36)}`;
  try {
    say("what the store has behind is judged");
    const behindMs = await untilQuiet(owner, 120_000);
    say("a screening is drafted, tried, approved, asked of everybody");
    await openScreening(store.workerPool, marker);
    const askedMs = await untilQuiet(owner, 120_000);
    const bench = {
      store,
      owner,
      marker,
      ...goldseed,
      bareUrl: `ws://127.0.0.1:${bare.port}`,
    };
    return { ...(await conditions(owner)), behindMs, askedMs, ...(await measure(bench)) };
  } finally {
    await retireScreening(store.workerPool, marker).catch(() => undefined);
    await bare.stop();
    await owner.end();
    await store.close();
    await goldseed.stop();
  }
}

async function measure(bench: Bench) {
  const chosen = await chooseEnterprises(bench.owner, records + 1 + 2 * alerts);
  say(`${records} records, one after the other`);
  const single = await singles(bench, chosen.slice(0, records + 1));
  const first = chosen.slice(records + 1, records + 1 + alerts);
  const gateway = await burstOver(bench, first, "goldseed");
  const limit = await burstOver(bench, chosen.slice(records + 1 + alerts), "bare server");
  return {
    targets: "record sent → socket p99 < 1000 ms; lost 0, twice 0",
    ...single,
    bursts: [gateway, limit],
    burstTimesTheLimit: Math.round((gateway.allMs / limit.allMs) * 100) / 100,
  };
}

async function singles(bench: Bench, enterprises: readonly Chosen[]) {
  const towns = [...new Set(enterprises.map(({ town }) => town))];
  const hearers = new Map(
    await Promise.all(
      towns.map(async (town) => [town, await hearAs(bench, "TOWN", town)] as const),
    ),
  );
  const bare = await hearBare(`${bench.bareUrl}/370211`, bench.marker);
  const token = await tokenOf(bench, "DISTRICT", "370211");
  await sleep(1_000);
  const { url, owner: pool } = bench;
  const figures = await singleRecords({ url, token, enterprises, hearers, bare, pool });
  for (const { close } of [...hearers.values(), bare]) close();
  return figures;
}

async function burstOver(
  bench: Bench,
  enterprises: readonly Chosen[],
  by: "goldseed" | "bare server",
) {
  const areas = await areasOf(bench.owner);
  const all: Subscriber[] = [];
  // A few at a time, as people come to work: five hundred at once would be a measure of handshakes.
  while (all.length < subscribers) {
    const next = Math.min(25, subscribers - all.length);
    const hearing = Array.from({ length: next }, async (_, i): Promise<Subscriber> => {
      const { tier, code } = areas[(all.length + i) % areas.length] as Area;
      const area = tier === "DISTRICT" ? null : code;
      const url = `${bench.bareUrl}/${code}`;
      const hearer =
        by === "goldseed"
          ? await hearAs(bench, tier, code, all.length + i)
          : await hearBare(url, bench.marker);
      return { area, hearer };
    });
    all.push(...(await Promise.all(hearing)));
  }
  say(`${enterprises.length} alerts to ${all.length} subscribers of ${by}`);
  await sleep(1_000);
  const before = cpuSeconds(bench.pid) ?? 0;
  const figures = await burst(bench.owner, enterprises, all);
  const cpu = (cpuSeconds(bench.pid) ?? 0) - before;
  for (const { hearer } of all) hearer.close();
  return { by, ...figures, goldseedCpuS: Math.round(cpu * 10) / 10 };
}

async function hearAs(bench: Bench, tier: Tier, code: string, number = 0) {
  const token = await tokenOf(bench, tier, code, number);
  return hear(bench.url.replace("http", "ws"), token, bench.marker);
}

function tokenOf({ store }: Bench, tier: Tier, code: string, number = 0): Promise<string> {
  const role = tier === "DISTRICT" ? "OFFICER" : "SPECIALIST";
  const traits = { role, clearance: null, purpose: null, lifetimeS: 3_600 } as const;
  return developmentToken(config, store.secrets.tokenKey, {
    caller: { tier, areaCodes: [code] },
    traits: { ...traits, subject: `bench-${code}-${number}` },
  });
}

interface Area {
  readonly tier: Tier;
  readonly code: string;
}

/** Every town three times, every zone twice, the district four times: in turn until there are subscribers enough. */
async function areasOf(pool: Pool): Promise<readonly Area[]> {
  const { rows } = await pool.query<Area>(
    `select tier, code from (
       select 'TOWN' as tier, code, generate_series(1, 3) as n from areas where kind = 'TOWN'
       union all select 'ZONE', code, generate_series(1, 2) from areas where kind = 'ZONE'
       union all select 'DISTRICT', '370211', generate_series(1, 4)) a order by n, code`,
  );
  return rows;
}

async function conditions(pool: Pool) {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select (select count(*)::int from enterprises) as entities, (select count(*)::int from screenings where state = 'ACTIVE') as screenings,
       current_setting('server_version') as postgresql`,
  );
  return rows[0] ?? {};
}
