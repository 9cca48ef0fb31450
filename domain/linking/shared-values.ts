/** Values of which a register has few and each often, by number: each is kept once. */
export interface SharedValues<T> {
  /** `key` tells values apart. */
  readonly numberOf: (key: string, value: T) => number;
  readonly get: (number: number) => T;
}

export function startShared<T>(nothing: T): SharedValues<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    numberOf(key, value) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
    get: (number) => values[number] ?? nothing,
  };
}
