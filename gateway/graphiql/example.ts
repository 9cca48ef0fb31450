/**
 * One ready query of docs/examples, as the page and the tests read it.
 */
export interface Example {
  /** File name without its ending, such as `01-who-am-i`. */
  readonly id: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** The file as shown: comments and operation, without the line of variables. */
  readonly query: string;
  /** Values for the operation's variables; a value such as `$sample.creditCode` is filled in by `fill-sample.ts`. */
  readonly variables: Readonly<Record<string, unknown>>;
}
