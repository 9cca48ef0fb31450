/** Calendar dates as `YYYY-MM-DD` text: they order as text, carry no time zone, and are what officials print. */
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists: 2024-02-29 but not 2026-02-29, no year nought, and not a date with a time. */
export function isIsoDate(value: unknown): value is string {
  if (typeof value !== "string" || !shape.test(value) || value.startsWith("0000")) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}
