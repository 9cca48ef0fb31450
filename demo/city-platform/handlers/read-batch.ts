/** `GET /v1/batches/{batchKey}`: the read-back that resolves a doubt (section 6). */
import { onlyParameters, type Handler } from "../platform.ts";
import { Refusal } from "../refusal.ts";

export const readBatch: Handler = async (platform, call) => {
  onlyParameters(call.query, []);
  const { rows } = await platform.database.pool.query<{ answer: object }>(
    "select answer from city.batch where batch_key = $1 and district = any($2)",
    [call.param, call.caller.districts],
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal("BATCH_UNKNOWN", "that batch was never received");
  return { body: row.answer };
};
