/** `GET /v1/statements` (section 11). */
import { limitOf, onlyParameters, permittedDistrict, type Handler } from "../platform.ts";
import { treeOf } from "../tree-source.ts";

export const statements: Handler = async (platform, call) => {
  onlyParameters(call.query, ["district", "tree", "limit"]);
  const district = permittedDistrict(call, call.query.get("district"));
  const tree = treeOf(call.query.get("tree") ?? "");
  const limit = limitOf(call.query, 20, 200);
  const { rows } = await platform.database.pool.query<{ at: Date }>(
    `select tree, equal, n, root, city, theirs as district, at from city.statement
     where district = $1 and tree = $2 order by id desc limit $3`,
    [district, tree, limit],
  );
  return { body: { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) } };
};
