/** Contender: this gateway as it ships, with tokens, limits and policies, over the store of BENCH_GATEWAY_URL. */
import { loadConfig } from "../../config/load-config.ts";
import { loadSecrets } from "../../config/secrets.ts";
import { startConfiguredGateway } from "../../cli/start-gateway.ts";
import { openPool } from "../../store/pool.ts";

const { config } = loadConfig({ flags: {} });
const pool = openPool({
  url: process.env["BENCH_GATEWAY_URL"] ?? "",
  name: "bench goldseed",
  max: config.gatewayPoolSize,
  statementTimeoutMs: config.statementTimeoutMs,
  forBatches: true,
});
// The audit of sensitive reads is written through it, as in production.
const workerUrl = process.env["BENCH_WORKER_URL"] ?? "";
const gateway = await startConfiguredGateway(
  { ...config, host: "127.0.0.1", port: 0 },
  {
    store: {
      gatewayPool: pool,
      workerPool: openPool({
        url: workerUrl,
        name: "bench worker",
        max: 2,
        statementTimeoutMs: 60_000,
      }),
      workerUrl,
      secrets: loadSecrets(config.dataDir),
    },
    fetchCityRecords: null,
    log: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  },
);
process.stdout.write(`{"port":${new URL(gateway.url).port}}\n`);
