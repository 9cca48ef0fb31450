/**
 * The named moments between two durable acts. A test kills the process at each of them, so the list must be whole; in
 * production the hook does nothing.
 */
export const stepNames = [
  "handshake.recorded",
  "pull.opened",
  "pull.pageFetched",
  "pull.pageLanded",
  "pull.landed",
  "pull.staged",
  "pull.chunkMerged",
  "pull.merged",
  "pull.closed",
  "push.opened",
  "push.sealed",
  "push.sending",
  "push.answered",
  "push.settled",
  "push.split",
  "push.closed",
  "verify.compared",
  "verify.closed",
] as const;

/** Those that only an exchange by parcels passes. */
export const parcelStepNames = ["lists.receiptMade", "lists.receiptLaid"] as const;

export type StepName = (typeof stepNames)[number] | (typeof parcelStepNames)[number];

export type Step = (name: StepName) => Promise<void>;

export const noStep: Step = () => Promise.resolve();
