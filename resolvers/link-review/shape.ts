/** Reviews of links, for the district. */
import type { LinkReview } from "../../schema/generated/types.ts";
import { linkReviews } from "../../store/tables/imports.ts";
import { column, orderKey, shapeOf } from "../shape-language.ts";

export const linkReviewShape = shapeOf<LinkReview>()(
  "LinkReview",
  { table: linkReviews, key: [orderKey(linkReviews.id)] },
  {
    id: { kind: "global-id", type: "LinkReview" },
    source: column(linkReviews.sourceId),
    groupKey: column(linkReviews.groupKey),
    record: column(linkReviews.record),
    candidates: column(linkReviews.candidates),
    state: column(linkReviews.state),
    openedAt: column(linkReviews.openedAt),
    decidedAt: column(linkReviews.decidedAt),
    decidedBy: column(linkReviews.decidedBy),
    decision: column(linkReviews.decision),
    decidedCreditCode: column(linkReviews.decidedCreditCode),
    note: column(linkReviews.note),
  },
);
