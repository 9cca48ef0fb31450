/** The portrait: a read model, one row an enterprise. */
import type { LabelReason, Portrait, ScorePart } from "../../schema/generated/types.ts";
import { enterpriseLabels, portraits } from "../../store/tables/portraits.ts";
import { column, join, member, orderKey, shapeOf } from "../shape-language.ts";

export const portraitShape = shapeOf<Portrait>()(
  "Portrait",
  { table: portraits },
  {
    score: column(portraits.score),
    scoreVersion: column(portraits.scoreVersion),
    scoreParts: column(portraits.scorePartsText),
    parts: {
      kind: "json-list",
      type: "ScorePart",
      column: portraits.scoreParts.name,
      record: {
        part: "text",
        nameZh: "text",
        value: "numeric",
        unit: "text",
        weight: "numeric",
        share: "numeric",
        contribution: "numeric",
        peers: "integer",
        percentile: "integer",
      },
    },
    explanation: column(portraits.explanation),
    labels: column(portraits.labels),
    labelReasons: {
      kind: "many",
      type: "LabelReason",
      join: join([portraits.creditCode, enterpriseLabels.creditCode]),
      order: [orderKey(enterpriseLabels.label)],
    },
    trend: column(portraits.trend),
    labelCompletion: column(portraits.labelCompletion),
    completeness: column(portraits.completeness),
    ipRightCount: column(portraits.ipRightCount),
    titleCount: column(portraits.titleCount),
    latestYear: column(portraits.latestYear),
    latestRevenue: column(portraits.latestRevenue),
    computedAt: column(portraits.computedAt),
  },
);

export const labelReasonShape = shapeOf<LabelReason>()(
  "LabelReason",
  { table: enterpriseLabels },
  {
    label: column(enterpriseLabels.label),
    category: column(enterpriseLabels.category),
    reason: column(enterpriseLabels.reason),
  },
);

export const scorePartShape = shapeOf<ScorePart>()(
  "ScorePart",
  { table: null },
  {
    part: member("part"),
    nameZh: member("nameZh"),
    value: member("value", "text"),
    unit: member("unit"),
    weight: member("weight", "text"),
    share: member("share", "text"),
    contribution: member("contribution", "text"),
    peers: member("peers"),
    percentile: member("percentile"),
  },
);
