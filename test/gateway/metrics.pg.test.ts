/** /metrics: what a monitor reads, and who may. */
import { readFileSync } from "node:fs";

import fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";

import { registerMetricsRoute } from "../../gateway/server/metrics-route.ts";
import { RequestCounter } from "../../gateway/server/request-counter.ts";
import { openPool } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";

const db = await createTestDatabase();
const token = "t".repeat(40);
const nowhere = "postgres://x@127.0.0.1:1/x";
const open = await openGateway(
  db.gateway,
  { district: principal("DISTRICT", ["370211"]) },
  {
    workerPool: db.worker,
    furtherMetrics: () => [
      { name: "goldseed_other", help: "x", type: "gauge", samples: [{ value: 7 }] },
    ],
  },
);
const closed = await openGateway(db.gateway, {}, { workerPool: db.worker, metricsToken: token });

beforeAll(async () => {
  await db.owner.query(
    `insert into sync_peers (id, name, level, breaker_state) values ('city', 'x', 'L3', 'OPEN');
     insert into sync_streams (peer_id, stream, direction, completed_at, uncaptured, swept_at, batch_items) values
       ('city', 'titles', 'PULL', now() - interval '2 hours', 0, null, null),
       ('city', 'recommendations', 'PUSH', null, 3, now() - interval '10 minutes', 250);
     insert into sync_outbox (stream, entity_key, operation, origin, at)
       values ('recommendations', 'k', 'INSERT', 'LOCAL', now() - interval '30 minutes');
     insert into dirty_keys (credit_code, stage, reason, marked_at) values
       ('a', 'PORTRAITS', 'facts', now() - interval '3 hours'), ('b', 'PORTRAITS', 'facts', now()),
       ('c', 'INDICATORS', 'day', now() - interval '3 hours');
     insert into sync_runs (peer_id, direction, stream, state) values ('city', 'PULL', 'titles', 'FAILED');
     insert into sync_drifts (peer_id, stream, kind, field, example, records, state) values
       ('city', 'titles', 'NEW_MEMBER', 'colour', '"gold"', 3, 'OPEN'), ('city', 'titles', 'NEW_VALUE', 'kind', '"X"', 1, 'CLOSED');
     insert into sync_batches (peer_id, stream, generation, batch_no, idempotency_key, body, body_digest, state) values
       ('city', 'recommendations', 1, 1, 'a', '', '', 'PARKED'), ('city', 'recommendations', 1, 2, 'b', '', '', 'PARKED');
     insert into sync_batches (peer_id, stream, generation, batch_no, idempotency_key, body, body_digest, state, sealed_at)
       values ('city', 'recommendations', 1, 3, 'c', '', '', 'IN_DOUBT', now() - interval '4 days');
     insert into sync_batch_items (peer_id, stream, generation, batch_no, entity_key, entity_version, record, digest, outcome)
       values ('city', 'recommendations', 1, 1, 'k', 1, '{}', '', 'rejected'), ('city', 'recommendations', 1, 2, 'k', 2, '{}', '', null);
     insert into sync_conflicts (peer_id, stream, entity_key, kind, state) values ('city', 'titles', 'a"b', 'INVALID', 'OPEN');
     insert into sync_list_receipts (peer_id, run_id, list_digest, list, generation, receipt_no, body, content_digest, made_at)
       values ('city', gen_random_uuid(), 'd', 'l', 1, 1, 'x', 'c', now() - interval '2 hours')`,
  );
});

afterAll(() => Promise.all([open.stop(), closed.stop()]));

const read = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/metrics`, { headers });

test("requests by outcome, how long marks wait, and of the exchange age, backlog, conflicts, runs and breaker", async () => {
  const ask = (authorization: string, query: string) =>
    fetch(`${open.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify({ query }),
    });
  await ask("Bearer district", "{ viewer { subject } }");
  await ask("Bearer district", "{ viewer { nonsense } }");
  await ask("Bearer nobody", "{ viewer { subject } }");
  const answer = await read(open.url);
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const lines = new Map(
    (await answer.text())
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
  const of = (name: string) => lines.get(name);
  expect(of('goldseed_requests_total{outcome="OK"}')).toBe(1);
  expect(of('goldseed_requests_total{outcome="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(of('goldseed_requests_total{outcome="UNAUTHENTICATED"}')).toBe(1);
  expect(of('goldseed_sync_age_seconds{stream="titles"}')).toBeGreaterThanOrEqual(7_200);
  expect(lines.has('goldseed_sync_age_seconds{stream="recommendations"}')).toBe(false);
  expect(of('goldseed_sync_outbox_depth{stream="recommendations"}')).toBe(1);
  expect(of('goldseed_sync_outbox_age_seconds{stream="recommendations"}')).toBeGreaterThanOrEqual(
    1_800,
  );
  expect(of('goldseed_sync_open_conflicts{stream="titles"}')).toBe(1);
  expect(of('goldseed_sync_open_drifts{stream="titles"}')).toBe(1);
  expect(of("goldseed_sync_waiting_list_receipts")).toBe(1);
  expect(of("goldseed_sync_waiting_list_receipt_age_seconds")).toBeGreaterThanOrEqual(7_200);
  expect(
    of('goldseed_sync_waiting_batch_age_seconds{stream="recommendations"}'),
  ).toBeGreaterThanOrEqual(345_600);
  expect(of('goldseed_sync_waiting_batch_age_seconds{stream="titles"}')).toBe(0);
  expect(of('goldseed_sync_dead_batches{stream="recommendations"}')).toBe(1);
  expect(of('goldseed_sync_runs_total{direction="PULL",stream="titles",state="FAILED"}')).toBe(1);
  expect(of("goldseed_sync_breaker_open")).toBe(1);
  expect(of('goldseed_marks_age_seconds{stage="PORTRAITS"}')).toBeGreaterThanOrEqual(10_800);
  // Everybody is marked on a new day, and looked at when nothing else waits.
  expect(of('goldseed_marks_age_seconds{stage="INDICATORS"}')).toBe(0);
  expect(of("goldseed_other")).toBe(7);
  expect(of('goldseed_sync_uncaptured_total{stream="recommendations"}')).toBe(3);
  expect(of('goldseed_sync_sweep_age_seconds{stream="recommendations"}')).toBeGreaterThanOrEqual(
    600,
  );
  expect(of('goldseed_sync_batch_items{stream="recommendations"}')).toBe(250);
  expect(lines.has('goldseed_sync_sweep_age_seconds{stream="titles"}')).toBe(false);
});

test("how long requests took, and what the process is at", async () => {
  const text = await (await read(open.url)).text();
  const value = (sample: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${sample} `))
        ?.split(" ")[1],
    );
  expect(text).toContain("# TYPE goldseed_request_duration_seconds histogram");
  expect(value('goldseed_request_duration_seconds_bucket{le="10"}')).toBe(3);
  expect(value('goldseed_request_duration_seconds_bucket{le="+Inf"}')).toBe(3);
  expect(value("goldseed_request_duration_seconds_count")).toBe(3);
  expect(value("goldseed_database_up")).toBe(1);
  expect(value("goldseed_requests_in_flight")).toBe(0);
  expect(value("goldseed_requests_waiting")).toBe(0);
  expect(value("goldseed_streams_open")).toBe(0);
  expect(value('goldseed_database_waiting{pool="worker"}')).toBe(0);
  for (const positive of [
    "goldseed_process_resident_bytes",
    "goldseed_process_heap_used_bytes",
    "goldseed_process_heap_limit_bytes",
    "goldseed_process_up_seconds",
    "goldseed_event_loop_active_seconds_total",
    'goldseed_database_connections{pool="gateway",state="idle"}',
  ])
    expect(value(positive), positive).toBeGreaterThan(0);
});

test("a database that is away is a figure, and the others stay", async () => {
  const away = openPool({ url: nowhere, name: "x", max: 1, statementTimeoutMs: 1_000 });
  const app = fastify();
  registerMetricsRoute(app, {
    counter: new RequestCounter(),
    ownMetrics: () => [],
    pool: away,
    workerPool: away,
    metricsToken: null,
  });
  const answer = await app.inject({ url: "/metrics", remoteAddress: "127.0.0.1" });
  await Promise.all([app.close(), away.end()]);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain("goldseed_database_up 0\n");
  expect(answer.body).toContain("goldseed_request_duration_seconds_count 0\n");
});

test("every figure stands in the page for operations, and so does what the alarms ask", async () => {
  const page = readFileSync("docs/operations.md", "utf8");
  const rules = readFileSync("deploy/alerts.rules.yaml", "utf8");
  const told = (await (await read(open.url)).text()).matchAll(/^# TYPE (\S+)/gmu);
  const asked = rules.matchAll(/(goldseed_\w+?)(?:_bucket)?(?=[^\w])/gu);
  const names = new Set([...told, ...asked].map(([, name]) => name as string));
  names.delete("goldseed_other");
  expect(names.size).toBeGreaterThan(25);
  const lacking = [...names].filter((name) => page.split(`\`${name}`).length < 3);
  expect(lacking).toEqual([]);
});

test.each([
  ["through a proxy", open.url, { "x-forwarded-for": "10.0.0.1" }, 404],
  ["without the token that is set", closed.url, {}, 404],
  ["with a wrong token", closed.url, { authorization: "Bearer wrong" }, 404],
  [
    "with the token, through a proxy",
    closed.url,
    { authorization: `Bearer ${token}`, "x-forwarded-for": "10.0.0.1" },
    200,
  ],
])("%s", async (_, url, headers, status) => {
  expect((await read(url, headers)).status).toBe(status);
});
