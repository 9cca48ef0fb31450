/** The platform's clock, which a test can set wrong. */
let offsetMs = 0;

export function setClockOffset(ms: number): void {
  offsetMs = ms;
}

export function nowMs(): number {
  return Date.now() + offsetMs;
}

/** The instant as the protocol writes it: UTC with milliseconds. */
export function instantNow(): string {
  return new Date(nowMs()).toISOString();
}
