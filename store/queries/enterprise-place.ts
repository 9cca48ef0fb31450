/** Where an enterprise belongs, beyond anybody's scope: for commands that explain sight to whoever runs the store. */
import type { Pool } from "../pool.ts";

export interface EnterprisePlace {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

/** @param pool logs in as goldseed_worker. @returns null when there is no such enterprise. */
export async function readEnterprisePlace(
  pool: Pool,
  creditCode: string,
): Promise<EnterprisePlace | null> {
  const { rows } = await pool.query<EnterprisePlace>(
    `/* access:enterprise-place */ select town_code as "townCode", zone_code as "zoneCode" from enterprises where credit_code = $1`,
    [creditCode],
  );
  return rows[0] ?? null;
}
