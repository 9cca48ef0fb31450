/**
 * A process that takes one record the whole way, from its file to the receiver of a webhook, going on wherever an earlier
 * one ended; it ends itself with SIGKILL before the step that it is told.
 */
import { assessDirty } from "../../../cultivation/assess-enterprises.ts";
import { webhookDelivery } from "../../../cultivation/deliver-webhooks.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchDirty } from "../../../cultivation/match-screenings.ts";
import { askGraph } from "../../../gateway/execute/ask-graph.ts";
import { importRecords } from "../../../intake/import-records.ts";
import { openPool } from "../../../store/pool.ts";
import { openGraph, webhookRules } from "../../kit/graph.ts";

const [workerUrl = "", gatewayUrl = "", path = "", asOf = "", killAt = ""] = process.argv.slice(2);
const open = (url: string) => openPool({ url, name: "way", max: 4, statementTimeoutMs: 30_000 });
const [pool, gatewayPool] = [open(workerUrl), open(gatewayUrl)];
const criteria = await loadSoundCriteria();
const at = (stage: string) => (step: string) => {
  if (`${stage} ${step}` === killAt) process.kill(process.pid, "SIGKILL");
};

const ofImport = at("import");
await importRecords({
  pool,
  sourceId: "financials",
  path,
  startedBy: "test",
  onProgress: ({ phase }) => ofImport(phase),
});
ofImport("done");
await assessDirty(pool, { asOf, criteria, onStep: at("judge") });
await matchDirty(pool, { asOf, criteria, onStep: at("match") });
const delivery = webhookDelivery({
  pool,
  ask: askGraph(openGraph(gatewayPool, { workerPool: pool }).answering, 10_000),
  rules: webhookRules,
  requireAssignment: false,
  signal: new AbortController().signal,
  onError: (error) => {
    throw error;
  },
  timeoutMs: 150,
  onStep: at("deliver"),
});
for (;;) {
  await delivery.turn();
  await delivery.settle();
  const { rowCount } = await pool.query("select from webhook_deliveries where state = 'PENDING'");
  if (rowCount === 0) break;
  // What a killed process had in hand is free again when its lease is over.
  await new Promise((resolve) => setTimeout(resolve, 50));
}
process.exit(0);
