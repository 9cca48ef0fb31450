/** Small numbers by row and column in one flat array that grows. */
export interface NumberTable {
  readonly rows: number;
  /** `numbers`: one for each column, 0 to 4,294,967,295. */
  readonly push: (numbers: readonly number[]) => void;
  readonly get: (row: number, column: number) => number;
}

export function startNumbers(columns: number): NumberTable {
  let all = new Uint32Array(1 << 10);
  let size = 0;
  return {
    get rows() {
      return size / columns;
    },
    push(numbers) {
      if (size + columns > all.length) {
        const next = new Uint32Array(Math.ceil(all.length * 1.4) + columns);
        next.set(all);
        all = next;
      }
      for (let column = 0; column < columns; column++) all[size++] = numbers[column] ?? 0;
    },
    get: (row, column) => all[row * columns + column] ?? 0,
  };
}
