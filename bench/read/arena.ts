/** Everything bench/read needs, up and running: the store, the contenders, tokens, requests; and what they agree on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { loadConfig } from "../../config/load-config.ts";
import { developmentToken } from "../../cli/development-token.ts";
import { openStore } from "../../cli/open-store.ts";
import { openPool } from "../../store/pool.ts";
import {
  type Contender,
  installPeers,
  nodeVersionOfContenders,
  startContender,
} from "./contender-process.ts";
import { askOnce, requestBytes } from "./load.ts";
import {
  type Dialect,
  documents,
  meaningOf,
  type OperationName,
  operationNames,
} from "./operations.ts";
import { createPeerViews, dropPeerViews } from "./peer-views.ts";
import type { ReadPlan } from "./rounds.ts";
import { drawSamples, type Sample } from "./samples.ts";

export interface Runner extends Contender {
  readonly name: string;
  readonly requests: Readonly<Record<OperationName, readonly Buffer[]>>;
}

export interface Arena {
  readonly runners: readonly Runner[];
  readonly postmaster: number | null;
  readonly conditions: Record<string, unknown>;
  /** Asks every contender the same and compares what the answers mean. */
  readonly compare: () => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

interface Kind {
  readonly script: string;
  readonly dialect: Dialect;
  /** The limit knows its operations by name, and over what it is to read them. */
  readonly byName?: { readonly models: boolean };
  /** There for its tail alone: what it answers is not compared. */
  readonly answersNothing?: true;
}

const kinds: Readonly<Record<string, Kind>> = {
  goldseed: { script: "read/goldseed-server.ts", dialect: "graph" },
  limit: { script: "read/limit-server.ts", dialect: "graph", byName: { models: false } },
  "limit over read models": {
    script: "read/limit-server.ts",
    dialect: "graph",
    byName: { models: true },
  },
  postgraphile: { script: "peers/postgraphile/server.mjs", dialect: "tables" },
  "postgraphile over read models": { script: "peers/postgraphile/server.mjs", dialect: "models" },
  apollo: { script: "read/apollo-server.ts", dialect: "graph" },
  "node:http alone": {
    script: "read/http-alone-server.ts",
    dialect: "graph",
    answersNothing: true,
  },
};

export const contenderNames = Object.keys(kinds);

const samplesPerOperation = 2_000;
const comparedPerOperation = 25;
const tokenLifetimeS = 12 * 3_600;

export async function openArena({ contenders }: Pick<ReadPlan, "contenders">): Promise<Arena> {
  installPeers();
  const { config } = loadConfig({ flags: {} });
  const store = await openStore(config);
  const owner = openPool({
    url: store.ownerUrl,
    name: "bench",
    max: 1,
    statementTimeoutMs: 60_000,
  });
  const folder = mkdtempSync(join(tmpdir(), "goldseed-bench-"));
  const started = new Map<string, Contender>();
  const close = async () => {
    await Promise.all([...started.values()].map((contender) => contender.stop()));
    await dropPeerViews(store.ownerUrl);
    await owner.end();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const samples = await drawSamples(owner, samplesPerOperation);
    const tokens = await Promise.all(
      samples.principals.map((caller) =>
        developmentToken(config, store.secrets.tokenKey, {
          caller,
          traits: { role: "OFFICER", clearance: null, purpose: null, lifetimeS: tokenLifetimeS },
        }),
      ),
    );
    const tokenFile = join(folder, "tokens.json");
    writeFileSync(
      tokenFile,
      JSON.stringify(Object.fromEntries(tokens.map((token, i) => [token, samples.principals[i]]))),
    );
    await createPeerViews(store.ownerUrl);
    const environment = {
      BENCH_GATEWAY_URL: store.gatewayUrl,
      BENCH_WORKER_URL: store.workerUrl,
      BENCH_TOKENS: tokenFile,
    };
    const runners: Runner[] = [];
    const bodyOf = (name: string, operation: OperationName, variables: Sample["variables"]) => {
      const { byName, dialect = "graph" } = kinds[name] ?? {};
      return byName
        ? { operation, ...byName, variables }
        : { query: documents[dialect][operation], variables };
    };
    for (const name of contenders) {
      process.stderr.write(`bench: ${name} starts\n`);
      const { script } = kinds[name] as Kind;
      const contender = started.get(script) ?? (await startContender(script, environment));
      started.set(script, contender);
      const cursors = await secondPages(
        contender.port,
        (variables) => bodyOf(name, "worklist", variables),
        {
          samples: samples.sets.worklist,
          tokens,
        },
      );
      const bytes = (operation: OperationName) =>
        samples.sets[operation].map((sample) => {
          const after = sample.secondPage ? { after: cursors.get(keyOf(sample)) } : {};
          const body = bodyOf(name, operation, { ...sample.variables, ...after });
          return requestBytes(contender.port, tokens[sample.principal] ?? "", body);
        });
      runners.push({
        ...contender,
        name,
        requests: Object.fromEntries(
          operationNames.map((each) => [each, bytes(each)]),
        ) as unknown as Runner["requests"],
      });
    }
    const compare = () =>
      compareAnswers(
        runners.filter(({ name }) => !kinds[name]?.answersNothing),
        (runner, operation, sample) =>
          askOnce(
            runner.port,
            tokens[sample.principal] ?? "",
            bodyOf(runner.name, operation, sample.variables),
          ),
        samples.sets,
      );
    const { rows } = await owner.query<Record<string, number>>(
      `select (select count(*)::int from enterprises) as entities, (select count(*)::int from enterprises where in_library) as "inLibraries",
        current_setting('server_version') as postgresql, (select count(*)::int from pg_class where relrowsecurity and relforcerowsecurity) as "tablesUnderPolicy"`,
    );
    return {
      runners,
      postmaster: config.databaseUrl === null ? postmasterOf(config.dataDir) : null,
      conditions: {
        ...rows[0],
        principals: tokens.length,
        contendersNode: nodeVersionOfContenders(),
      },
      compare,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const keyOf = ({ principal, variables }: Sample) => `${principal} ${String(variables["town"])}`;

interface Paging {
  readonly samples: readonly Sample[];
  readonly tokens: readonly string[];
}

/** The cursor behind the first page of each worklist, as the contender itself writes it. */
async function secondPages(
  port: number,
  body: (variables: Sample["variables"]) => unknown,
  { samples, tokens }: Paging,
): Promise<ReadonlyMap<string, string | null>> {
  const cursors = new Map<string, string | null>();
  for (const sample of samples) {
    if (!sample.secondPage || cursors.has(keyOf(sample))) continue;
    const { data } = await askOnce(port, tokens[sample.principal] ?? "", body(sample.variables));
    const page = data as
      | { enterprises?: { pageInfo: { endCursor: string | null } } }
      | null
      | undefined;
    cursors.set(keyOf(sample), page?.enterprises?.pageInfo.endCursor ?? null);
  }
  return cursors;
}

type Ask = (
  runner: Runner,
  operation: OperationName,
  sample: Sample,
) => Promise<{ data?: unknown; errors?: unknown }>;

async function compareAnswers(
  runners: readonly Runner[],
  ask: Ask,
  sets: Readonly<Record<OperationName, readonly Sample[]>>,
): Promise<Record<string, unknown>> {
  const differences: string[] = [];
  for (const operation of operationNames) {
    process.stderr.write(`bench: comparing ${operation}\n`);
    for (const sample of sets[operation].slice(0, comparedPerOperation)) {
      const answers = await Promise.all(runners.map((runner) => ask(runner, operation, sample)));
      const meanings = answers.map(({ data, errors }) =>
        errors ? { errors } : meaningOf(operation, data),
      );
      const odd = runners.filter(
        (_runner, index) => !isDeepStrictEqual(meanings[index], meanings[0]),
      );
      for (const { name } of odd)
        differences.push(
          `${name} on ${operation} ${JSON.stringify(sample.variables)}: ${JSON.stringify(meanings[runners.findIndex((each) => each.name === name)]).slice(0, 1_500)} instead of ${JSON.stringify(meanings[0]).slice(0, 1_500)}`,
        );
    }
  }
  if (differences.length > 0)
    throw new Error(
      `The contenders give different data in ${differences.length} cases, first: ${differences[0]}`,
    );
  return {
    comparedAnswers: comparedPerOperation * operationNames.length * runners.length,
    differences: 0,
  };
}

function postmasterOf(dataDir: string): number | null {
  try {
    const pid = Number(
      readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0],
    );
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
