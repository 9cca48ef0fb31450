import { beforeAll, expect, it } from "vitest";

import { findDecisionRuns } from "../../store/linking/decision-runs.ts";
import {
  findHeldRun,
  findRunOfFile,
  findUnfinishedRun,
  listImportRuns,
  listOpenRuns,
} from "../../store/queries/import-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";

const database = await createTestDatabase();
const pool = database.worker;

/** Of each state two runs, the older with a number that is the greater as text. */
beforeAll(() =>
  database.owner.query(
    `insert into import_runs (id, source_id, state, file_digest, started_by, report) overriding system value
    select number, source, state, 'same', 'test', '{"decision": "decided|a"}' from (values
      (7, 'open', 'MERGING'), (8, 'held', 'HELD'), (9, 'decided', 'DONE'),
      (17, 'open', 'MERGING'), (18, 'held', 'HELD'), (19, 'decided', 'DONE')) as r(number, source, state)`,
  ),
);

it("runs are ordered by their numbers, not by how those are written", async () => {
  const ids = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id);
  expect(ids(await listImportRuns(pool, { limit: 4 }))).toEqual(["19", "18", "17", "9"]);
  expect(ids(await listOpenRuns(pool))).toEqual(["7", "17"]);
  expect((await findUnfinishedRun(pool, "open"))?.id).toBe("17");
  expect((await findHeldRun(pool, "held"))?.id).toBe("18");
  expect(await findRunOfFile(pool, "decided", "same")).toBe("19");
  const decided = await inTransaction(pool, (client) => findDecisionRuns(client, "decided|a"));
  expect(ids(decided)).toEqual(["19", "9"]);
});
