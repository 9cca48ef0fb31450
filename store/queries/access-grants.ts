/** Grants of sight as they stand in the store; a grant is never changed, only revoked. */
import type { GrantWish } from "../../domain/access/grants.ts";
import type { Pool } from "../pool.ts";

export interface GrantRow {
  readonly id: string;
  readonly subject: string;
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly reason: string;
  readonly grantedBy: string;
  /** RFC 3339 in UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly revokedAt: string | null;
  readonly state: "IN_FORCE" | "FUTURE" | "EXPIRED" | "REVOKED";
}

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const columns = `g.id::text as id, g.subject, g.area_code as "areaCode", a.name as "areaName", g.reason,
  g.granted_by as "grantedBy", ${instant("g.valid_from")} as "validFrom", ${instant("g.valid_to")} as "validTo",
  ${instant("g.revoked_at")} as "revokedAt",
  case when g.revoked_at is not null then 'REVOKED' when g.valid_to <= now() then 'EXPIRED'
    when g.valid_from > now() then 'FUTURE' else 'IN_FORCE' end as state`;

/** @returns the new grant's id. */
export async function insertGrant(pool: Pool, wish: GrantWish): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `/* access:grant */ insert into access_grants (subject, area_code, reason, granted_by, valid_from, valid_to)
     values ($1, $2, $3, $4, to_timestamp($5), to_timestamp($6)) returning id::text`,
    [wish.subject, wish.areaCode, wish.reason, wish.grantedBy, wish.fromS, wish.toS],
  );
  const [row] = rows;
  if (!row) throw new Error("The grant was not written.");
  return row.id;
}

/** Newest first. */
export async function listGrants(
  pool: Pool,
  only: { readonly subject?: string; readonly past: boolean },
): Promise<readonly GrantRow[]> {
  const { rows } = await pool.query<GrantRow>(
    `/* access:grants */ select ${columns} from access_grants g left join areas a on a.code = g.area_code
     where ($1::text is null or g.subject = $1) and ($2 or (g.revoked_at is null and g.valid_to > now()))
     order by g.valid_from desc, g.id`,
    [only.subject ?? null, only.past],
  );
  return rows;
}

/** @returns false when there is no such grant, or it has been revoked already. */
export async function revokeGrant(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `/* access:grant-revoke */ update access_grants set revoked_at = now() where id::text = $1 and revoked_at is null`,
    [id],
  );
  return rowCount === 1;
}
