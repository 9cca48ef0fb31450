/** What a clerk of the city does who writes into a district's recommendation: against the agreement, and it happens. */
import { recommendationDigest } from "./canonical.ts";
import { instantNow } from "./clock.ts";
import type { Database } from "./database.ts";
import type { Recommendation } from "./judge-item.ts";
import { nextRevision } from "./meta.ts";

export interface RecommendationEdit {
  readonly key: string;
  readonly changes: Partial<Recommendation>;
}

/** @returns how many there were. */
export async function editRecommendations(
  database: Database,
  edits: readonly RecommendationEdit[],
): Promise<number> {
  return database.write(async (client) => {
    await nextRevision(client);
    let edited = 0;
    for (const { key, changes } of edits) {
      const { rows } = await client.query<{ record: Recommendation }>(
        "select record from city.recommendation where key = $1 for update",
        [key],
      );
      for (const { record } of rows) {
        const after = { ...record, ...changes };
        await client.query(
          "update city.recommendation set record = $2, digest = $3, updated_at = $4::timestamptz where key = $1",
          [key, JSON.stringify(after), recommendationDigest(after), instantNow()],
        );
        edited += 1;
      }
    }
    return edited;
  });
}
