/** Who asks a size's database for random portraits: the compiled path without HTTP, and a caller of the gateway as it ships. */
import { mkdirSync } from "node:fs";

import { developmentToken } from "../../cli/development-token.ts";
import { loadConfig } from "../../config/load-config.ts";
import { loadSecrets } from "../../config/secrets.ts";
import type { Pool } from "../../store/pool.ts";
import { randomFrom } from "../../test/kit/generate-operation.ts";
import { openGraph, principal } from "../../test/kit/graph.ts";
import { startContender } from "../read/contender-process.ts";
import { documents } from "../read/operations.ts";
import { codeOf } from "./fill-store.ts";

/** @returns milliseconds; throws for an answer that is none. */
export type Ask = () => Promise<number>;

const caller = { tier: "DISTRICT", areaCodes: ["370211"] } as const;
const idOf = (serial: number) => Buffer.from(`Enterprise:${codeOf(serial)}`).toString("base64url");

/** The portrait of bench/read, by its global id. */
const query = `${documents.graph.portrait
  .replace("$creditCode: CreditCode!", "$id: ID!")
  .replace(
    "enterprise(creditCode: $creditCode) {",
    "enterprise: node(id: $id) { ... on Enterprise {",
  )} }`;

/** The ids that are asked for, the same of a size in every run. */
function randomIds(size: number): () => string {
  const random = randomFrom(size);
  return () => idOf(Math.floor(random() * size));
}

export function plainAsker(pool: Pool, size: number): Ask {
  const graph = openGraph(pool);
  const who = principal(caller.tier, caller.areaCodes, { role: "OFFICER" });
  const next = randomIds(size);
  return async () => {
    const id = next();
    const begin = performance.now();
    const answer = await graph.ask(who, query, { id });
    if (answer.data.enterprise === null) throw new Error(`"${id}" was not found.`);
    return performance.now() - begin;
  };
}

export interface HttpAsker {
  readonly ask: Ask;
  readonly stop: () => Promise<void>;
}

/** One connection to the database, as the asker without HTTP has. One caller's points are not what is measured. */
export async function httpAsker(
  size: number,
  urls: { readonly gateway: string; readonly worker: string },
  dataDir: string,
): Promise<HttpAsker> {
  const plenty = "1000000000";
  mkdirSync(dataDir, { recursive: true });
  const { port, stop } = await startContender(
    "read/goldseed-server.ts",
    {
      GOLDSEED_DATA_DIR: dataDir,
      BENCH_GATEWAY_URL: urls.gateway,
      BENCH_WORKER_URL: urls.worker,
      GATEWAY_POOL_SIZE: "1",
      POINTS_PER_SECOND: plenty,
      AREA_POINTS_PER_SECOND: plenty,
      TOTAL_POINTS_PER_SECOND: plenty,
    },
    process.execPath,
  );
  const { config } = loadConfig({ env: { GOLDSEED_DATA_DIR: dataDir } });
  const traits = { role: "OFFICER", clearance: "L3", purpose: null, lifetimeS: 3_600 } as const;
  const token = await developmentToken(config, loadSecrets(dataDir).tokenKey, {
    caller: { ...caller, areaCodes: [...caller.areaCodes] },
    traits,
  });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const next = randomIds(size);
  const ask = async () => {
    const body = JSON.stringify({ query, variables: { id: next() } });
    const begin = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers,
      body,
    });
    const text = await answer.text();
    const ms = performance.now() - begin;
    if (!answer.ok || text.includes('"errors"') || text.includes('"enterprise":null'))
      throw new Error(`A portrait was refused: ${answer.status} ${text.slice(0, 300)}`);
    return ms;
  };
  return { ask, stop };
}
