/** Which areas there are, and of which tier each is. */
import type { Tier } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";

/** @param pool logs in as goldseed_worker. */
export async function readAreaKinds(pool: Pool): Promise<ReadonlyMap<string, Tier>> {
  const { rows } = await pool.query<{ code: string; kind: Tier }>(
    "/* access:area-kinds */ select code, kind from areas",
  );
  return new Map(rows.map(({ code, kind }) => [code, kind]));
}
