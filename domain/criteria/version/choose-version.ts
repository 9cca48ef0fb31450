/** Which version of a standard governs an application, by its day and by whether it is new or a renewal. */
import type { Criteria } from "../criteria.ts";
import type { ApplicationKind, Pack } from "../pack.ts";
import { covers } from "./apply-overlays.ts";

/** Undefined when no pack of the title governs that day; at most one does, which `checkPacks` has seen to. */
export function chooseVersion(
  criteria: Criteria,
  title: string,
  application: { readonly date: string; readonly kind: ApplicationKind },
): Pack | undefined {
  return [...criteria.packs.values()].find(
    (pack) => pack.title === title && isInForce(pack, application.date, application.kind),
  );
}

export function isInForce(pack: Pack, date: string, kind: ApplicationKind): boolean {
  const period = pack.inForce[kind];
  return period !== null && covers(period, date);
}
