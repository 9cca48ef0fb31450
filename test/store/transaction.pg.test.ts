/** A transaction without a limit of time does not keep a process that is to end. */
import { afterAll, expect, test } from "vitest";

import { openPool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";

const db = await createTestDatabase();
/** Of one connection, as the fresh lane of judging has it: cancelling must not wait for that one. */
const pool = openPool({ url: db.workerUrl, name: "one", max: 1, statementTimeoutMs: 0 });
const query = "insert into dirty_keys (credit_code, stage, reason) values ($1, 'X', 'test')";
const marks = async () =>
  (await db.owner.query("select credit_code from dirty_keys where stage = 'X'")).rows;

afterAll(() => pool.end());

test("what is still under way some seconds after the signal is cancelled and rolled back; its connection serves on", async () => {
  const stopping = new AbortController();
  const working = inTransaction(
    pool,
    async (client) => {
      await client.query(query, ["91370211MA3C000018"]);
      stopping.abort();
      await client.query("select pg_sleep(600)");
    },
    { statementTimeoutMs: 0, signal: stopping.signal },
  );
  await expect(working).rejects.toMatchObject({ code: "57014" });
  expect(await marks()).toEqual([]);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("what ends soon after the signal is committed", async () => {
  const stopping = new AbortController();
  const work = inTransaction(
    pool,
    async (client) => {
      stopping.abort();
      await client.query(query, ["91370211MA3C000026"]);
    },
    { statementTimeoutMs: 0, signal: stopping.signal },
  );
  await work;
  expect(await marks()).toEqual([{ credit_code: "91370211MA3C000026" }]);
});
