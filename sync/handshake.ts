/** Asks the platform what it is, and begins a new generation when its data went back in time. */
import { GoldseedError } from "../domain/errors.ts";
import { inTransaction } from "../store/transaction.ts";
import { beginGeneration, lockPeer, recordSighting } from "../store/queries/sync-peer.ts";
import type { SyncContext, SyncSession } from "./context.ts";
import { supersedeBatches } from "./push/supersede-batches.ts";

/** @throws PlatformFailure, and GoldseedError CONFLICT when the platform does not know this district. */
export async function handshake(context: SyncContext): Promise<SyncSession> {
  const { value: capabilities } = await context.platform.capabilities();
  if (!capabilities.districts.includes(context.district)) {
    throw new GoldseedError(
      "CONFLICT",
      `市级平台的密钥不属于本区 / The platform serves the districts "${capabilities.districts.join(", ")}" to this key, expected "${context.district}". Ask the city for a key of this district.`,
    );
  }
  const generation = await inTransaction(context.pool, async (client) => {
    const known = await lockPeer(client, context.peerId);
    await recordSighting(client, {
      peerId: context.peerId,
      name: capabilities.platform.name,
      level: capabilities.level,
      capabilities,
    });
    const before = known?.theirGeneration ?? null;
    if (before === null || before === capabilities.generation) return known?.generation ?? 1;
    await supersedeBatches(client, context.peerId, "the platform began a new generation");
    return beginGeneration(client, context.peerId);
  });
  await context.step("handshake.recorded");
  return { ...context, capabilities, generation };
}
