/** The rows of a library's lists are what the tables say at every commit, whoever writes, and whoever writes beside. */
import { beforeAll, expect, test, vi } from "vitest";

import { refreshDirtyPortraits, refreshPortraits } from "../../cultivation/refresh-portraits.ts";
import type { PoolClient } from "../../store/pool.ts";
import { moveEnterprise } from "../../store/queries/move-enterprise.ts";
import { refreshTitleKinds, removeTitles, upsertTitles } from "../../store/queries/sync-titles.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";
import { randomFrom } from "../kit/generate-operation.ts";
import { towns } from "../kit/seed.ts";

const transactions = Number(process.env["WRITES"] ?? 60);
const seed = Number(process.env["SEED"] ?? 20_261_127);
const db = await createTestDatabase();
const codes = Array.from({ length: 12 }, (_each, index) => `M${index}`);

const enterprise = `insert into enterprises (credit_code, name, kind, status, in_library, source_id, record_key, link_method, link_confidence, content_digest)
  select code, '企业"' || code, 'COMPANY', 'ACTIVE', $2, 's', code, 'REGISTRY', 1, 'x' from unnest($1::text[]) code`;
const yearOf = `insert into employments (credit_code, year, employees, source_id, record_key, link_method, link_confidence)
  values ($1::text, $2::int, $3, 's', $1::text || $2::int, 'CREDIT_CODE', 1) on conflict (credit_code, year) do update set employees = excluded.employees`;

/** Rows that are missing, too many, or other than the tables say, to the byte. */
async function wrongRows(): Promise<number> {
  const { rows } = await db.owner.query<{ wrong: number }>(
    `select count(*)::int as wrong from listed_member_rows r full join listed_members m on m.credit_code = r.credit_code
     where r.credit_code is null or m.credit_code is null
       or (to_jsonb(m) - array['score_order', 'established_order'])::text <> to_jsonb(r)::text`,
  );
  return rows[0]?.wrong ?? -1;
}

const within = (work: (client: PoolClient) => Promise<unknown>) => inTransaction(db.worker, work);
const count = async (table: string) =>
  (await db.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

beforeAll(() => within((client) => client.query(enterprise, [codes, true])));

const title = { level: "NATIONAL", validTo: null, status: "VALID", certificateNo: null };

type Write = (client: PoolClient, code: string, random: () => number) => Promise<unknown>;

const writes: Readonly<Record<string, Write>> = {
  "a year": (client, code, random) =>
    client.query(yearOf, [code, 2015 + Math.floor(random() * 8), Math.floor(random() * 100)]),
  "a year withdrawn": (client, code) =>
    client.query("delete from employments where credit_code = $1 and year = 2016", [code]),
  "titles by the city's word": async (client, code, random) => {
    const kind = random() < 0.5 ? "GAZELLE" : "HIGH_TECH";
    const validFrom = random() < 0.3 ? null : `202${Math.floor(random() * 9)}-01-01`;
    await upsertTitles(client, [{ ...title, creditCode: code, kind, batch: "2024-1", validFrom }]);
    await refreshTitleKinds(client, [code]);
  },
  "a title withdrawn by the city": (client, code) =>
    removeTitles(client, "city", { keys: [`${code}|GAZELLE|2024-1`], reason: "r" }),
  "a name": (client, code, random) =>
    client.query("update enterprises set name = $2 where credit_code = $1", [
      code,
      `名\\${random()}`,
    ]),
  "a number that is equal and written otherwise": (client, code, random) =>
    client.query("update enterprises set capital_amount = $2::numeric where credit_code = $1", [
      code,
      random() < 0.5 ? "100" : "100.00",
    ]),
  "a way out of the library or into it": (client, code) =>
    client.query("update enterprises set in_library = not in_library where credit_code = $1", [
      code,
    ]),
  "another town": (client, code, random) =>
    moveEnterprise(client, {
      creditCode: code,
      townCode: random() < 0.5 ? towns.yinzhu : towns.boli,
      zoneCode: null,
      method: "OFFICER",
      confidence: 1,
    }),
  "an end and a new beginning": async (client, code) => {
    await client.query("delete from enterprises where credit_code = $1", [code]);
    await client.query(enterprise, [[code], true]);
  },
};

test(`after each of ${transactions} transactions the rows are what the tables say (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const names = Object.keys(writes);
  for (let i = 0; i < transactions; i++) {
    const drawn = [0, 1].map(() => names[Math.floor(random() * names.length)]!);
    const touched = drawn.map(() => codes[Math.floor(random() * codes.length)]!);
    await within(async (client) => {
      for (const [place, name] of drawn.entries())
        await writes[name]!(client, touched[place]!, random);
    });
    expect(await wrongRows(), `${i}: ${drawn.join(" and ")} of ${touched.join(" and ")}`).toBe(0);
  }
  expect(await count("listed_members")).toBeGreaterThan(3);
  expect(await count("listed_member_changes")).toBe(0);
});

test("of two who write facts of one enterprise at once, the second's row holds both", async () => {
  const [code] = codes;
  await db.owner.query("update enterprises set in_library = true where credit_code = $1", [code]);
  const [first, second] = [await db.worker.connect(), await db.worker.connect()];
  try {
    for (const client of [first, second]) await client.query("begin");
    await first.query(yearOf, [code, 2001, 1]);
    await second.query(yearOf, [code, 2002, 2]);
    await second.query("update enterprises set status = status where credit_code = $1", [codes[1]]);
    await first.query(yearOf, [codes[1], 2001, 1]);
    await first.query("set constraints all immediate");
    const waiting = second.query("commit");
    // Until it waits for the rows that the first has made.
    for (;;) {
      const { rows } = await db.owner.query(
        "select from pg_sleep(0.01), pg_stat_activity where wait_event_type = 'Lock' and query = 'commit' and datname = current_database()",
      );
      if (rows.length > 0) break;
    }
    await first.query("commit");
    await waiting;
  } finally {
    for (const client of [first, second]) client.release();
  }
  expect(await wrongRows()).toBe(0);
  const { rows } = await db.owner.query<{ years: number[] }>(
    "select employments_year[cardinality(employments_year) - 1:] as years from listed_members where credit_code = $1",
    [code],
  );
  expect(rows[0]?.years).toEqual([2002, 2001]);
});

test("a year that is written while its enterprise enters a library stands in the list as soon as its writer has ended", async () => {
  await within((client) => client.query(enterprise, [["E0"], false]));
  const writer = await db.worker.connect();
  try {
    await writer.query("begin");
    await writer.query(yearOf, ["E0", 2020, 5]);
    await within((client) =>
      client.query(
        "insert into library_memberships (credit_code, library_kind, entered_on, entry_reason) values ('E0', 'GAZELLE', '2024-01-01', 'r')",
      ),
    );
    await refreshPortraits(db.worker, { creditCodes: ["E0"] });
    await refreshDirtyPortraits(db.worker);
    expect(await count("listed_entrants")).toBe(1);
    await writer.query("commit");
  } finally {
    writer.release();
  }
  // Neither has seen the other; no mark of the fact is needed for what follows.
  expect(await wrongRows()).toBe(1);
  // Transactions of other databases of the server are waited for as well.
  await vi.waitUntil(
    async () => {
      await refreshDirtyPortraits(db.worker);
      return (await count("listed_entrants")) === 0;
    },
    { timeout: 20_000 },
  );
  expect(await wrongRows()).toBe(0);
});

test("what concerns nobody in a library, and what changes nothing, writes no row", async () => {
  await within((client) => client.query(enterprise, [["N0"], false]));
  const versions = async () =>
    (await db.owner.query("select credit_code, xmin::text from listed_members order by 1")).rows;
  const before = await versions();
  await within(async (client) => {
    await client.query(yearOf, ["N0", 2020, 5]);
    const { rows } = await client.query("select * from listed_member_changes");
    expect(rows).toEqual([]);
    await client.query("update enterprises set status = status where in_library");
  });
  // Locked and looked at, and left as they are.
  const after = await versions();
  expect(after).toEqual(before);
});

test("a transaction that is taken back leaves nothing", async () => {
  const [code] = codes;
  await within(async (client) => {
    await client.query(yearOf, [code, 1999, 9]);
    await client.query("set constraints all immediate");
    throw new Error("taken back");
  }).catch(() => undefined);
  expect(await wrongRows()).toBe(0);
  expect(await count("listed_member_changes")).toBe(0);
});
