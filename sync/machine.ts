/**
 * The life of a batch as a table: in which state which event leads where, and nothing else. Pure; store/queries/
 * sync-batches.ts moves rows by it and by nothing else. The words are explained in SPEC.md.
 */
export const batchStates = [
  "SEALED",
  "SENDING",
  "IN_DOUBT",
  "ACKED",
  "PARTIALLY_ACKED",
  "PARKED",
] as const;
export type BatchState = (typeof batchStates)[number];

export const batchEvents = [
  /** The bytes are about to leave. */
  "SEND",
  /** An outcome for every item, all of them final. */
  "ANSWERED",
  /** An outcome for every item, some of them deferred. */
  "ANSWERED_DEFERRED",
  /** Nothing was sent, or it was certainly not taken: no connection, 429. */
  "NOT_TAKEN",
  /** It may have been applied: timeout, reset, 5xx, an answer nobody signed, a process found dead. */
  "DOUBT",
  /** Refused whole and replaced by smaller batches (400, 413). */
  "SPLIT",
  /** Nothing more will be tried without a person: key reused, one item refused without an outcome. */
  "GIVE_UP",
  /** The platform does not know the batch that it had answered: it lost it. */
  "LOST_THERE",
  /** A new generation tells everything anew: what this batch says is told by a later one. */
  "SUPERSEDE",
  /** A person orders another attempt. */
  "RESUME",
] as const;
export type BatchEvent = (typeof batchEvents)[number];

const transitions: Readonly<Record<BatchState, Partial<Record<BatchEvent, BatchState>>>> = {
  SEALED: { SEND: "SENDING", SUPERSEDE: "PARKED" },
  SENDING: {
    ANSWERED: "ACKED",
    ANSWERED_DEFERRED: "PARTIALLY_ACKED",
    NOT_TAKEN: "SEALED",
    DOUBT: "IN_DOUBT",
    SPLIT: "PARKED",
    GIVE_UP: "PARKED",
  },
  IN_DOUBT: {
    SEND: "SENDING",
    ANSWERED: "ACKED",
    ANSWERED_DEFERRED: "PARTIALLY_ACKED",
    SUPERSEDE: "PARKED",
  },
  PARTIALLY_ACKED: {
    ANSWERED: "ACKED",
    ANSWERED_DEFERRED: "PARTIALLY_ACKED",
    LOST_THERE: "IN_DOUBT",
    SUPERSEDE: "PARKED",
  },
  ACKED: {},
  PARKED: { RESUME: "IN_DOUBT" },
};

/** The state that follows, or null when the event may not happen in this state. */
export function nextState(state: BatchState, event: BatchEvent): BatchState | null {
  return transitions[state][event] ?? null;
}

/** States in which the stream waits for this batch before another one is sealed. */
export const inFlightStates: readonly BatchState[] = ["SEALED", "SENDING", "IN_DOUBT"];
