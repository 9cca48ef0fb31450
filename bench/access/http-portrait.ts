/** Portraits over HTTP from a gateway in a process of its own, each asked as the caller of its sample. */
import { developmentToken } from "../../cli/development-token.ts";
import type { OpenStore } from "../../cli/open-store.ts";
import type { Config } from "../../config/options.ts";
import { startContender } from "../read/contender-process.ts";
import { documents } from "../read/operations.ts";
import type { Sample, Samples } from "../read/samples.ts";

export interface HttpPortraits {
  /** Throws for an answer that is none. */
  readonly ask: (sample: Sample) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** One caller asks at a time and as fast as it can: its points are not what is measured. */
const plenty = "1000000000";

export async function openHttpPortraits(
  config: Config,
  store: OpenStore,
  { principals }: Samples,
): Promise<HttpPortraits> {
  const { port, stop } = await startContender(
    "read/goldseed-server.ts",
    {
      BENCH_GATEWAY_URL: store.gatewayUrl,
      BENCH_WORKER_URL: store.workerUrl,
      POINTS_PER_SECOND: plenty,
      AREA_POINTS_PER_SECOND: plenty,
      TOTAL_POINTS_PER_SECOND: plenty,
    },
    process.execPath,
  );
  const traits = { role: "OFFICER", clearance: "L3", purpose: null, lifetimeS: 3_600 } as const;
  const tokens = await Promise.all(
    principals.map((caller) =>
      developmentToken(config, store.secrets.tokenKey, { caller, traits }),
    ),
  );
  const ask = async ({ principal, variables }: Sample) => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${tokens[principal]}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ query: documents.graph.portrait, variables }),
    });
    const text = await answer.text();
    if (!answer.ok || text.includes('"errors"'))
      throw new Error(`A portrait was refused: ${answer.status} ${text.slice(0, 300)}`);
  };
  return { ask, stop };
}
