/** Moves an instant as text by seconds, and leaves it in the way it was written: separator, fraction and zone stay. */
const written = /^(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;

/** Null for what is no instant like `2024-01-31T10:00:00`. */
export function shiftInstant(text: string, seconds: number): string | null {
  const found = written.exec(text);
  if (found === null) return null;
  const [, day = "", separator = "", time = "", fraction = "", zone = ""] = found;
  const instant = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(instant)) return null;
  const moved = new Date(instant + seconds * 1_000).toISOString();
  return `${moved.slice(0, 10)}${separator}${moved.slice(11, 19)}${fraction}${zone}`;
}
