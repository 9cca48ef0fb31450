/** Alerts, their steps, and follow-ups. */
import type { Alert, AlertEvent, FollowUp } from "../../schema/generated/types.ts";
import { alertEvents, alerts, followUps } from "../../store/tables/alerts.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { screenings } from "../../store/tables/screenings.ts";
import {
  column,
  compare,
  type FilterField,
  join,
  type OrderKey,
  orderKey,
  shapeOf,
} from "../shape-language.ts";

const descending = { descending: true } as const;
const byKey = [orderKey(alerts.creditCode), orderKey(alerts.id)];

export const alertOrders: Readonly<Record<string, readonly OrderKey[]>> = {
  DUE_ON: [orderKey(alerts.dueOn), ...byKey],
  RAISED_AT: [orderKey(alerts.raisedAt), ...byKey],
};

export const alertFilters: Readonly<Record<string, FilterField>> = {
  town: compare("Enterprise.town", alerts.townCode, "equals"),
  zone: compare("Enterprise.zone", alerts.zoneCode, "equals"),
  state: compare("Alert.state", alerts.state, "any-of"),
  level: compare("Alert.level", alerts.level, "any-of"),
  handler: compare("Alert.handler", alerts.handler, "equals"),
  assignee: compare("Alert.assignee", alerts.assignee, "equals"),
  screening: compare("Alert.screening", alerts.screeningId, "equals"),
  dueTo: compare("Alert.dueOn", alerts.dueOn, "at-most"),
  raisedFrom: compare("Alert.raisedAt", alerts.raisedAt, "at-least"),
  raisedTo: compare("Alert.raisedAt", alerts.raisedAt, "at-most"),
  escalated: compare("Alert.escalatedAt", alerts.escalatedAt, "is-present"),
  closed: compare("Alert.closedAt", alerts.closedAt, "is-present"),
  and: { kind: "and" },
  or: { kind: "or" },
  not: { kind: "not" },
};

export const alertShape = shapeOf<Alert>()(
  "Alert",
  { table: alerts, key: byKey },
  {
    id: { kind: "global-id", type: "Alert" },
    enterprise: {
      kind: "one",
      type: "Enterprise",
      join: join([alerts.creditCode, enterprises.creditCode]),
    },
    screening: { kind: "one", type: "Screening", join: join([alerts.screeningId, screenings.id]) },
    state: column(alerts.state),
    level: column(alerts.level),
    headline: column(alerts.headline),
    headlineEn: column(alerts.headlineEn),
    figures: column(alerts.figures),
    handler: column(alerts.handler),
    assignee: column(alerts.assignee),
    raisedAt: column(alerts.raisedAt),
    dueOn: column(alerts.dueOn),
    escalatedAt: column(alerts.escalatedAt),
    closedAt: column(alerts.closedAt),
    closingReason: column(alerts.closingReason),
    version: column(alerts.version),
    mergedCount: column(alerts.mergedCount),
    events: {
      kind: "many",
      type: "AlertEvent",
      join: join([alerts.creditCode, alertEvents.creditCode], [alerts.id, alertEvents.alertId]),
      order: [orderKey(alertEvents.sequence, descending)],
    },
    followUps: {
      kind: "many",
      type: "FollowUp",
      join: join([alerts.creditCode, followUps.creditCode], [alerts.id, followUps.alertId]),
      order: [orderKey(followUps.recordedAt, descending), orderKey(followUps.id, descending)],
    },
  },
);

export const alertEventShape = shapeOf<AlertEvent>()(
  "AlertEvent",
  { table: alertEvents },
  {
    sequence: column(alertEvents.sequence),
    fromState: column(alertEvents.fromState),
    toState: column(alertEvents.toState),
    actor: column(alertEvents.actor),
    reason: column(alertEvents.reason),
    at: column(alertEvents.at),
  },
);

export const followUpShape = shapeOf<FollowUp>()(
  "FollowUp",
  { table: followUps, key: [orderKey(followUps.creditCode), orderKey(followUps.id)] },
  {
    id: { kind: "global-id", type: "FollowUp" },
    kind: column(followUps.kind),
    outcome: column(followUps.outcome),
    note: column(followUps.note),
    actor: column(followUps.actor),
    happenedOn: column(followUps.happenedOn),
    recordedAt: column(followUps.recordedAt),
  },
);
