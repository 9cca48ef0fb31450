/** Names that an officer has found an enterprise to go by: beside the registered ones, for as long as the answer stands. */
import type { PoolClient } from "../pool.ts";

/** Valid at any time; known from registered names by its source. */
export async function recordAliasName(
  client: PoolClient,
  alias: { readonly creditCode: string; readonly name: string; readonly normalName: string },
): Promise<void> {
  await client.query(
    `/* store:link-alias */ insert into enterprise_names (credit_code, town_code, zone_code, name, normal_name, valid_from, valid_to, source_id)
    select credit_code, town_code, zone_code, $2, $3, '0001-01-01', '9999-12-31', 'officer' from enterprises where credit_code = $1
    on conflict do nothing`,
    [alias.creditCode, alias.name, alias.normalName],
  );
}

export async function forgetAliasName(
  client: PoolClient,
  alias: { readonly creditCode: string; readonly normalName: string },
): Promise<void> {
  await client.query(
    `/* store:link-unalias */ delete from enterprise_names
    where credit_code = $1 and normal_name = $2 and source_id = 'officer'`,
    [alias.creditCode, alias.normalName],
  );
}
