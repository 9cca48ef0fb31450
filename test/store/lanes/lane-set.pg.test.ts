/** Prepared batches on connections of a pool that others use as well: everybody is answered, whatever breaks or is taken back. */
import { createHash } from "node:crypto";

import { afterAll, describe, expect, test, vi } from "vitest";

import { openPool } from "../../../store/pool.ts";
import { runPrepared, type Statement } from "../../../store/prepared-batch.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();
const echo: Statement = { name: "echo", text: "select $1::text" };
const pid: Statement = { name: "pid", text: "select pg_backend_pid()::text" };
const sleep: Statement = { name: "sleep", text: "select pg_sleep($1::float8)::text" };
const expected = Array.from({ length: 20_000 }, (_, index) =>
  createHash("md5")
    .update(String(index + 1))
    .digest("hex"),
).join("");
const divide: Statement = { name: "divide", text: "select (1 / $1::int)::text" };

// A gateway's connections, and those of a database over TLS.
describe.each([
  ["that read into one buffer", true],
  ["as the driver opens them", false],
])("connections %s", (_kind, forBatches) => {
  const open = (name: string) =>
    openPool({
      url: db.gatewayUrl,
      name,
      max: 2,
      statementTimeoutMs: 5_000,
      connectionTimeoutMs: 30_000,
      forBatches,
    });
  const pool = open("lanes");
  afterAll(() => pool.end());

  async function ask(statement: Statement, value?: string, signal?: AbortSignal) {
    const values = value === undefined ? [] : [value];
    return (await runPrepared(pool, [{ statement, values }], signal))?.toString() ?? null;
  }

  const burst = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => ask(echo, `第${index}`)));
  const answers = (count: number) => Array.from({ length: count }, (_, index) => `第${index}`);

  test("each of a burst gets its own answer, also when the pool's connections were given back before", async () => {
    expect(await burst(40)).toEqual(answers(40));
    await pool.query("select 1");
    // One may still be on its way when the others have answered everybody: it is given back when it comes.
    await vi.waitFor(() => expect(pool.idleCount).toBe(pool.totalCount), { timeout: 10_000 });
    expect(await burst(40)).toEqual(answers(40));
  });

  test("queries of the pool itself are answered between batches", async () => {
    const queries = Array.from({ length: 20 }, async (_, index) => {
      const { rows } = await pool.query<{ n: number }>("select $1::int as n", [index]);
      return rows[0]?.n;
    });
    const [told, asked] = await Promise.all([burst(40), Promise.all(queries)]);
    expect(told).toEqual(answers(40));
    expect(asked).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test("an error is the driver's own and leaves the connection usable", async () => {
    await expect(ask(divide, "0")).rejects.toMatchObject({
      name: "error",
      code: "22012",
      severity: "ERROR",
      message: "division by zero",
    });
    expect(await ask(divide, "1")).toBe("1");
  });

  test("a connection that the server ends fails its batch alone and is replaced", async () => {
    const before = await ask(pid);
    const ended = ask(sleep, "3").catch((error: unknown) => error);
    await expect
      .poll(async () => {
        const { rows } = await db.owner.query<{ pid: number }>(
          "select pid from pg_stat_activity where application_name = 'lanes' and query like '%pg_sleep%' and state = 'active'",
        );
        for (const row of rows) await db.owner.query("select pg_terminate_backend($1)", [row.pid]);
        return rows.length;
      })
      .toBe(1);
    expect(await ended).toMatchObject({ code: "57P01" });
    expect(before).not.toBeNull();
    expect(await burst(10)).toEqual(answers(10));
    expect(pool.totalCount).toBeLessThanOrEqual(2);
  });

  test("who goes away while waiting leaves the line, and the others are answered", async () => {
    const gone = new AbortController();
    await burst(4);
    const running = [ask(sleep, "0.2"), ask(sleep, "0.2")];
    const waiting = ask(echo, "never", gone.signal);
    const other = ask(echo, "后来");
    gone.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    expect(await other).toBe("后来");
    expect(await Promise.all(running)).toEqual(["", ""]);
  });

  test("large answers and values arrive whole", async () => {
    const text = "金种子".repeat(400_000);
    expect(await ask(echo, text)).toBe(text);
  });

  test("large answers of the pool itself arrive whole, before and after a batch of the same connection", async () => {
    const fresh = open("lanes fresh");
    const large = async () => {
      const { rows } = await fresh.query<{ text: string }>(
        "select string_agg(md5(i::text), '' order by i) as text from generate_series(1, 20000) i",
      );
      return rows[0]?.text === expected;
    };
    expect(await large()).toBe(true);
    await runPrepared(fresh, [{ statement: echo, values: ["一"] }]);
    expect(await large()).toBe(true);
    await fresh.end();
  });

  test("a pool ends while its connections are kept at hand", async () => {
    const short = open("lanes short");
    await runPrepared(short, [{ statement: echo, values: ["一"] }]);
    await short.end();
    expect(short.totalCount).toBe(0);
  });
});
