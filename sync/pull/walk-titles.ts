/**
 * Fetches the pages of one walk and lands each as bytes before anything is made of it. The cursor moves in the
 * transaction that lands the last page, and only when the pages join: a cursor never passes data that is not here.
 */
import type { PoolClient } from "../../store/pool.ts";
import { landPage } from "../../store/queries/sync-inbound.ts";
import { moveCursor, readStream } from "../../store/queries/sync-peer.ts";
import { noteRun } from "../../store/queries/sync-runs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { checkWalk, type WalkVerdict } from "../check-walk.ts";
import type { SyncSession } from "../context.ts";
import { PlatformFailure } from "../platform/platform-failure.ts";
import type { Answered } from "../platform/port.ts";
import { sha256Hex } from "../protocol/canonical-record.ts";
import type { TitlePage } from "../protocol/title-page.ts";
import { looseKey } from "./judge-title.ts";

/** A peer that pages without end meets this, or sooner twice what the total of its first page needs. */
const mostPages = 10_000;
const walkAttempts = 3;

export interface Landing {
  readonly problems: readonly string[];
  /** First page of the walk that joined. */
  readonly firstPage: number;
  readonly complete: boolean;
  readonly mode: TitlePage["mode"];
  /** Which list it is, `generation/revision` of the city; null when there is no page. */
  readonly list: string | null;
  /** What came with the first page when it is of a parcel (L0). */
  readonly parcels: readonly Readonly<Record<string, string>>[];
}

const nothingLanded: Landing = {
  problems: [],
  firstPage: 1,
  complete: false,
  mode: "full",
  list: null,
  parcels: [],
};

export async function walkTitles(session: SyncSession, runId: string): Promise<Landing> {
  const { cursor } = await readStream(session.pool, session.peerId, "titles");
  // At L0 the token names the export taken in last: the same one is not taken for a second.
  const { level } = session.capabilities;
  let delta = level === "L3" || level === "L0" ? cursor : null;
  let page = 1;
  let landing = nothingLanded;
  for (let attempt = 1; attempt <= walkAttempts; attempt++) {
    const walk = new Walk(session, { runId, firstPage: page, delta });
    try {
      landing = await walk.run();
      if (landing.problems.length === 0) return landing;
    } catch (error) {
      if (!(error instanceof PlatformFailure) || error.kind !== "EXPIRED") throw error;
      // Normal: the token outlived its time. A full list answers the same and more.
      delta = null;
    }
    // Also of a walk that broke off: what it has landed keeps its numbers.
    page = walk.nextPage;
  }
  return landing;
}

class Walk {
  readonly #session: SyncSession;
  readonly #runId: string;
  readonly #firstPage: number;
  readonly #delta: string | null;
  readonly #pages: TitlePage[] = [];
  readonly #keys: (string | null)[] = [];
  #parcels: Landing["parcels"] = [];

  constructor(
    session: SyncSession,
    start: { readonly runId: string; readonly firstPage: number; readonly delta: string | null },
  ) {
    this.#session = session;
    this.#runId = start.runId;
    this.#firstPage = start.firstPage;
    this.#delta = start.delta;
  }

  get nextPage(): number {
    return this.#firstPage + this.#pages.length;
  }

  async run(): Promise<Landing> {
    const cursors = new Set<string>();
    let after: string | null = null;
    do {
      const answered = await this.#fetch(after);
      after = answered.value.next;
      const endless = after !== null && (cursors.has(after) || cursors.size >= this.#pageLimit());
      if (after !== null) cursors.add(after);
      const verdict = await this.#land(answered, after === null || endless);
      if (verdict !== null) return this.#landing(verdict);
    } while (after !== null);
    throw new Error("a walk ended without a last page");
  }

  /** Pages may be as short as the peer likes, and a list may grow while it is read. */
  #pageLimit(): number {
    const [first] = this.#pages;
    if (first === undefined) return mostPages;
    return Math.min(mostPages, 2 * Math.ceil(first.total / Math.max(1, first.count)) + 10);
  }

  async #fetch(after: string | null): Promise<Answered<TitlePage>> {
    const { platform, capabilities, step } = this.#session;
    const limit = Math.min(500, capabilities.limits.maxPageItems);
    const question = { limit, after, delta: this.#delta, updatedSince: null };
    const answered = await platform.titles(question);
    await step("pull.pageFetched");
    return answered;
  }

  /** @returns the verdict over the whole walk once its last page is here. */
  async #land(answered: Answered<TitlePage>, last: boolean): Promise<WalkVerdict | null> {
    const { value, headers } = answered;
    if (this.#pages.length === 0 && "parcelId" in headers) this.#parcels = [headers];
    const keys = value.items.map(looseKey);
    // Only the keys are kept: the records wait in the landed bytes, however long the list is.
    this.#pages.push({ ...value, items: keys });
    this.#keys.push(...keys);
    const verdict = last ? this.#verdict() : null;
    await inTransaction(this.#session.pool, async (client) => {
      await this.#writePage(client, answered);
      if (verdict?.problems.length === 0) await this.#moveOn(client, verdict, value.deltaToken);
    });
    await this.#session.step("pull.pageLanded");
    return verdict;
  }

  #verdict(): WalkVerdict {
    const { capabilities, district } = this.#session;
    const verdict = checkWalk(this.#pages, this.#keys);
    const [first] = this.#pages;
    const problems = [...verdict.problems];
    if (first !== undefined && first.generation !== capabilities.generation) {
      problems.push("the platform began a new generation since it was greeted");
    }
    if (first !== undefined && first.district !== district) {
      problems.push(`the list is of the district "${first.district}", expected "${district}"`);
    }
    if (first !== undefined && (first.mode === "delta") !== (this.#delta !== null)) {
      problems.push(`the list is in mode "${first.mode}", which was not asked for`);
    }
    return { problems, complete: verdict.complete && problems.length === 0 };
  }

  async #writePage(client: PoolClient, { bytes, headers }: Answered<TitlePage>): Promise<void> {
    await landPage(client, {
      runId: this.#runId,
      peerId: this.#session.peerId,
      stream: "titles",
      page: this.nextPage - 1,
      body: bytes,
      digest: sha256Hex(bytes),
      headers,
    });
  }

  async #moveOn(client: PoolClient, verdict: WalkVerdict, token: string | null): Promise<void> {
    await moveCursor(client, this.#session.peerId, token);
    const { firstPage, mode, complete, list } = this.#landing(verdict);
    await noteRun(client, this.#runId, { landed: true, firstPage, mode, complete, list });
  }

  #landing({ problems, complete }: WalkVerdict): Landing {
    const [first] = this.#pages;
    const list = first === undefined ? null : `${first.generation}/${first.revision}`;
    const mode = first?.mode ?? "full";
    return {
      problems,
      firstPage: this.#firstPage,
      complete,
      mode,
      list,
      parcels: this.#parcels,
    };
  }
}
