/** Stops a run that would take away or turn over too much at once: a wrongly empty list must delete nothing (I12). */
export interface PlannedChange {
  /** Records held before the run. */
  readonly held: number;
  readonly removed: number;
  readonly modified: number;
}

export interface GuardLimits {
  /** Removals up to this many pass whatever their share. */
  readonly fewRemovals: number;
  /** Share of the held records, 0 to 1. */
  readonly removedShare: number;
  readonly fewModifications: number;
  readonly modifiedShare: number;
}

/**
 * 0.5 % and 5 % of the records, but never fewer than 5. Smaller shares would hold the yearly announcement of a batch for
 * approval each time; that announcement only adds, and additions are not limited.
 */
export const guardLimits: GuardLimits = {
  fewRemovals: 5,
  removedShare: 0.005,
  fewModifications: 5,
  modifiedShare: 0.05,
};

/** Pure. The reason to hold the run, or null when it may pass. */
export function guardMassChange(change: PlannedChange, limits = guardLimits): string | null {
  const { held, removed, modified } = change;
  const mayRemove = Math.max(limits.fewRemovals, Math.floor(held * limits.removedShare));
  if (removed > mayRemove) {
    return `would remove ${removed} of ${held} titles, at most ${mayRemove} pass without approval`;
  }
  const mayModify = Math.max(limits.fewModifications, Math.floor(held * limits.modifiedShare));
  if (modified > mayModify) {
    return `would change ${modified} of ${held} titles, at most ${mayModify} pass without approval`;
  }
  return null;
}
