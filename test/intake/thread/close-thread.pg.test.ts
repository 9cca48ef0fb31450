/** Ctrl-C, and a server that stops: PostgreSQL learns of a client that has gone only when it has something to tell it. */
import { afterAll, expect, test } from "vitest";

import { openImportThread } from "../../../intake/thread/open-import-thread.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const folder = fileFolder();
const thread = openImportThread(database.workerUrl);
afterAll(() => thread.close());

const waiting = async (): Promise<number> => {
  const { rowCount } = await database.worker.query(
    `select from pg_stat_activity where application_name = 'goldseed imports' and wait_event_type = 'Lock'
       and datname = current_database()`,
  );
  return rowCount ?? 0;
};
const until = async (holds: (count: number) => boolean): Promise<void> => {
  while (!holds(await waiting())) await new Promise((again) => setTimeout(again, 20));
};

test("a thread that is closed takes its statements along, and its run stands where it was", async () => {
  await loadReferenceData(database.worker);
  const path = folder.write("a.csv", csvOf([rowOf(1)]));
  await inTransaction(database.owner, async (client) => {
    await client.query("lock table enterprises in access exclusive mode");
    const importing = thread.importRecords({ sourceId: "registry", path, startedBy: "test" });
    const ended = expect(importing).rejects.toMatchObject({ code: "DB_UNAVAILABLE" });
    await until((count) => count > 0);
    await thread.close();
    await ended;
    await until((count) => count === 0);
  });
  const { rows } = await database.worker.query("select state, failure from import_runs");
  expect(rows).toEqual([{ state: "MERGING", failure: null }]);
});
