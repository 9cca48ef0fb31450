/** What a client of the flood's bench is told, and what it tells. */
export interface FloodJob {
  readonly port: number;
  readonly callers: readonly { readonly token: string; readonly bodies: readonly string[] }[];
  /** Requests of each caller in a second. */
  readonly ratePerCaller: number;
  readonly seconds: number;
  /** At the lowest priority of the machine. */
  readonly background: boolean;
}

export interface FloodTally {
  /** Milliseconds of each answer with data, from when it was due. */
  readonly times: readonly number[];
  /** By HTTP status; `broken` without an answer, `not sent` beyond what may be under way. */
  readonly statuses: Readonly<Record<string, number>>;
}
