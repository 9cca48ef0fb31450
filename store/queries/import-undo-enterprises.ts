/**
 * Takes a run's registry rows back: enterprises it changed stand as before, those it created go, unless facts, titles or
 * an officer's work have come to hang on them meanwhile: then they stay and are counted.
 */
import { factTables } from "../fact-tables.ts";
import type { PoolClient } from "../pool.ts";
import { markFresh } from "./dirty-marks.ts";
import { isTakenBack, lastStanding, type UndoFigures } from "./import-undo-facts.ts";
import { carryScope, scopedTables } from "./move-enterprise.ts";
import { registryColumns } from "./import-merge-enterprises.ts";

/** Tables besides those of facts whose rows were not worked out from others. */
const recorded = new Set([
  ...factTables.keys(),
  "titles",
  "demands",
  "follow_ups",
  "recommendations",
  "chain_placements",
]);

export async function undoEnterprises(client: PoolClient, runId: string): Promise<UndoFigures> {
  const restored = await restoreChanged(client, runId);
  const { removed, held } = await removeCreated(client, runId);
  const { rows } = await client.query<{ kept: number }>(
    `/* store:undo-enterprises-kept */ select count(distinct credit_code)::int as kept from fact_history
    where fact_table = 'enterprises' and superseded_by > $1 and former_row ->> 'import_run_id' = $1::text
      and not ${isTakenBack("superseded_by")}`,
    [runId],
  );
  return { removed, restored: restored.length, kept: (rows[0]?.kept ?? 0) + held };
}

/** What an officer has said of an address stays while that address does (docs/decisions/0061). */
const placeColumns = new Set(["town_code", "zone_code", "town_method", "town_confidence"]);

function restoredValue(column: string): string {
  if (!placeColumns.has(column)) return `f.${column}`;
  return `case when e.town_method = 'OFFICER' and replace(e.address, ' ', '') = replace(f.address, ' ', '')
    then e.${column} else f.${column} end`;
}

async function restoreChanged(client: PoolClient, runId: string): Promise<readonly string[]> {
  const columns = [
    ...registryColumns,
    "source_id",
    "record_key",
    "import_run_id",
    "received_at",
    "content_digest",
  ];
  const { rows } = await client.query<{ code: string }>(
    `/* store:undo-enterprises-restore */ with former as (
      select distinct on (h.credit_code) h.credit_code, r.* from fact_history h
      left join lateral (${lastStanding("enterprises", "h")}) b on true
      cross join lateral (select ${columns.map((one) => `x.${one}`).join(", ")}
        from jsonb_populate_record(null::enterprises, coalesce(b.former_row, h.former_row)) x) r
      where h.superseded_by = $1 and h.fact_table = 'enterprises' order by h.credit_code, h.version
    ), restored as (
      update enterprises e set (${columns.join(", ")}) = row(${columns.map(restoredValue).join(", ")}),
        version = e.version + 1, updated_at = now()
      from former f where e.credit_code = f.credit_code and e.import_run_id = $1 returning e.credit_code, e.name
    ), names_back as (
      update enterprise_names n set valid_to = null from restored r
      where n.credit_code = r.credit_code and n.name = r.name and n.valid_to is not null
    ), names_gone as (
      delete from enterprise_names n using restored r
      where n.credit_code = r.credit_code and n.name <> r.name and n.valid_to is null
    ), dirty as (
      insert into dirty_keys (credit_code, stage, reason) select credit_code, stage, 'UNDO:' || $1::text
      from restored cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage
      on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason
    ) select credit_code as code from restored`,
    [runId],
  );
  const codes = rows.map(({ code }) => code);
  await carryScope(client, codes);
  return codes;
}

async function removeCreated(
  client: PoolClient,
  runId: string,
): Promise<{ readonly removed: number; readonly held: number }> {
  const tables = await scopedTables(client);
  const hangs = tables
    .filter((table) => recorded.has(table))
    .map((table) => `or exists (select from ${table} t where t.credit_code = e.credit_code)`);
  const { rows } = await client.query<{ code: string; held: boolean }>(
    // A version beyond the first: an officer has set the town, or a title has come and may have gone again.
    `/* store:undo-enterprises-created */ select credit_code as code, (version > 1 ${hangs.join(" ")}) as held
    from enterprises e where import_run_id = $1`,
    [runId],
  );
  const codes = rows.filter(({ held }) => !held).map(({ code }) => code);
  for (const table of [...tables.filter((one) => !recorded.has(one)), "dirty_keys"]) {
    // History is never removed.
    if (table === "fact_history") continue;
    await client.query(
      `/* store:undo-enterprises-derived */ delete from ${table} where credit_code = any ($1)`,
      [codes],
    );
  }
  await client.query(
    "/* store:undo-enterprises-remove */ delete from enterprises where credit_code = any ($1)",
    [codes],
  );
  // Nobody is left to be portrayed; but who looks for them counts anew what they were counted in.
  const reason = `UNDO:${runId}`;
  await markFresh(client, { creditCodes: codes, stages: ["PORTRAITS"], reason });
  return { removed: codes.length, held: rows.length - codes.length };
}
