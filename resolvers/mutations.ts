/** Every mutation of the contract, by name. A test proves that none is missing. */
import { enterpriseMutations } from "./enterprise/mutations.ts";
import { syncConflictMutations } from "./sync-conflict/mutations.ts";
import type { Mutations } from "./engine-language.ts";

export const mutations: Mutations = { ...syncConflictMutations, ...enterpriseMutations };
