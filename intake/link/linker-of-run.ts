/** The linker for the records of a run: a few ask for the bearers of their numbers alone, more for the whole register. */
import type { Mention } from "../../domain/linking/mention.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Pool } from "../../store/pool.ts";
import { openCodeLinker } from "./code-linker.ts";
import type { Link } from "./link-ahead.ts";
import { sharedStoreLinker } from "./shared-store-linker.ts";

/** More are worth the whole register. */
const fewRecords = 1_000;

/** The linker over the whole register, begun before it is asked for: whether it is current takes 0.2 s to find out. */
export function foreseeLinker(pool: Pool): Promise<Link> {
  const linker = sharedStoreLinker(pool).then(({ link }) => link);
  // Met by who links; a run that ends before must not count it as unhandled.
  linker.catch(() => undefined);
  return linker;
}

/** One linker for the whole run: a register that changes meanwhile is asked about when the run has ended. */
export function linkerOfRun(
  pool: Pool,
  records: number,
  foreseen?: Promise<Link>,
): (mentions: readonly Mention[]) => Promise<Link> {
  let opened = foreseen;
  const whole = (): Promise<Link> => (opened ??= foreseeLinker(pool));
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
