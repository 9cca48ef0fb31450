/** The timers of two processes on one database: one exchanges, and the other goes on where it stopped. */
import { expect, test } from "vitest";

import type { LogEvent } from "../../cli/log-line.ts";
import { startUpkeep } from "../../cli/start-upkeep.ts";
import { sweep } from "../../sync/sweep.ts";
import { seedLines } from "../demo/city-platform/titles-for-tests.ts";
import { webhookRules } from "../kit/graph.ts";
import { createDistrict } from "../sync/district-kit.ts";

const here = await createDistrict();

const start = (log: LogEvent[]) =>
  startUpkeep({
    pool: here.database.worker,
    config: { auditDigest: "sha256" },
    listenUrl: here.database.workerUrl,
    city: { platform: here.platform, statementKey: null },
    connections: "/nonexistent",
    uploadFolder: "/nonexistent",
    webhooks: {
      ask: () => Promise.resolve(null),
      rules: webhookRules,
      requireAssignment: false,
    },
    syncIntervalS: 1,
    log: (event) => log.push(event),
  });

const runs = async (condition: string): Promise<number> => {
  const [row] = await here.rows<{ n: number }>(
    `select count(*)::int as n from sync_runs where ${condition}`,
  );
  return row?.n ?? 0;
};
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 20));
}
const said = (log: readonly LogEvent[], job: string) =>
  log.filter((event) => event["job"] === job).map((event) => String(event["message"]));

test("the leader stops at a checkpoint of its exchange, and the other process brings it to its end", async () => {
  await here.registerEnterprises(60);
  await here.city.admin("POST /admin/seed", seedLines(60));
  const slow = { on: "titles", kind: "delay", ms: 400, times: -1 };
  await here.city.admin("POST /admin/faults", slow);
  const [first, second]: [LogEvent[], LogEvent[]] = [[], []];
  const leader = start(first);
  await until(() => said(first, "upkeep").length > 0);
  const other = start(second);
  await until(() => said(second, "upkeep").some((words) => words.includes("takes over")));
  // In the middle of the pull: the pages are slow.
  await until(async () => (await runs("direction = 'PULL'")) > 0);
  await leader.stop();
  expect(await runs("state = 'RUNNING'")).toBe(0);
  expect(await runs("direction = 'VERIFY'")).toBe(0);
  await here.city.admin("DELETE /admin/faults");
  await until(async () => (await runs("direction = 'VERIFY' and state = 'DONE'")) >= 2);
  await other.stop();
  expect(await here.rows("select from titles")).toHaveLength(60);
  const [entry] = await here.rows<{ details: object }>(
    "select details from audit_entries where action = 'job.sync' and outcome = 'DONE' order by sequence desc limit 1",
  );
  expect(entry?.details).toMatchObject({ ledgerHead: expect.stringMatching(/^2:/u) });
  // Two at once would have refused each other.
  expect([...said(first, "sync"), ...said(second, "sync")].join()).not.toContain("running");
});

test("the sweep needs no city, counts what it finds, and prunes notices that were looked at", async () => {
  await here.recommend(1);
  await here.rows("delete from sync_outbox where batch_no is null");
  await here.rows(
    `insert into sync_outbox (stream, entity_key, operation, origin, at, batch_no)
     values ('recommendations', 'old', 'INSERT', 'LOCAL', now() - interval '31 days', 0),
       ('recommendations', 'young', 'INSERT', 'LOCAL', now() - interval '29 days', 0)`,
  );
  expect([await sweep(here.database.worker), await sweep(here.database.worker)]).toEqual([1, 0]);
  expect(
    await here.rows(
      "select uncaptured::int, swept_at is not null as swept from sync_streams where stream = 'recommendations'",
    ),
  ).toEqual([{ uncaptured: 1, swept: true }]);
  const looked = "select entity_key from sync_outbox where entity_key in ('old', 'young')";
  expect(await here.rows(looked)).toEqual([{ entity_key: "young" }]);
  expect((await here.sync({ parts: ["push"] })).parts[0]?.counts.applied).toBe(1);
});
