/**
 * Twenty towns ask for portraits at a steady rate each, whatever the answers take; then one of them ten, and a hundred,
 * times as often. Quiet and flooded rounds take turns, in one gateway process under production's limits. The flood comes
 * from a process of its own (flood-client.ts): in one process the others would wait in the client for its answers.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { developmentToken } from "../../cli/development-token.ts";
import type { OpenStore } from "../../cli/open-store.ts";
import type { Config } from "../../config/options.ts";
import { startContender } from "../read/contender-process.ts";
import { documents } from "../read/operations.ts";
import type { Samples } from "../read/samples.ts";
import type { FloodJob, FloodTally } from "./flood-job.ts";
import { percentile } from "./statistics.ts";

const towns = 20;
/** Requests of one town in a second. */
const rate = 5;
const factors = [1, 10, 100] as const;

export interface FloodInputs {
  readonly config: Config;
  readonly store: OpenStore;
  readonly samples: Samples;
}

interface Round {
  readonly others: FloodTally;
  readonly flood: FloodTally;
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
  const [others, flooding] = [startClient(), startClient()];
  try {
    const callers = await callersOf(config, store, samples);
    const ask = (factor: number, forSeconds: number) =>
      askAt({ others, flooding }, { port: server.port, callers, factor, seconds: forSeconds });
    const found = new Map<number, Round[]>(factors.map((factor) => [factor, []]));
    await ask(1, 3);
    for (let round = 0; round < rounds; round++)
      for (const factor of factors.toSorted(() => Math.random() - 0.5))
        found.get(factor)?.push(await ask(factor, seconds));
    return figuresOf(found);
  } finally {
    others.kill();
    flooding.kill();
    await server.stop();
  }
}

function figuresOf(found: ReadonlyMap<number, readonly Round[]>) {
  const timesOf = (factor: number) =>
    (found.get(factor) ?? []).flatMap(({ others }) => others.times);
  const quiet = percentile(timesOf(1), 0.99);
  return [...found].map(([factor, rounds]) => {
    const times = timesOf(factor);
    const flood = sumOf(rounds.map((round) => round.flood));
    const { 200: answered = 0, ...refused } = sumOf(rounds.map((round) => round.others));
    return {
      floodTimes: factor,
      othersAnswered: answered,
      othersP50Ms: percentile(times, 0.5),
      othersP99Ms: percentile(times, 0.99),
      ratioOfP99: percentile(times, 0.99) / quiet,
      limit: 1.5,
      othersRefused: refused,
      flood,
    };
  });
}

function sumOf(tallies: readonly FloodTally[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { statuses } of tallies)
    for (const [name, count] of Object.entries(statuses)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function startClient(): ChildProcess {
  const script = fileURLToPath(new URL("flood-client.ts", import.meta.url));
  return fork(script, {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

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

interface Asking {
  readonly port: number;
  readonly callers: readonly CallerRequests[];
  readonly factor: number;
  readonly seconds: number;
}

/** The first town is the one that floods; in a quiet round it asks as the others do, from its own process too. */
async function askAt(
  clients: { readonly others: ChildProcess; readonly flooding: ChildProcess },
  { port, callers, factor, seconds }: Asking,
): Promise<Round> {
  const run = async (client: ChildProcess, job: FloodJob): Promise<FloodTally> => {
    client.send(job);
    const [tally] = (await once(client, "message")) as [FloodTally];
    return tally;
  };
  const of = { port, seconds };
  const [others, flood] = await Promise.all([
    run(clients.others, {
      ...of,
      callers: callers.slice(1),
      ratePerCaller: rate,
      background: false,
    }),
    run(clients.flooding, {
      ...of,
      callers: callers.slice(0, 1),
      ratePerCaller: rate * factor,
      background: true,
    }),
  ]);
  return { others, flood };
}
