/** A session as an exchange has it after its greeting, for tests of its parts. */
import type { SyncSession } from "../../sync/context.ts";
import { handshake } from "../../sync/handshake.ts";
import { readFieldOwnership } from "../../sync/read-field-ownership.ts";
import { noStep } from "../../sync/steps.ts";
import { district } from "./connect-to.ts";
import type { District } from "./district-kit.ts";

export function greetCity({ database, platform }: District): Promise<SyncSession> {
  return handshake({
    pool: database.worker,
    platform,
    peerId: "city",
    district,
    owners: readFieldOwnership(),
    statementKey: null,
    now: () => new Date(),
    wait: () => Promise.resolve(),
    step: noStep,
    force: true,
    exchangeId: "test",
    signal: null,
  });
}
