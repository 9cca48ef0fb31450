/** What enterprises claim, one claim a title: entered, put right, taken back. */
import type { TitleKind } from "../../domain/vocabulary.ts";
import type { PoolClient } from "../pool.ts";

export interface ClaimRow {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly zoneCode: string | null;
  readonly kind: TitleKind;
  readonly claimedOn: string;
  readonly source: string;
  readonly statement: string;
}

/** A later claim of the same title takes the place of the former. */
export async function upsertClaim(client: PoolClient, claim: ClaimRow): Promise<void> {
  await client.query(
    `/* store:claim */ insert into title_claims (credit_code, town_code, zone_code, kind, claimed_on, source, statement)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (credit_code, kind) do update
     set claimed_on = excluded.claimed_on, source = excluded.source, statement = excluded.statement`,
    [
      claim.creditCode,
      claim.townCode,
      claim.zoneCode,
      claim.kind,
      claim.claimedOn,
      claim.source,
      claim.statement,
    ],
  );
}

/** @returns false when there was none. */
export async function deleteClaim(
  client: PoolClient,
  { creditCode, kind }: Pick<ClaimRow, "creditCode" | "kind">,
): Promise<boolean> {
  const { rowCount } = await client.query(
    "/* store:claim-gone */ delete from title_claims where credit_code = $1 and kind = $2",
    [creditCode, kind],
  );
  return rowCount === 1;
}
