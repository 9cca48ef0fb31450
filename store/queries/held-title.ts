/**
 * When a title is held: by its printed dates. One answer for all who ask of a day, and one for all who ask of now.
 */

/**
 * Condition over a row of `titles`, of any day: a register that has struck out a title since is not asked. One that is marked
 * valid without a last day stands until told otherwise. @param day SQL expression of a date.
 */
export const heldOn = (day: string): string =>
  `status <> 'REVOKED' and coalesce(valid_from <= ${day}, true) and coalesce(valid_to >= ${day}, status = 'VALID')`;

/** Of today: the register may have ended a title before its last day, and may not yet have struck out one that is past it. */
export const heldNow = (today: string, of = ""): string =>
  `${of}status = 'VALID' and coalesce(${of}valid_from <= ${today}, true) and coalesce(${of}valid_to >= ${today}, true)`;
