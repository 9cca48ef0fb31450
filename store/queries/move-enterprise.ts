/**
 * Town and zone of an enterprise stand on each of its rows, so that row-level security needs no join (scale.md). When an
 * enterprise moves, all of them follow in the same transaction: a row left behind would be seen by the old town.
 */
import { GoldseedError } from "../../domain/errors.ts";
import type { PoolClient } from "../pool.ts";

export interface Move {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly zoneCode: string | null;
  /** How the town was found, `OFFICER` for an officer's word. */
  readonly method: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Sets the town and zone of one enterprise, everywhere. @throws GoldseedError NOT_FOUND. */
export async function moveEnterprise(client: PoolClient, move: Move): Promise<void> {
  const { rowCount } = await client.query(
    `/* store:move-enterprise */ update enterprises set town_code = $2, zone_code = $3, town_method = $4,
      town_confidence = $5, version = version + 1, updated_at = now() where credit_code = $1`,
    [move.creditCode, move.townCode, move.zoneCode, move.method, move.confidence],
  );
  if (rowCount === 0) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有统一社会信用代码为“${move.creditCode}”的企业 / There is no enterprise "${move.creditCode}". Check the code.`,
    );
  }
  await carryScope(client, [move.creditCode]);
}

/**
 * Brings every scoped row of these enterprises to the town and zone that `enterprises` states. Idempotent.
 *
 * @returns rows changed.
 */
export async function carryScope(
  client: PoolClient,
  creditCodes: readonly string[],
): Promise<number> {
  if (creditCodes.length === 0) return 0;
  // A merge of facts that is under way writes the town it has read: wait for it, then its rows are seen here.
  await client.query(
    "/* store:take-scope */ select pg_advisory_xact_lock(hashtextextended('goldseed:scope', 0))",
  );
  let changed = 0;
  for (const table of await scopedTables(client)) {
    const { rowCount } = await client.query(
      `/* store:carry-scope */ update ${table} t set town_code = e.town_code, zone_code = e.zone_code
      from enterprises e where e.credit_code = any ($1::text[]) and t.credit_code = e.credit_code
        and (t.town_code, t.zone_code) is distinct from (e.town_code, e.zone_code)`,
      [creditCodes],
    );
    changed += rowCount ?? 0;
  }
  return changed;
}

/** Read from the catalogue: a table added by a later migration follows without being named here. */
export async function scopedTables(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `/* store:scoped-tables */ select quote_ident(c.relname) as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'enterprises'
      and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('credit_code', 'town_code', 'zone_code')) = 3
    order by c.relname`,
  );
  return rows.map((row) => row.name);
}
