import { expect, test } from "vitest";

import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";

const database = await createTestDatabase();

test("a connection cut in the middle of a transaction fails that transaction and not the process", async () => {
  const cut = inTransaction(database.worker, async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await database.owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await new Promise((done) => setTimeout(done, 50));
    await client.query("select 1");
  });
  await expect(cut).rejects.toThrow();
  const { rows } = await database.worker.query("select 1 as one");
  expect(rows).toEqual([{ one: 1 }]);
});
