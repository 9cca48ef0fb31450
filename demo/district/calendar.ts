/**
 * Days as text, from a table: the district needs a million of them, and Date was a fifth of the time. No day of the
 * district is a 29 February, so that years can be added to any of them.
 */
const dayMs = 86_400_000;
/** `MM-DD` of a year of 365 days. */
const days = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2023, 0, 1) + day * dayMs).toISOString().slice(5, 10),
);
const places = new Map(days.map((day, place) => [day, place]));

/** The day at a fraction (0 to below 1) of `year`, not before the enterprise existed. */
export function dayIn(year: number, fraction: number, notBefore: string): string {
  const day = `${year}-${days[Math.floor(fraction * 365)] ?? "12-31"}`;
  return day < notBefore ? notBefore : day;
}

export function daysAfter(date: string, count: number): string {
  const place = Number(date.slice(0, 4)) * 365 + (places.get(date.slice(5)) ?? 58) + count;
  return `${Math.floor(place / 365)}-${days[place % 365] ?? ""}`;
}

export function yearsAfter(date: string, count: number): string {
  return `${Number(date.slice(0, 4)) + count}${date.slice(4)}`;
}
