/**
 * Links records that name their enterprise and its credit code without the whole register: a record that arrives alone
 * would wait ten seconds for it, and every registry import makes it stale. What is not as plain as that is left open.
 */
import type { LinkModel } from "../../domain/linking/link-model.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import { buildLinkRegistry } from "../../domain/linking/link-registry.ts";
import { linkSettledMention } from "../../domain/linking/linker.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import { readEntriesOfCodes } from "../../store/linking/read-link-entries.ts";
import type { Pool } from "../../store/pool.ts";
import { loadLinkModel } from "./load-link-model.ts";

export interface CodeLinker {
  /** Undefined for a record that only the whole register can answer. */
  readonly link: (mention: Mention) => LinkOutcome | undefined;
}

let model: LinkModel | undefined;
const creditCode = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/gu;

/** @param text of the records: every code in it is looked up. */
export async function openCodeLinker(pool: Pool, text: string): Promise<CodeLinker> {
  const codes = [...new Set(text.toUpperCase().match(creditCode) ?? [])];
  const entries = await readEntriesOfCodes(pool, codes);
  const known = (model ??= await loadLinkModel());
  const bearers = buildLinkRegistry(entries, known.lexicon);
  return { link: (mention) => linkSettledMention(mention, bearers, known) };
}
