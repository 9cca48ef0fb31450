/** Everything is where it belongs, once: what a district and its city look like when an exchange has come through. */
import { expect } from "vitest";

import type { District } from "./district-kit.ts";

interface CityRow {
  readonly key: string;
  readonly withdrawn: boolean;
  readonly record: { readonly reason: string | null };
}

/** I1, I2, I3, I4, I5, I6 in the terms of both databases: everything is where it belongs, once. */
export async function expectConverged(here: District): Promise<void> {
  const theirs = await here.city.admin<CityRow[]>("GET /admin/recommendations");
  const held = theirs
    .filter((row) => !row.withdrawn)
    .map((row) => `${row.key} ${row.record.reason}`);
  const ours = await here.rows<{ line: string }>(
    `select concat(credit_code, '|', kind, '|', batch, ' ', coalesce(reason, 'null')) as line from recommendations
     where state = 'PROPOSED'`,
  );
  expect(held.toSorted()).toEqual(ours.map((row) => row.line).toSorted());
  const titles =
    await here.city.admin<{ creditCode: string; batch: string; level: string }[]>(
      "GET /admin/titles",
    );
  const mine = await here.rows<{ line: string }>(
    "select concat(credit_code, ' ', batch, ' ', level) as line from titles order by credit_code, batch",
  );
  const line = (t: (typeof titles)[number]): string => `${t.creditCode} ${t.batch} ${t.level}`;
  expect(mine.map((row) => row.line)).toEqual(titles.map(line).toSorted());
  const [loose] = await here.rows(
    `select (select count(*)::int from sync_batches where state not in ('ACKED', 'PARKED')) as batches,
       (select count(*)::int from sync_runs where state = 'RUNNING') as runs,
       (select count(*)::int from sync_outbox where batch_no is null) as notices,
       (select count(*)::int from sync_conflicts where state = 'OPEN') as conflicts`,
  );
  expect(loose).toEqual({ batches: 0, runs: 0, notices: 0, conflicts: 0 });
  const runs = await here.rows<{ digest: string; previous_digest: string | null }>(
    "select digest, previous_digest from sync_runs",
  );
  expect(new Set(runs.map((run) => run.previous_digest)).size).toBe(runs.length);
}
