/**
 * `npm run -s bench -- access`: what the policy costs the portrait, how fair a flooded gateway is, and whether the time of
 * an answer tells an enterprise that is not there from one that is another's. Over the store of GOLDSEED_DATA_DIR.
 *
 * BENCH_PORTRAITS a variant (6,000) in BENCH_SESSIONS fresh sessions a side (20), BENCH_PAIRS (2,000), BENCH_ROUNDS of quiet and flooded (5), BENCH_SECONDS each (4).
 */
import { loadConfig } from "../config/load-config.ts";
import { openStore } from "../cli/open-store.ts";
import { openPool } from "../store/pool.ts";
import { measureFlood } from "./access/flood.ts";
import { openHttpPortraits } from "./access/http-portrait.ts";
import { measurePolicyCost } from "./access/policy-cost.ts";
import { measureTiming } from "./access/timing.ts";
import { drawSamples } from "./read/samples.ts";

const samplesPerOperation = 2_000;

export async function run(): Promise<Record<string, unknown>> {
  const { config } = loadConfig({ flags: {} });
  const store = await openStore(config);
  const owner = openPool({
    url: store.ownerUrl,
    name: "bench",
    max: 1,
    statementTimeoutMs: 60_000,
  });
  try {
    const { rows } = await owner.query("select count(*)::int as enterprises from enterprises");
    const samples = await drawSamples(owner, samplesPerOperation);
    const { gatewayPool: gateway } = store;
    const portraits = await openHttpPortraits(config, store, samples);
    let policyCost;
    try {
      policyCost = await measurePolicyCost({
        gatewayUrl: store.gatewayUrl,
        workerUrl: store.workerUrl,
        samples,
        askOverHttp: portraits.ask,
      });
    } finally {
      await portraits.stop();
    }
    return {
      store: rows[0],
      policyCost,
      timing: await measureTiming(gateway, samples),
      flooding: await measureFlood({ config, store, samples }),
    };
  } finally {
    await owner.end();
    await store.close();
  }
}
