import { beforeAll, expect, test } from "vitest";

import { stageItems } from "../../store/queries/sync-inbound.ts";
import { openRun } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { SyncSession } from "../../sync/context.ts";
import { judgeTitle } from "../../sync/pull/judge-title.ts";
import { mergeTitles } from "../../sync/pull/merge-titles.ts";
import { seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";
import { greetCity } from "./greet-city.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
let session: SyncSession;

beforeAll(async () => {
  await here.registerEnterprises(30);
  session = await greetCity(here);
});

const extra = {
  district,
  certificateNo: null,
  deleted: false,
  updatedAt: "2026-01-01T00:00:00.000Z",
};

async function mergeAll(list: readonly object[]): Promise<Record<string, string[]>> {
  const runId = await openRun(session.pool, {
    peerId: "city",
    direction: "PULL",
    stream: "titles",
    details: {},
  });
  const items = list.map((title) =>
    judgeTitle({ ...extra, version: "1", ...title }, district, "?"),
  );
  await inTransaction(session.pool, (client) =>
    stageItems(client, { runId, stream: "titles" }, items),
  );
  await mergeTitles(session, runId);
  const rows = await here.rows<{ key: string; outcome: string }>(
    "select left(entity_key, 18) as key, outcome from sync_inbound_items where run_id = $1 order by entity_key",
    [runId],
  );
  const fates: Record<string, string[]> = {};
  for (const { key, outcome } of rows) fates[outcome] = [...(fates[outcome] ?? []), key];
  return fates;
}

test("a record that the database cannot take is quarantined alone, its portion is applied", async () => {
  // A version of the protocol, which has up to 19 digits, that is beyond PostgreSQL's bigint.
  const titles = Array.from({ length: 20 }, (_, no) => ({
    ...seedTitle(no),
    version: no === 7 ? "9999999999999999999" : "1",
  }));
  const fates = await mergeAll(titles);
  expect(fates["quarantined"]).toEqual([titles[7]?.creditCode]);
  expect(fates["applied"]).toHaveLength(19);
  const open = await here.rows("select kind, reason from sync_conflicts where state = 'OPEN'");
  expect(open).toEqual([{ kind: "INVALID", reason: expect.stringMatching(/bigint/u) }]);
});

test("an older version never replaces a newer one", async () => {
  const versioned = (status: string, version: string) => ({
    ...seedTitle(25, { status }),
    version,
  });
  await mergeAll([versioned("EXPIRED", "9")]);
  const fates = await mergeAll([versioned("VALID", "8")]);
  expect(Object.keys(fates)).toEqual(["unchanged"]);
  const [title] = await here.rows("select status from titles where credit_code = $1", [
    seedTitle(25).creditCode,
  ]);
  expect(title).toEqual({ status: "EXPIRED" });
});
