/** What ends before it is answered ends in the database too: a client that went away, a request whose time is over. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import type { PoolClient } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { seedDistrict } from "../kit/seed.ts";

const db = await createTestDatabase();
const callers = { district: principal("DISTRICT", ["370211"]) };
const patient = await openGateway(db.gateway, callers);
const hurried = await openGateway(db.gateway, callers, { requestTimeoutMs: 400 });
const sparing = await openGateway(db.gateway, callers, { statementTimeoutMs: 400 });
let lock: PoolClient;

beforeAll(() => seedDistrict(db.owner));
afterAll(() => Promise.all([patient, hurried, sparing].map((each) => each.stop())));
beforeEach(async () => {
  lock = await db.owner.connect();
  await lock.query("begin; lock table enterprises in access exclusive mode");
});
afterEach(async () => {
  await lock.query("rollback");
  lock.release();
});

const ask = ({ url }: { readonly url: string }, signal: AbortSignal | null = null) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    signal,
    headers: { "content-type": "application/json", authorization: "Bearer district" },
    body: JSON.stringify({ query: "{ enterprises(first: 1) { totalCount } }" }),
  });

const waiting = async () =>
  (
    await db.owner.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'goldseed test' and datname = current_database()",
    )
  ).rows[0]?.n;

test("a client that goes away takes its statement with it", async () => {
  const gone = new AbortController();
  const pending = ask(patient, gone.signal).catch(() => "aborted");
  await expect.poll(waiting, { timeout: 20_000, interval: 20 }).toBe(1);
  gone.abort();
  expect(await pending).toBe("aborted");
  await expect.poll(waiting, { timeout: 6_000, interval: 20 }).toBe(0);
});

test.each([
  ["has the time that its request has left, and no more", hurried],
  ["ends at its own limit, though its request has time left", sparing],
])("a statement %s", async (_, gateway) => {
  // All other limits would end it much later.
  const answer = await ask(gateway, AbortSignal.timeout(8_000));
  expect([answer.status, await answer.json()]).toMatchObject([
    504,
    { errors: [{ extensions: { code: "TIMEOUT" } }] },
  ]);
  // The table is locked still: the statement was ended by the database, not by what it waited for.
  expect(await waiting()).toBe(0);
});
