/** What belongs to one request: who asks, how it is found in the log, how long it may take, its loaders. */
import type { Principal } from "../domain/access/principal.ts";
import type { Leaving } from "../lib/leaving.ts";
import type { Inspection } from "../resolvers/engine-language.ts";
import type { CityRecordLoader } from "../resolvers/city-record/load-city-records.ts";

export interface RequestContext {
  readonly principal: Principal;
  /** Whose points and turns it takes, where that is not the caller seen: whoever looks through another's eyes. */
  readonly payer?: Principal;
  readonly requestId: string;
  /** Moment (performance.now) after which nothing more is waited for. */
  readonly deadlineMs: number;
  /** Aborted when the client goes away before it is answered. */
  readonly signal: Leaving;
  /** The caller asked how the operation is executed, and may know. */
  readonly explain: boolean;
  /** The caller asked which clauses decided about its fields, and may know. */
  readonly explainAccess?: boolean;
  /** Of a page of an export: the request id of its first page, which its copies bear. */
  readonly exportId?: string | null;
  /** Id of the export of many rows that another person has confirmed, as the caller says; checked before it is believed. */
  readonly exportRequest?: string | null;
  /** Asks a query as another caller within this request; left out inside of such a query. */
  readonly askAs?: Inspection["ask"];
  /** Made anew for each request: nothing of one caller's answers is seen by another. */
  readonly cityRecords: CityRecordLoader;
}
