/** Reviews of links, for the district. */
import type {
  LinkMention,
  LinkReview,
  LinkReviewCandidate,
  LinkReviewRecord,
  LinkReviewRow,
} from "../../schema/generated/types.ts";
import { linkReviews } from "../../store/tables/imports.ts";
import { column, member, orderKey, shapeOf } from "../shape-language.ts";

export const linkReviewShape = shapeOf<LinkReview>()(
  "LinkReview",
  { table: linkReviews, key: [orderKey(linkReviews.id)] },
  {
    id: { kind: "global-id", type: "LinkReview" },
    source: column(linkReviews.sourceId),
    groupKey: column(linkReviews.groupKey),
    record: {
      kind: "json-object",
      type: "LinkReviewRecord",
      column: linkReviews.record.name,
      record: { mention: "jsonb", rows: "jsonb" },
    },
    candidates: {
      kind: "json-list",
      type: "LinkReviewCandidate",
      column: linkReviews.candidates.name,
      record: {
        creditCode: "text",
        name: "text",
        former: "boolean",
        bits: "numeric",
        stops: "jsonb",
      },
    },
    state: column(linkReviews.state),
    openedAt: column(linkReviews.openedAt),
    decidedAt: column(linkReviews.decidedAt),
    decidedBy: column(linkReviews.decidedBy),
    decision: column(linkReviews.decision),
    decidedCreditCode: column(linkReviews.decidedCreditCode),
    note: column(linkReviews.note),
  },
);

export const linkReviewRecordShape = shapeOf<LinkReviewRecord>()(
  "LinkReviewRecord",
  { table: null },
  {
    mention: {
      kind: "json-object",
      type: "LinkMention",
      column: "mention",
      record: { name: "text", code: "text", address: "text", place: "text", date: "text" },
    },
    rows: {
      kind: "json-list",
      type: "LinkReviewRow",
      column: "rows",
      record: { line: "integer", recordKey: "text", raw: "jsonb", parsed: "jsonb" },
    },
  },
);

export const linkMentionShape = shapeOf<LinkMention>()(
  "LinkMention",
  { table: null },
  {
    name: member("name"),
    code: member("code"),
    address: member("address"),
    place: member("place"),
    date: member("date"),
  },
);

export const linkReviewRowShape = shapeOf<LinkReviewRow>()(
  "LinkReviewRow",
  { table: null },
  {
    line: member("line"),
    recordKey: member("recordKey"),
    raw: member("raw", "json"),
    parsed: member("parsed", "json"),
  },
);

export const linkReviewCandidateShape = shapeOf<LinkReviewCandidate>()(
  "LinkReviewCandidate",
  { table: null },
  {
    creditCode: member("creditCode"),
    name: member("name"),
    former: member("former"),
    bits: member("bits", "number"),
    stops: member("stops", "json"),
  },
);
