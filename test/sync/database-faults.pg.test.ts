/** Faults of our own database and of the lease on it: the exchange ends, and the next one brings everything where it belongs. */
import { afterEach, beforeAll, describe, expect, test } from "vitest";

import type { SyncReport } from "../../sync/run-sync.ts";
import type { StepName } from "../../sync/steps.ts";
import { seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { createDistrict } from "./district-kit.ts";
import { expectConverged } from "./expect-converged.ts";

const here = await createDistrict();
let round = 0;

beforeAll(async () => {
  await here.registerEnterprises(60);
  await here.city.admin("POST /admin/seed", seedLines(20));
  await here.sync();
  await here.rows(
    `create function fail_now() returns trigger language plpgsql as $$ begin
       raise exception 'injected' using errcode = TG_ARGV[0]; end $$`,
  );
});
afterEach(async () => {
  for (const table of ["titles", "sync_shadow", "sync_runs", "sync_batches", "sync_inbound_raw"]) {
    await here.rows(`drop trigger if exists fail_now on ${table}`);
  }
});

async function change(): Promise<void> {
  round += 1;
  await here.city.admin("PUT /admin/titles", [seedTitle(round, { batch: `d${round}` })]);
  await here.recommend(round, { reason: `round ${round}` });
}

describe("the database refuses in the middle", () => {
  test.each([
    ["a full disk while pages land", "sync_inbound_raw", "53100"],
    ["a deadlock while titles are merged", "titles", "40P01"],
    ["a serialization failure while titles are merged", "titles", "40001"],
    ["a cancelled statement while a batch is settled", "sync_shadow", "57014"],
    ["a full disk while a batch is sealed", "sync_batches", "53100"],
    ["a database that became read-only while a run is closed", "sync_runs", "25006"],
    ["too little memory while a batch is settled", "sync_shadow", "53200"],
  ])("%s", async (_, table, code) => {
    await change();
    const event = table === "sync_runs" ? "update" : "insert";
    await here.rows(
      `create trigger fail_now before ${event} on ${table} for each row execute function fail_now('${code}')`,
    );
    await expect(here.sync()).rejects.toMatchObject({ code });
    await here.rows(`drop trigger fail_now on ${table}`);
    await here.sync();
    await expectConverged(here);
  });

  test("a real deadlock with an officer's transaction", async () => {
    await change();
    await here.sync();
    round += 1;
    const [first, second] = [
      seedTitle(1, { level: "NATIONAL" }),
      seedTitle(2, { level: "NATIONAL" }),
    ];
    await here.city.admin("PUT /admin/titles", [first, second]);
    const officer = await here.session();
    await officer.query("set deadlock_timeout = '50ms'");
    await officer.query("begin");
    const lock = "select from titles where credit_code = $1 for update";
    await officer.query(lock, [second.creditCode]);
    const exchange = here.sync().catch((error: unknown) => error);
    const waits =
      "select from pg_stat_activity where wait_event_type = 'Lock' and usename = 'goldseed_worker' and datname = current_database()";
    while ((await here.rows(waits)).length === 0)
      await new Promise((again) => setTimeout(again, 10));
    // One of the two is chosen as the victim.
    const officers = officer.query(lock, [first.creditCode]).catch((error: unknown) => error);
    const ended = [await officers, await officer.query("rollback").then(() => exchange)];
    await officer.end();
    expect(ended.filter((end) => (end as { code?: string }).code === "40P01")).toHaveLength(1);
    await here.sync();
    await expectConverged(here);
  });
});

describe("the lease is lost in a pause, another process does the exchange, and the first one goes on", () => {
  const lease = `from pg_locks where locktype = 'advisory' and objsubid = 1 and classid::bigint << 32 | objid::bigint
    = hashtextextended('goldseed:sync:city', 0) and database = (select oid from pg_database where datname = current_database())`;
  /** The server ends a session when it next looks: the lease has fallen when nobody holds it, and not before. */
  async function loseLease(): Promise<void> {
    expect(await here.rows(`select pg_terminate_backend(pid) ${lease}`)).toHaveLength(1);
    while ((await here.rows(`select ${lease}`)).length > 0)
      await new Promise((again) => setTimeout(again, 5));
  }
  const moments: readonly StepName[] = [
    "pull.pageFetched",
    "pull.landed",
    "pull.staged",
    "push.sealed",
    "push.sending",
    "push.answered",
    "verify.compared",
  ];
  test.each(moments)("at %s", async (moment) => {
    await change();
    const others: SyncReport[] = [];
    const first = here.sync({
      step: async (name) => {
        if (name !== moment || others.length > 0) return;
        await loseLease();
        others.push(await here.sync());
      },
    });
    // It may end with an error, having found its work done; what it may not do is harm.
    await first.catch(() => undefined);
    expect(others[0]?.parts.map(({ state }) => state)).toContain("DONE");
    await here.sync();
    await expectConverged(here);
    const twice = await here.rows(
      `select entity_key from sync_batch_items where outcome = 'applied' and record->>'reason' = $1
       group by entity_key having count(*) > 1`,
      [`round ${round}`],
    );
    expect(twice).toEqual([]);
  });
});
