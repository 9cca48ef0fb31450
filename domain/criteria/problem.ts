/** One thing wrong with rule data, and where: problems are gathered, never thrown one by one. */
export interface Problem {
  /** Keys and positions from the top of the file to the place, e.g. `["items", 2, "bands", 0]`. */
  readonly path: readonly (string | number)[];
  /** What is there, what was expected, what to do. */
  readonly message: string;
  /** The same in Chinese, which people read first. */
  readonly messageZh: string;
}

/** The place as people write it: `items[2].bands[0]`; `(top)` for the file as a whole. */
export function formatPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return "(top)";
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join("");
}
