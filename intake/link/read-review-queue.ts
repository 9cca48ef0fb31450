/** The queue of links as its officers see it. */
import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { listReviewGroups, type ReviewGroup } from "../../store/linking/link-reviews.ts";
import type { Pool } from "../../store/pool.ts";

/** Records of enterprises whose town is not known: nobody below the district may see them. @throws GoldseedError FORBIDDEN. */
export async function readReviewQueue(
  pool: Pool,
  principal: Principal,
  filter: { readonly sourceId?: string | undefined; readonly limit: number },
): Promise<readonly ReviewGroup[]> {
  assertDistrictOfficer(principal, { zh: "查看关联复核", en: "see the queue of links" });
  return listReviewGroups(pool, filter);
}
