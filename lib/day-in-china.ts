/**
 * The day that officials mean: China keeps UTC+8 all year. By UTC the day would change at eight in the morning, and until
 * then a visit of today would lie in the future and a title that ended yesterday would still hold.
 */
const offsetMs = 8 * 3_600_000;

/** `YYYY-MM-DD` in China at that moment. @param instant milliseconds since 1970. */
export function dayInChina(instant: number): string {
  return new Date(instant + offsetMs).toISOString().slice(0, 10);
}
