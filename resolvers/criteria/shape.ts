/** Criteria packs, what they say of each enterprise, and the catalogue of indicators they are written in. */
import type {
  Assessment,
  CriteriaPack,
  Indicator,
  WayChange,
  WayToPass,
} from "../../schema/generated/types.ts";
import { assessments, criteriaPacks } from "../../store/tables/assessments.ts";
import { indicators } from "../../store/tables/indicators.ts";
import { column, join, member, shapeOf } from "../shape-language.ts";

export const criteriaPackShape = shapeOf<CriteriaPack>()(
  "CriteriaPack",
  { table: criteriaPacks },
  {
    packId: column(criteriaPacks.id),
    version: column(criteriaPacks.version),
    nameZh: column(criteriaPacks.nameZh),
    nameEn: column(criteriaPacks.nameEn),
    titleKind: column(criteriaPacks.titleKind),
    documentNo: column(criteriaPacks.documentNo),
    issuer: column(criteriaPacks.issuer),
    confidence: column(criteriaPacks.confidence),
    effectiveFrom: column(criteriaPacks.effectiveFrom),
    effectiveTo: column(criteriaPacks.effectiveTo),
    renewalFrom: column(criteriaPacks.renewalFrom),
    renewalTo: column(criteriaPacks.renewalTo),
    enabled: column(criteriaPacks.enabled),
    definition: column(criteriaPacks.definition),
    loadedAt: column(criteriaPacks.loadedAt),
    supersededAt: column(criteriaPacks.supersededAt),
  },
);

export const assessmentShape = shapeOf<Assessment>()(
  "Assessment",
  { table: assessments },
  {
    packId: column(assessments.packId),
    pack: {
      kind: "one",
      type: "CriteriaPack",
      join: join(
        [assessments.packId, criteriaPacks.id],
        [assessments.packVersion, criteriaPacks.version],
      ),
    },
    asOf: column(assessments.asOf),
    verdict: column(assessments.verdict),
    total: column(assessments.total),
    // Whole percents, kept as numeric: JSON writes them without a point.
    progress: { ...column(assessments.progress), format: "plain", written: "bare" },
    points: column(assessments.points),
    category: column(assessments.category),
    ranges: column(assessments.ranges),
    failed: column(assessments.failed),
    unknown: column(assessments.unknown),
    excludedBy: column(assessments.excludedBy),
    directPass: column(assessments.directPass),
    presumed: column(assessments.presumed),
    flags: column(assessments.flags),
    sizeClass: column(assessments.sizeClass),
    waysToPass: {
      kind: "json-list",
      type: "WayToPass",
      column: assessments.waysToPass.name,
      record: { sentence: "text", changes: "jsonb" },
    },
    inputs: column(assessments.inputs),
    assessedAt: column(assessments.assessedAt),
    supersededAt: column(assessments.supersededAt),
  },
);

export const wayToPassShape = shapeOf<WayToPass>()(
  "WayToPass",
  { table: null },
  {
    sentence: member("sentence"),
    changes: {
      kind: "json-list",
      type: "WayChange",
      column: "changes",
      record: {
        input: "text",
        from: "jsonb",
        to: "jsonb",
        by: "numeric",
        unit: "text",
        item: "text",
        points: "numeric",
      },
    },
  },
);

export const wayChangeShape = shapeOf<WayChange>()(
  "WayChange",
  { table: null },
  {
    input: member("input"),
    from: member("from", "json"),
    to: member("to", "json"),
    by: member("by", "text"),
    unit: member("unit"),
    item: member("item"),
    points: member("points", "text"),
  },
);

export const indicatorShape = shapeOf<Indicator>()(
  "Indicator",
  { table: indicators },
  {
    indicatorId: column(indicators.id),
    nameZh: column(indicators.nameZh),
    nameEn: column(indicators.nameEn),
    unit: column(indicators.unit),
    period: column(indicators.period),
    valueType: column(indicators.valueType),
    formula: column(indicators.formula),
    source: column(indicators.source),
  },
);
