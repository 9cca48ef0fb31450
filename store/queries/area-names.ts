/** Areas by every name they have borne, for texts that name places. */
import type { PoolClient } from "../pool.ts";

export interface AreaNames {
  readonly code: string;
  readonly kind: "CITY" | "DISTRICT" | "ZONE" | "TOWN";
  readonly names: readonly string[];
}

export async function readAreaNames(client: PoolClient): Promise<readonly AreaNames[]> {
  const { rows } = await client.query<AreaNames>(
    `/* store:area-names */ select code, kind, array_remove(array[name, split_part(name, '（', 1)] || former_names, '') as names
     from areas order by position`,
  );
  return rows;
}
