/** `GET /v1/hashes/{tree}` (section 8). */
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { limits } from "../limits.ts";
import { readMeta } from "../meta.ts";
import { limitOf, onlyParameters, permittedDistrict, type Handler } from "../platform.ts";
import { liveRecords, treeOf } from "../tree-source.ts";

export const hashes: Handler = async (platform, call) => {
  onlyParameters(call.query, ["district", "limit", "after"]);
  const tree = treeOf(call.param);
  const district = permittedDistrict(call, call.query.get("district"));
  const limit = limitOf(call.query, limits.maxHashItems, limits.maxHashItems);
  const after = call.query.get("after");
  const from = after === null ? "" : decodeCursor(after, ["k"], "BAD_CURSOR").k;
  return platform.database.read(async (client) => {
    const source = liveRecords[tree];
    const { rows } = await client.query<{ key: string; digest: string }>(
      `select key, encode(digest, 'hex') as digest from ${source} and key > $2 order by key limit $3`,
      [district, from, limit + 1],
    );
    const total = await client.query<{ n: number }>(`select count(*)::int as n from ${source}`, [
      district,
    ]);
    const items = rows.slice(0, limit).map((row) => [row.key, row.digest] as const);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      body: {
        tree,
        ...(await readMeta(client)),
        total: total.rows[0]?.n ?? 0,
        items,
        count: items.length,
        next: last === undefined ? null : encodeCursor({ k: last[0] }),
      },
    };
  });
};
