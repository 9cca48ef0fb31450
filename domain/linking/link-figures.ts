/**
 * The figures that linking is judged by, from decisions and known answers.
 *
 * A link to the parent of a branch that is not registered counts as wrong; a mention that nothing in the record can
 * resolve is not counted against recall.
 */
export interface Judged {
  readonly decision: "LINK" | "REVIEW" | "NONE";
  /** The entry linked to, or the first candidate; empty for none. */
  readonly id: string;
  /** The entry meant; empty when it is not registered. */
  readonly truth: string;
  /** `same`, `branch_of` or `none`. */
  readonly relation: string;
  /** `auto`: resolvable from what the record holds; `review`, `none`. */
  readonly expected: string;
  /** `missing` or `garbage` where the record has no number to go by. */
  readonly codeKind: string;
}

export interface LinkFigures {
  readonly mentions: number;
  /** Share of automatic links that are right. */
  readonly precision: number;
  readonly wrong: number;
  readonly recall: number;
  readonly recallWithCode: number;
  readonly recallNameOnly: number;
  readonly review: number;
  /** Share of mentions without an enterprise that were linked. */
  readonly linkedWithoutEnterprise: number;
  /** Share of reviews, where an enterprise exists, that show it first. */
  readonly firstInReview: number;
}

export function scoreLinks(rows: readonly Judged[]): LinkFigures {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const count = (test: (row: Judged) => boolean): number => rows.filter(test).length;
  const nameOnly = (row: Judged): boolean => ["missing", "garbage"].includes(row.codeKind);
  const right = (row: Judged): boolean =>
    row.decision === "LINK" &&
    row.truth !== "" &&
    row.id === row.truth &&
    row.relation !== "branch_of";
  const recallOf = (test: (row: Judged) => boolean): number => {
    const resolvable = rows.filter((row) => row.expected === "auto" && test(row));
    return share(resolvable.filter(right).length, resolvable.length);
  };
  const links = count((row) => row.decision === "LINK");
  const none = (row: Judged): boolean => row.truth === "";
  const reviews = rows.filter((row) => row.decision === "REVIEW" && row.truth !== "");
  return {
    mentions: rows.length,
    precision: share(count(right), links),
    wrong: links - count(right),
    recall: recallOf(() => true),
    recallWithCode: recallOf((row) => !nameOnly(row)),
    recallNameOnly: recallOf(nameOnly),
    review: share(
      count((row) => row.decision === "REVIEW"),
      rows.length,
    ),
    linkedWithoutEnterprise: share(
      count((row) => none(row) && row.decision === "LINK"),
      count(none),
    ),
    firstInReview: share(reviews.filter((row) => row.id === row.truth).length, reviews.length),
  };
}
