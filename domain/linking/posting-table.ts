/**
 * Which rows carry a key, as four flat arrays: 424,000 names have 5 million keys, and a Map of arrays would take a
 * gigabyte where this takes 45 MB. Keys are 32-bit hashes: a chance meeting costs one comparison, never a wrong link.
 */
export interface PostingTable {
  /** Calls `visit` with each row that has the key, at most `limit` of them. Returns how many there are, or `limit` + 1. */
  readonly visit: (key: number, visit: (row: number) => void, limit: number) => number;
  readonly size: number;
}

/** Grows by halves; `push` is called some millions of times while a register is read. */
export interface PostingBuilder {
  readonly push: (key: number, row: number) => void;
  readonly build: () => PostingTable;
}

export function startPostings(): PostingBuilder {
  let keys = new Uint32Array(1 << 12);
  let rows = new Uint32Array(1 << 12);
  let size = 0;
  return {
    push(key, row) {
      if (size === keys.length) {
        keys = grown(keys);
        rows = grown(rows);
      }
      keys[size] = key;
      rows[size] = row;
      size++;
    },
    build: () => sortByBucket(keys.subarray(0, size), rows.subarray(0, size)),
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.ceil(array.length * 1.5));
  next.set(array);
  return next;
}

/** Counting sort by the top bits: about four keys a bucket, so that a look-up reads one cache line. */
function sortByBucket(keys: Uint32Array, rows: Uint32Array): PostingTable {
  const size = keys.length;
  const bits = Math.max(4, Math.ceil(Math.log2(size / 4 + 1)));
  const shift = 32 - bits;
  const starts = new Uint32Array((1 << bits) + 1);
  for (const key of keys) bump(starts, (key >>> shift) + 1);
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const sortedKeys = new Uint32Array(size);
  const sortedRows = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const key = keys[i] ?? 0;
    const at = bump(next, key >>> shift);
    sortedKeys[at] = key;
    sortedRows[at] = rows[i] ?? 0;
  }
  return {
    size,
    visit(key, visit, limit) {
      const bucket = key >>> shift;
      const end = starts[bucket + 1] ?? 0;
      let found = 0;
      for (let at = starts[bucket] ?? 0; at < end; at++) {
        if (sortedKeys[at] !== key >>> 0) continue;
        if (found === limit) return limit + 1;
        visit(sortedRows[at] ?? 0);
        found++;
      }
      return found;
    },
  };
}

function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** FNV-1a over UTF-16 units with a final mix, leaving out the unit at `skip` (-1: none). */
export function hashText(text: string, skip = -1): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    if (i === skip) continue;
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
