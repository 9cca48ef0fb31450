/** Which compression an answer goes out in: what Accept-Encoding wants most, and among equals what stands first here. */
import { qualityOf } from "./quality-of.ts";

/** @returns null for none: nothing that is offered is taken, or the answer is wanted rather as it is. */
export function preferredEncoding<Name extends string>(
  header: string | undefined,
  offered: readonly Name[],
): Name | null {
  if (header === undefined) return null;
  const others = qualityOf(header, "*") ?? 0;
  let best: Name | null = null;
  // As it is, is always taken; it is only preferred where that is said.
  let bestQuality = qualityOf(header, "identity") ?? 0;
  for (const name of offered) {
    const quality = qualityOf(header, name) ?? others;
    const isBetter = best === null ? quality >= bestQuality : quality > bestQuality;
    if (quality > 0 && isBetter) [best, bestQuality] = [name, quality];
  }
  return best;
}
