/**
 * Twenty towns ask for portraits at a steady rate each, whatever the answers take; then one of them ten, and a hundred,
 * times as often. Quiet and flooded rounds take turns, in one gateway process under production's limits.
 */
import { developmentToken } from "../../cli/development-token.ts";
import type { OpenStore } from "../../cli/open-store.ts";
import type { Config } from "../../config/options.ts";
import { startContender } from "../read/contender-process.ts";
import { documents } from "../read/operations.ts";
import type { Samples } from "../read/samples.ts";
import { percentile } from "./statistics.ts";

const towns = 20;
/** Requests of one town in a second. */
const rate = 5;

export interface FloodInputs {
  readonly config: Config;
  readonly store: OpenStore;
  readonly samples: Samples;
}

interface Tally {
  readonly others: number[];
  readonly statuses: Map<string, number>;
}

export async function measureFlood({ config, store, samples }: FloodInputs) {
  const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
  const seconds = Number(process.env["BENCH_SECONDS"] ?? 4);
  const server = await startContender(
    "read/goldseed-server.ts",
    {
      BENCH_GATEWAY_URL: store.gatewayUrl,
      BENCH_WORKER_URL: store.workerUrl,
      POINTS_PER_SECOND: "2000",
      AREA_POINTS_PER_SECOND: "6000",
      POINTS_BURST_S: "2",
    },
    process.execPath,
  );
  try {
    const callers = await callersOf(config, store, samples);
    const tallies = new Map<number, Tally>();
    await askAt(server.port, callers, { factor: 1, seconds: 2, tally: newTally() });
    for (let round = 0; round < rounds; round++)
      for (const factor of [1, 10, 100]) {
        const tally = tallies.get(factor) ?? newTally();
        tallies.set(factor, tally);
        await askAt(server.port, callers, { factor, seconds, tally });
      }
    const quiet = percentile(tallies.get(1)?.others ?? [], 0.99);
    return [...tallies].map(([factor, { others, statuses }]) => ({
      floodTimes: factor,
      othersP50Ms: percentile(others, 0.5),
      othersP99Ms: percentile(others, 0.99),
      ratioOfP99: percentile(others, 0.99) / quiet,
      othersRefused: statuses.get("others refused") ?? 0,
      floodAnswered: statuses.get("flood 200") ?? 0,
      floodLimited: (statuses.get("flood 429") ?? 0) + (statuses.get("flood 503") ?? 0),
    }));
  } finally {
    await server.stop();
  }
}

const newTally = (): Tally => ({ others: [], statuses: new Map() });

interface CallerRequests {
  readonly token: string;
  readonly bodies: readonly string[];
}

async function callersOf(
  config: Config,
  store: OpenStore,
  { principals, sets }: Samples,
): Promise<readonly CallerRequests[]> {
  const local = principals.filter(({ tier }) => tier === "TOWN").slice(0, towns);
  const bodies = sets.portrait.map(({ variables }) =>
    JSON.stringify({ query: documents.graph.portrait, variables }),
  );
  const traits = { role: "OFFICER", clearance: "L2", purpose: null, lifetimeS: 3_600 } as const;
  return Promise.all(
    local.map(async (caller, index) => ({
      token: await developmentToken(config, store.secrets.tokenKey, { caller, traits }),
      bodies: bodies.slice(index * 50, index * 50 + 50),
    })),
  );
}

interface Round {
  readonly factor: number;
  readonly seconds: number;
  readonly tally: Tally;
}

async function askAt(
  port: number,
  callers: readonly CallerRequests[],
  { factor, seconds, tally }: Round,
): Promise<void> {
  const under: Promise<void>[] = [];
  const ask = async ({ token, bodies }: CallerRequests, flooding: boolean) => {
    const from = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: bodies[Math.floor(Math.random() * bodies.length)] ?? "",
    });
    await response.arrayBuffer();
    if (!flooding && response.ok) tally.others.push(performance.now() - from);
    const refused = response.ok ? null : "others refused";
    const name = flooding ? `flood ${response.status}` : refused;
    if (name !== null) tally.statuses.set(name, (tally.statuses.get(name) ?? 0) + 1);
  };
  const start = performance.now();
  const due = callers.map((_, index) => index * (1_000 / rate / towns));
  while (performance.now() - start < seconds * 1_000) {
    const now = performance.now() - start;
    for (const [index, caller] of callers.entries()) {
      const every = 1_000 / rate / (index === 0 ? factor : 1);
      for (let at = due[index] ?? 0; at <= now; at = due[index] ?? 0) {
        under.push(ask(caller, index === 0 && factor > 1).catch(() => undefined));
        due[index] = at + every;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(under);
}
