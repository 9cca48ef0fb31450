/** Where enterprises belong, by credit code. Codes that nobody has are left out. */
import type { Place } from "../../domain/access/authorize.ts";
import type { Pool } from "../pool.ts";

export async function findPlaces(
  pool: Pool,
  creditCodes: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await pool.query<Place & { readonly creditCode: string }>(
    `/* store:find-places */ select credit_code as "creditCode", town_code as "townCode", zone_code as "zoneCode"
    from enterprises where credit_code = any($1)`,
    [creditCodes],
  );
  return new Map(rows.map((row) => [row.creditCode, row]));
}
