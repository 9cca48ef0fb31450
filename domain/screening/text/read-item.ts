/** Reads the mark that opens an item of a list: "1.", "（一）", "二、", "①", "A.", "一是". */

export interface ItemRead {
  /** Marks of one style are siblings. */
  readonly style: string;
  readonly end: number;
}

const styles: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["（一）", /（[一二三四五六七八九十]{1,3}）/y],
  ["（1）", /（\d{1,2}）/y],
  ["1.", /\d{1,2}(?:\.(?!\d)|[、．]|\.(?=(?:19|20)\d\d年))/y],
  ["1）", /\d{1,2}）/y],
  ["一、", /[一二三四五六七八九十]{1,3}、/y],
  ["①", /[\u2460-\u2473\u2776-\u277f]/y],
  ["A.", /[A-H](?:\.|、)/y],
  ["一是", /[一二三四五六七八九]是/y],
  ["其一", /其[一二三四五]，/y],
];

/** The list mark at `at`, or undefined. Ask only where an item can begin. */
export function readItem(text: string, at: number): ItemRead | undefined {
  for (const [style, pattern] of styles) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { style, end: at + found.length };
  }
  return undefined;
}
