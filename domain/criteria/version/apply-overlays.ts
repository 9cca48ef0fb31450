/** The standard as it reads on one day: notices in force are laid over it. */
import type { Period, RulePack } from "../pack.ts";

/** True when `date` lies within the period, ends included; an open end has no limit. */
export function covers(period: Period, date: string): boolean {
  return (period.from === null || period.from <= date) && (period.to === null || date <= period.to);
}

/**
 * Gates of a notice take the place of gates with the same id, or are added. Without a date no notice is applied: the
 * standard is judged by its own text.
 */
export function applyOverlays(pack: RulePack, asOf: string | undefined): RulePack {
  const inForce =
    asOf === undefined ? [] : pack.overlays.filter((overlay) => covers(overlay.period, asOf));
  return inForce.reduce(
    (changed, overlay) => ({
      ...changed,
      gates: replaceById(changed.gates, overlay.gates),
      exclusions: replaceById(changed.exclusions, overlay.exclusions),
    }),
    pack,
  );
}

function replaceById<T extends { readonly id: string }>(
  kept: readonly T[],
  laid: readonly T[],
): readonly T[] {
  const known = new Set(kept.map((one) => one.id));
  return [
    ...kept.map((one) => laid.find((other) => other.id === one.id) ?? one),
    ...laid.filter((one) => !known.has(one.id)),
  ];
}
