/** The linker for the records of a run: a few ask for the bearers of their numbers alone, more for the whole register. */
import type { Mention } from "../../domain/linking/mention.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Pool } from "../../store/pool.ts";
import { openCodeLinker } from "./code-linker.ts";
import type { Link } from "./link-ahead.ts";
import { sharedStoreLinker } from "./shared-store-linker.ts";

/** More are worth the whole register. */
const fewRecords = 1_000;

/** One linker for the whole run: a register that changes meanwhile is asked about when the run has ended. */
export function linkerOfRun(
  pool: Pool,
  records: number,
): (mentions: readonly Mention[]) => Promise<Link> {
  let opened: Promise<Link> | undefined;
  const whole = (): Promise<Link> => (opened ??= sharedStoreLinker(pool).then(({ link }) => link));
  if (records > fewRecords) return whole;
  return async (mentions) => {
    if (opened !== undefined) return opened;
    const { link } = await openCodeLinker(pool, mentions.map(({ code }) => code).join("\n"));
    const settled = new Map<Mention, LinkOutcome>();
    for (const mention of mentions) {
      const outcome = link(mention);
      if (outcome === undefined) return whole();
      settled.set(mention, outcome);
    }
    return (mention) => settled.get(mention) ?? missed(mention);
  };
}

function missed({ name }: Mention): never {
  throw new Error(`"${name}" is not among the records that the linker was opened for`);
}
