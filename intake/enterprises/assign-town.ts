/** An officer says to which town an enterprise belongs, where its address does not tell or tells wrongly. */
import { isInScope, type Place } from "../../domain/access/authorize.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { markFresh } from "../../store/queries/dirty-marks.ts";
import { findPlaceForUpdate, isTown } from "../../store/queries/find-place.ts";
import { findPlaces } from "../../store/queries/find-places.ts";
import { moveEnterprise } from "../../store/queries/move-enterprise.ts";
import { inTransaction } from "../../store/transaction.ts";

export interface TownAssignment {
  readonly creditCode: string;
  readonly townCode: string;
}

/** @throws GoldseedError NOT_FOUND for an enterprise absent or out of scope, BAD_USER_INPUT for a code that is no town's. */
export async function assignTown(
  pool: Pool,
  principal: Principal,
  { creditCode, townCode }: TownAssignment,
): Promise<void> {
  const isSeen = (place: Place | null | undefined): place is Place =>
    place != null && isInScope(principal, place);
  // Before anything is waited for: a refusal costs nobody anything.
  if (!isSeen((await findPlaces(pool, [creditCode])).get(creditCode)))
    throw noEnterprise(creditCode);
  await inTransaction(pool, async (client) => {
    // Waits for who is judging or portraying it: what they write bears the town they have read, and is carried along below.
    const stages = ["INDICATORS", "PORTRAITS"] as const;
    await markFresh(client, { creditCodes: [creditCode], stages, reason: "move" });
    const place = await findPlaceForUpdate(client, creditCode);
    if (!isSeen(place)) throw noEnterprise(creditCode);
    if (!(await isTown(client, townCode))) {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `“${townCode}”不是镇街代码 / "${townCode}" is not the code of a town, expected one of areas(kind: TOWN).`,
      );
    }
    const { zoneCode } = place;
    await moveEnterprise(client, {
      creditCode,
      townCode,
      zoneCode,
      method: "OFFICER",
      confidence: 1,
    });
  });
}

function noEnterprise(creditCode: string): GoldseedError {
  return new GoldseedError(
    "NOT_FOUND",
    `没有统一社会信用代码为“${creditCode}”的企业 / There is no enterprise "${creditCode}". Check the code.`,
  );
}
