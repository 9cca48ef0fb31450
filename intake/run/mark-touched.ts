/** Has the enterprises judged again that a run of several chunks has touched: each once, when all is merged or the run ends. */
import type { Pool } from "../../store/pool.ts";
import { markTouched, readTouched } from "../../store/queries/import-touched.ts";
import { inTransaction } from "../../store/transaction.ts";

/** Marks of one transaction: others that mark the same enterprise wait for it. */
const marksABreath = 10_000;

/** Killed on the way, it is done again: what was touched is forgotten with the end of the run alone. */
export async function markAllTouched(
  pool: Pool,
  run: { readonly id: string; readonly sourceId: string },
): Promise<void> {
  const codes = await readTouched(pool, run.id);
  for (let at = 0; at < codes.length; at += marksABreath) {
    const some = codes.slice(at, at + marksABreath);
    await inTransaction(pool, (client) => markTouched(client, some, run.sourceId), {
      durable: "soon",
    });
  }
}
