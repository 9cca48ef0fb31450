/**
 * Texts by row and column, outside of the heap. A register's texts as strings are millions of objects: the collector looks
 * at all of them again and again, and lets as much waste stand beside them as they take themselves.
 */
export interface TextTable {
  /** `texts`: one for each column. */
  readonly push: (texts: readonly string[]) => void;
  readonly get: (row: number, column: number) => string;
  /** As `<` orders strings: below zero, zero, above zero. */
  readonly compareRows: (a: number, b: number, column: number) => number;
  readonly compareText: (row: number, column: number, text: string) => number;
  readonly startsWith: (row: number, column: number, text: string) => boolean;
}

/** Bytes of a UTF-16 unit. */
const unit = 2;

export function startTexts(columns: number): TextTable {
  let bytes = Buffer.alloc(1 << 13);
  let units = unitsOf(bytes);
  /** Where each text ends, in units; it begins where the one before it ends. */
  let ends = new Uint32Array(1 << 10);
  let size = 0;
  const startOf = (at: number): number => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const lengthOf = (at: number): number => (ends[at] ?? 0) - startOf(at);
  const add = (text: string): void => {
    const start = startOf(size);
    const end = start + text.length;
    if (end > units.length) {
      bytes = grownBytes(bytes, end * unit);
      units = unitsOf(bytes);
    }
    if (size === ends.length) ends = grownNumbers(ends);
    bytes.write(text, start * unit, "utf16le");
    ends[size++] = end;
  };
  return {
    push(texts) {
      for (let column = 0; column < columns; column++) add(texts[column] ?? "");
    },
    get(row, column) {
      const at = row * columns + column;
      return bytes.toString("utf16le", startOf(at) * unit, (ends[at] ?? 0) * unit);
    },
    compareRows(a, b, column) {
      const [left, right] = [a * columns + column, b * columns + column];
      const [first, second] = [startOf(left), startOf(right)];
      const shorter = Math.min(lengthOf(left), lengthOf(right));
      for (let i = 0; i < shorter; i++) {
        const difference = (units[first + i] ?? 0) - (units[second + i] ?? 0);
        if (difference !== 0) return difference;
      }
      return lengthOf(left) - lengthOf(right);
    },
    compareText(row, column, text) {
      const at = row * columns + column;
      const start = startOf(at);
      const shorter = Math.min(lengthOf(at), text.length);
      for (let i = 0; i < shorter; i++) {
        const difference = (units[start + i] ?? 0) - text.charCodeAt(i);
        if (difference !== 0) return difference;
      }
      return lengthOf(at) - text.length;
    },
    startsWith(row, column, text) {
      const at = row * columns + column;
      if (lengthOf(at) < text.length) return false;
      const start = startOf(at);
      for (let i = 0; i < text.length; i++) {
        if (units[start + i] !== text.charCodeAt(i)) return false;
      }
      return true;
    },
  };
}

const unitsOf = (bytes: Buffer<ArrayBuffer>): Uint16Array =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / unit);

/** An even number of bytes: units lie over them. */
function grownBytes(bytes: Buffer, least: number): Buffer<ArrayBuffer> {
  const next = Buffer.alloc(Math.ceil(Math.max(least, bytes.length * 1.4) / unit) * unit);
  next.set(bytes);
  return next;
}

function grownNumbers(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.ceil(numbers.length * 1.4));
  next.set(numbers);
  return next;
}
