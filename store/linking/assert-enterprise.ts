/** Refuses a credit code that no enterprise of the store bears. */
import { GoldseedError } from "../../domain/errors.ts";
import type { PoolClient } from "../pool.ts";

/** @throws GoldseedError NOT_FOUND */
export async function assertEnterpriseExists(
  client: PoolClient,
  creditCode: string,
): Promise<void> {
  const { rowCount } = await client.query(
    "/* store:link-enterprise */ select 1 from enterprises where credit_code = $1",
    [creditCode],
  );
  if (rowCount === 1) return;
  throw new GoldseedError(
    "NOT_FOUND",
    `登记库中没有统一社会信用代码“${creditCode}” / No enterprise bears the credit code "${creditCode}".`,
  );
}
