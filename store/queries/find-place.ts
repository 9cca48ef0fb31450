/** Where an enterprise belongs, held still for the rest of the transaction. */
import type { Place } from "../../domain/access/authorize.ts";
import type { PoolClient } from "../pool.ts";

/** @returns null when there is no such enterprise. */
export async function findPlaceForUpdate(
  client: PoolClient,
  creditCode: string,
): Promise<Place | null> {
  const { rows } = await client.query<Place>(
    `/* store:find-place */ select town_code as "townCode", zone_code as "zoneCode" from enterprises
    where credit_code = $1 for update`,
    [creditCode],
  );
  return rows[0] ?? null;
}

/**
 * The same for whoever adds a row that bears town and zone: it stays where it is until the row is written, and others may
 * add theirs meanwhile.
 *
 * @returns undefined when there is no such enterprise.
 */
export async function holdPlace(
  client: PoolClient,
  creditCode: string,
): Promise<Place | undefined> {
  const { rows } = await client.query<Place>(
    `/* store:hold-place */ select town_code as "townCode", zone_code as "zoneCode" from enterprises
    where credit_code = $1 for share`,
    [creditCode],
  );
  return rows[0];
}

export async function isTown(client: PoolClient, code: string): Promise<boolean> {
  const { rows } = await client.query(
    "/* store:is-town */ select 1 from areas where code = $1 and kind = 'TOWN'",
    [code],
  );
  return rows.length > 0;
}
