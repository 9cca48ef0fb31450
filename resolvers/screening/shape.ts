/** Screenings with their versions and history, and who matched them. */
import type {
  Screening,
  ScreeningEvent,
  ScreeningMatch,
  ScreeningVersion,
} from "../../schema/generated/types.ts";
import {
  matches,
  screeningEvents,
  screenings,
  screeningVersions,
} from "../../store/tables/screenings.ts";
import { column, join, orderKey, shapeOf } from "../shape-language.ts";

const descending = { descending: true } as const;

export const screeningShape = shapeOf<Screening>()(
  "Screening",
  { table: screenings, key: [orderKey(screenings.id)] },
  {
    id: { kind: "global-id", type: "Screening" },
    code: column(screenings.id),
    name: column(screenings.nameZh),
    nameEn: column(screenings.nameEn),
    state: column(screenings.state),
    level: column(screenings.level),
    dueDays: column(screenings.dueDays),
    isBase: column(screenings.isBase),
    activeVersion: column(screenings.activeVersion),
    createdBy: column(screenings.createdBy),
    createdAt: column(screenings.createdAt),
    versions: {
      kind: "many",
      type: "ScreeningVersion",
      join: join([screenings.id, screeningVersions.screeningId]),
      order: [orderKey(screeningVersions.version, descending)],
    },
    history: {
      kind: "many",
      type: "ScreeningEvent",
      join: join([screenings.id, screeningEvents.screeningId]),
      order: [orderKey(screeningEvents.sequence, descending)],
    },
    feedback: { kind: "computed", column: screenings.id.name },
  },
);

export const screeningVersionShape = shapeOf<ScreeningVersion>()(
  "ScreeningVersion",
  { table: screeningVersions },
  {
    version: column(screeningVersions.version),
    conditions: column(screeningVersions.conditions),
    sentence: column(screeningVersions.sentence),
    sourceText: column(screeningVersions.sourceText),
    citations: column(screeningVersions.citations),
    dryRun: column(screeningVersions.dryRun),
    createdBy: column(screeningVersions.createdBy),
    createdAt: column(screeningVersions.createdAt),
    approvedBy: column(screeningVersions.approvedBy),
    approvedAt: column(screeningVersions.approvedAt),
  },
);

export const screeningEventShape = shapeOf<ScreeningEvent>()(
  "ScreeningEvent",
  { table: screeningEvents },
  {
    action: column(screeningEvents.action),
    fromState: column(screeningEvents.fromState),
    toState: column(screeningEvents.toState),
    version: column(screeningEvents.version),
    actor: column(screeningEvents.actor),
    reason: column(screeningEvents.reason),
    at: column(screeningEvents.at),
  },
);

export const screeningMatchShape = shapeOf<ScreeningMatch>()(
  "ScreeningMatch",
  { table: matches },
  {
    screening: {
      kind: "one",
      type: "Screening",
      join: join([matches.screeningId, screenings.id]),
    },
    occurrence: column(matches.occurrence),
    version: column(matches.version),
    matchedAt: column(matches.matchedAt),
    leftAt: column(matches.leftAt),
    figures: column(matches.figures),
  },
);
