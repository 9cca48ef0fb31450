/** What went wrong with a request, told by what may have happened at the other side and what to do next. */
export const failureKinds = [
  /** No connection: nothing was sent. */
  "UNREACHABLE",
  /** Sent, and no answer that can be trusted: it may have been applied. */
  "IN_DOUBT",
  /** 429: not taken, asked to wait. */
  "THROTTLED",
  /** 401 or 403: stop, an operator is needed. */
  "UNAUTHORISED",
  /** Laid down for the city, which has not yet said what became of it (parcels alone). */
  "AWAITING_RECEIPT",
  /** 404 of a batch. */
  "UNKNOWN_BATCH",
  /** 409: being worked on. */
  "IN_PROGRESS",
  /** 410 of a delta token. */
  "EXPIRED",
  /** 413. */
  "TOO_LARGE",
  /** 422: the key was used with other bytes. */
  "KEY_REUSED",
  /** 501: above the platform's level. */
  "NOT_OFFERED",
  /** Any other 4xx: refused as it stands. */
  "REFUSED",
  /** The breaker is open: not even tried. */
  "SUSPENDED",
  /** The caller gave up waiting. */
  "ABORTED",
] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface FailureOptions {
  readonly status?: number;
  /** Code of the platform's error body; only when its signature was right. */
  readonly code?: string;
  readonly retryAfterMs?: number;
  /** Lists that were signed by the city and refused (parcels alone): it is to learn of that. */
  readonly refusedLists?: readonly RefusedList[];
  readonly cause?: unknown;
}

export interface RefusedList {
  readonly parcelId: string;
  readonly manifestSha256: string;
}

export class PlatformFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly retryAfterMs: number | null;
  readonly refusedLists: readonly RefusedList[];

  constructor(kind: FailureKind, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "PlatformFailure";
    this.kind = kind;
    this.status = options.status ?? null;
    this.code = options.code ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.refusedLists = options.refusedLists ?? [];
  }

  /** True when the platform itself gave no usable answer: what a breaker counts. */
  get isOutage(): boolean {
    return this.kind === "UNREACHABLE" || this.kind === "IN_DOUBT" || this.kind === "THROTTLED";
  }

  /** True when the platform is there and overloaded: the next batches are to be smaller. */
  get asksForPatience(): boolean {
    return this.kind === "THROTTLED" || this.status === 503;
  }
}
