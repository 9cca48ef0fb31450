/**
 * Who judges portions judges by the packs that the store was last judged by. Otherwise a process that was started before
 * somebody judged all by other packs would take their verdicts back one by one.
 */
import type { Criteria } from "../../domain/criteria/criteria.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { PoolClient } from "../../store/pool.ts";
import { packsInForce } from "../../store/queries/assess-packs.ts";
import { packRow } from "./pack-rows.ts";
import { recordCriteria } from "./record-criteria.ts";

/**
 * In the transaction that judges, under the lock of portions: no judgement of all comes between. A store that nobody has
 * judged takes these packs as its own.
 * @throws GoldseedError CRITERIA_OUTDATED with the ids that differ.
 */
export async function assertInForce(client: PoolClient, criteria: Criteria): Promise<void> {
  const inForce = await packsInForce(client);
  if (inForce.size === 0) {
    await recordCriteria(client, criteria);
    return;
  }
  const own = digestsOf(criteria);
  const others = [...new Set([...own.keys(), ...inForce.keys()])]
    .filter((id) => own.get(id) !== inForce.get(id))
    .sort();
  if (others.length === 0) return;
  const names = others.join(", ");
  throw new GoldseedError(
    "CRITERIA_OUTDATED",
    `库中最近一次评判所用的认定标准与本进程的不同：${names}。本进程停止评判，待评判的企业不丢失；请换用同一版本的标准，或重新启动以本进程的标准为准 / ` +
      `The store was last judged by other packs than those of this process: ${names}. It judges nobody, and marks stay; give it the same packs, or start it again for its own to take effect.`,
    { details: { packs: others } },
  );
}

const digests = new WeakMap<Criteria, ReadonlyMap<string, string>>();

function digestsOf(criteria: Criteria): ReadonlyMap<string, string> {
  const known = digests.get(criteria);
  if (known !== undefined) return known;
  const made = new Map([...criteria.packs.values()].map((pack) => [pack.id, packRow(pack).digest]));
  digests.set(criteria, made);
  return made;
}
