/**
 * Truth in three values: what is not known is neither false nor true, and only what decides regardless of it decides
 * (Kleene's strong logic; SQL's AND, OR and NOT over NULL are the same tables).
 */
export type Truth = true | false | "unknown";

/** False as soon as one is false; unknown when only the unknown stands in the way. True for none. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

/** True as soon as one is true; unknown when only the unknown could make it so. False for none. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === "unknown") result = "unknown";
  }
  return result;
}

export function negate(truth: Truth): Truth {
  return truth === "unknown" ? truth : !truth;
}
