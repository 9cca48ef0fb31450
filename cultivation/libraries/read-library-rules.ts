/** Rules of the libraries from the data folder, checked whole before a statement is made of them. */
import { fileURLToPath } from "node:url";

import { z } from "zod";

import { enterpriseStatuses, libraryKinds, titleKinds } from "../../domain/vocabulary.ts";
import { readRulesFile } from "../read-rules-file.ts";
import type { LibraryRules } from "../../store/queries/library-moves.ts";

const shipped = fileURLToPath(new URL("../../data/libraries/libraries-1.yaml", import.meta.url));

const shape = z.strictObject({
  source: z.string().min(1),
  version: z.string().min(1),
  effectiveFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  libraries: z
    .array(
      z
        .strictObject({
          kind: z.enum(libraryKinds),
          titles: z.array(z.enum(titleKinds)),
          meets: z.array(z.enum(titleKinds)),
          graceDays: z.int().min(0).max(366),
        })
        .refine(
          ({ titles, meets }) => titles.length + meets.length > 0,
          "没有写明凭何种称号或标准入库 / names neither a title nor a standard by which one enters",
        ),
    )
    .refine(
      (libraries) => new Set(libraries.map(({ kind }) => kind)).size === libraries.length,
      "培育库重复 / a library stands twice",
    ),
  leavesWhen: z.array(z.enum(enterpriseStatuses)),
  reasons: z.strictObject({
    entryTitle: z.string().min(1),
    entryMeets: z.string().min(1),
    exitExpired: z.string().min(1),
    exitRevoked: z.string().min(1),
    exitNotMeeting: z.string().min(1),
    exitEnterprise: z.string().min(1),
  }),
});

/** @throws GoldseedError FILE_UNREADABLE; RULES_INVALID with every fault of the file. */
export function readLibraryRules(path: string = shipped): LibraryRules {
  return readRulesFile(shape, path);
}
