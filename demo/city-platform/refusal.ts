/** An answer that is not 2xx, with a code of the protocol (section 2). */
export interface RefusalOptions {
  readonly details?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

/** Status and retryability by code; the table of the protocol's section 2. */
const statuses = {
  MALFORMED: 400,
  BAD_CURSOR: 400,
  UNSIGNED: 401,
  UNKNOWN_KEY: 401,
  KEY_EXPIRED: 401,
  BAD_SIGNATURE: 401,
  CLOCK_SKEW: 401,
  NONCE_REPLAYED: 401,
  FORBIDDEN_DISTRICT: 403,
  NOT_FOUND: 404,
  BATCH_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  BATCH_IN_PROGRESS: 409,
  DELTA_EXPIRED: 410,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  BATCH_KEY_REUSED: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  LEVEL_TOO_LOW: 501,
  UNAVAILABLE: 503,
} as const;

export type RefusalCode = keyof typeof statuses;

const retryable: ReadonlySet<RefusalCode> = new Set([
  "BATCH_IN_PROGRESS",
  "TOO_MANY_REQUESTS",
  "INTERNAL",
  "UNAVAILABLE",
]);

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | null;

  constructor(code: RefusalCode, message: string, options: RefusalOptions = {}) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.details = options.details ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  get status(): number {
    return statuses[this.code];
  }

  body(requestId: string): object {
    const { code, message, details } = this;
    return { error: { code, message, requestId, retryable: retryable.has(code), details } };
  }
}
