/** What another clock that was asked tells of ours, and no more than it tells for certain. */

/** Milliseconds since 1970. */
export interface ClockReading {
  /** Our clock when we asked, and when we heard. */
  readonly askedMs: number;
  readonly heardMs: number;
  /** What the other clock said is between these: they are one unless it told whole seconds. */
  readonly saidMs: number;
  readonly saidUntilMs?: number;
}

/** Milliseconds by which ours is certainly ahead, below 0 by which it is behind; 0 when the two may agree. */
export function certainDriftMs({
  askedMs,
  heardMs,
  saidMs,
  saidUntilMs = saidMs,
}: ClockReading): number {
  const [least, most] = [askedMs - saidUntilMs, heardMs - saidMs];
  if (least > 0) return least;
  return Math.min(most, 0);
}
