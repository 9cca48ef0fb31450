/** Moments as text, with the zone they are told in: without one a moment is another on every machine. */
import { isIsoDate } from "./iso-date.ts";

const shape =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/u;

/** True for an instant of RFC 3339 on a day that exists. `Date.parse` takes 30 February for 2 March, PostgreSQL refuses it. */
export function isInstant(text: string): boolean {
  const [, day] = shape.exec(text) ?? [];
  return isIsoDate(day);
}
