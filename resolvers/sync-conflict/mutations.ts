/** Writes about the exchange. */
import { readNodeKey } from "../read-node-key.ts";
import type { MutationDecideConflictArgs } from "../../schema/generated/types.ts";
import { decideConflict } from "../../sync/review/decide-conflict.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";

export const syncConflictMutations = {
  decideConflict: async ({ input }: MutationDecideConflictArgs, { pool, principal }) => {
    const id = readNodeKey("SyncConflict", input.id);
    const note = input.note == null ? {} : { note: input.note };
    await decideConflict(pool, principal, { id, decision: input.decision, ...note });
    return { conflict: nodeRef("SyncConflict", id) };
  },
} satisfies Mutations;
