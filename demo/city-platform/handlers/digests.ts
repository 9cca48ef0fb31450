/** `POST /v1/digests/{tree}:leaves` and `:records` (section 10); `:compare` is in its own file. */
import { integerOf, listOf, malformed, membersOf, textOf } from "../checks.ts";
import { digestTree, wireNode } from "../digest-tree.ts";
import { maxBucketsPerRead } from "../limits.ts";
import { readMeta } from "../meta.ts";
import { permittedDistrict, type Handler } from "../platform.ts";
import { liveRecords, treeOf } from "../tree-source.ts";

function numbersOf(value: unknown, path: string, most: readonly [items: number, value: number]) {
  const numbers = listOf(value, path, most[0]).map((no, index) =>
    integerOf(no, `${path}[${index}]`, [0, most[1]]),
  );
  if (new Set(numbers).size !== numbers.length) {
    throw malformed([{ path, message: "holds a number twice" }]);
  }
  return numbers;
}

export const leaves: Handler = async (platform, call) => {
  const tree = treeOf(call.param);
  const body = membersOf(call.body, "body", ["district", "mids"]);
  const district = permittedDistrict(call, textOf(body["district"], "district"));
  const mids = numbersOf(body["mids"], "mids", [64, 63]);
  return platform.database.read(async (client) => {
    const meta = await readMeta(client);
    const key = `${meta.generation}/${meta.revision}`;
    const built = await digestTree(client, tree, district, key);
    const answered = mids.map((no) => [no, (built.leaves.get(no) ?? []).map(wireNode)] as const);
    return { body: { mids: answered, ...meta } };
  });
};

export const bucketRecords: Handler = async (platform, call) => {
  const tree = treeOf(call.param);
  const body = membersOf(call.body, "body", ["district", "buckets"]);
  const district = permittedDistrict(call, textOf(body["district"], "district"));
  const buckets = numbersOf(body["buckets"], "buckets", [maxBucketsPerRead, 4095]);
  return platform.database.read(async (client) => {
    const { rows } = await client.query<{ key: string; digest: string }>(
      `select key, encode(digest, 'hex') as digest from ${liveRecords[tree]} and bucket = any($2) order by key`,
      [district, buckets],
    );
    const records = rows.map((row) => [row.key, row.digest] as const);
    return { body: { records, ...(await readMeta(client)) } };
  });
};
