/** Which states an import passes through, apart from those that it ends or waits in. */
import type { ImportState } from "./vocabulary.ts";

/** Begun and not ended: interrupted, if nobody works on it. */
export const openImportStates = [
  "STAGING",
  "VALIDATING",
  "LINKING",
  "MERGING",
  "RELINKING",
] as const satisfies readonly ImportState[];

export const isOpenImport = (state: ImportState): boolean =>
  openImportStates.some((open) => open === state);
