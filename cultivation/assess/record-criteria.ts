/** The criteria as rows of the store, which the graph shows and assessments refer to. */
import type { Criteria } from "../../domain/criteria/criteria.ts";
import type { PoolClient } from "../../store/pool.ts";
import { writeIndicators, writePacks } from "../../store/queries/assess-packs.ts";
import { indicatorRows, packRow } from "./pack-rows.ts";

/** @returns how many packs are others than before. */
export async function recordCriteria(client: PoolClient, criteria: Criteria): Promise<number> {
  await writeIndicators(client, indicatorRows(criteria.catalogue));
  return writePacks(client, [...criteria.packs.values()].map(packRow));
}
