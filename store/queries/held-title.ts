/**
 * When a title is held: by its printed dates, whatever the register has not yet struck out; one that is marked valid without
 * a last day stands until told otherwise. One answer for judging, portraits, lists and statistics.
 */

/** Condition over a row of `titles`. @param day SQL expression of a date. */
export const heldTitle = (day: string, of = ""): string =>
  `${of}status <> 'REVOKED' and coalesce(${of}valid_from <= ${day}, true) and coalesce(${of}valid_to >= ${day}, ${of}status = 'VALID')`;
