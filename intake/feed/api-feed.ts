/**
 * Records of an HTTP API, page by page. A page that repeats the one before it, a total that the pages do not add up to,
 * and an answer without a list are faults and no data: an interface that fails quietly must not look like one that has
 * nothing new.
 */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { shiftInstant } from "../../lib/shift-instant.ts";
import type { ApiConnection } from "./connection.ts";
import { faulty, fetchPage, placeOf } from "./fetch-page.ts";
import type { FeedPosition, FeedReading, RecordFeed } from "./record-feed.ts";

export interface ApiFeedOptions {
  /** Null when the connection names none. */
  readonly secret: string | null;
  readonly firstPauseMs?: number;
}

export function apiFeed(connection: ApiConnection, options: ApiFeedOptions): RecordFeed {
  const name = placeOf(connection.url.replace(/\{\w+\}/g, "0"));
  return {
    way: "API",
    name,
    read: (position, take, signal) =>
      new ApiReading(connection, options, { position, take, signal }).run(),
  };
}

/** A list that loses records in every pass is not one that can be paged. */
const mostRestarts = 3;

interface Reading {
  readonly position: FeedPosition | null;
  readonly take: (line: string) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

class ApiReading {
  readonly #connection: ApiConnection;
  readonly #options: ApiFeedOptions;
  readonly #reading: Reading;
  /** Of the whole pass over the pages, which may take several landings. */
  #since: string;
  #high: string;
  #next: string;
  #seen: number;
  /** As the page before said it; null before the first, and where the answers tell none. */
  #total: number | null;
  readonly #first: string;
  #restarts = 0;
  readonly #cursors = new Set<string>();
  #records = 0;
  #lastPage = "";

  constructor(connection: ApiConnection, options: ApiFeedOptions, reading: Reading) {
    const { position } = reading;
    this.#first = connection.paging.by === "page" ? String(connection.paging.first) : "";
    this.#connection = connection;
    this.#options = options;
    this.#reading = reading;
    this.#since = position?.["since"] ?? connection.since?.from ?? "";
    this.#high = position?.["high"] ?? "";
    this.#next = position?.["next"] ?? this.#first;
    this.#seen = Number(position?.["seen"] ?? 0);
    this.#total = position?.["total"] === undefined ? null : Number(position["total"]);
    this.#lastPage = position?.["lastPage"] ?? "";
  }

  async run(): Promise<FeedReading> {
    const restMs = 1_000 / this.#connection.requestsPerSecond;
    for (let pages = 1; ; pages++) {
      const began = performance.now();
      if (!(await this.#page())) return this.#ended();
      // Pages without a record land nothing, and a place is kept only with what has landed.
      if (pages >= this.#connection.pagesPerRun && this.#records > 0) return this.#interrupted();
      const rest = Math.max(0, began + restMs - performance.now());
      await pause(rest, undefined, { signal: this.#reading.signal });
    }
  }

  /** @returns whether there is another. */
  async #page(): Promise<boolean> {
    const url = this.#url();
    const answer = await fetchPage(url, {
      connection: this.#connection,
      headers: this.#headers(),
      signal: this.#reading.signal,
      ...(this.#options.firstPauseMs === undefined
        ? {}
        : { firstPauseMs: this.#options.firstPauseMs }),
    });
    const records = this.#listOf(url, answer);
    this.#refuseRepeated(url, records);
    for (const record of records) {
      this.#mark(url, record);
      await this.#reading.take(JSON.stringify(record));
    }
    this.#records += records.length;
    this.#seen += records.length;
    return this.#advance(url, answer, records.length);
  }

  #listOf(url: string, answer: unknown): readonly unknown[] {
    const { success, records } = this.#connection;
    if (success !== null && !success.equals.some((one) => at(answer, success.field) === one)) {
      const said = JSON.stringify(at(answer, success.field) ?? null).slice(0, 100);
      throw faulty(
        url,
        `答以失败（${success.field} = ${said}）`,
        `says it failed (${success.field} = ${said})`,
      );
    }
    const list = at(answer, records);
    if (Array.isArray(list)) return list as unknown[];
    throw faulty(
      url,
      `的答复中没有列表“${records}”`,
      `sent an answer without the list "${records}"`,
    );
  }

  #refuseRepeated(url: string, records: readonly unknown[]): void {
    if (records.length === 0) return;
    const digest = createHash("sha256").update(JSON.stringify(records)).digest("hex");
    if (digest === this.#lastPage) {
      throw faulty(
        url,
        `重复了上一页（${this.#next}）`,
        `repeated the page before (${this.#next})`,
      );
    }
    this.#lastPage = digest;
  }

  #mark(url: string, record: unknown): void {
    const { since } = this.#connection;
    if (since === null) return;
    const changed = at(record, since.field);
    if (typeof changed !== "string" || shiftInstant(changed, 0) === null) {
      throw faulty(
        url,
        `的记录缺少更新时间“${since.field}”或其格式不对`,
        `sent a record whose "${since.field}" is no instant like 2024-01-31T10:00:00`,
      );
    }
    if (changed > this.#high) this.#high = changed;
  }

  #advance(url: string, answer: unknown, count: number): boolean {
    const { paging } = this.#connection;
    if (paging.by === "cursor") return this.#follow(url, at(answer, paging.next));
    const total = paging.total === null ? null : this.#totalOf(url, at(answer, paging.total));
    if (total !== null && this.#total !== null && total < this.#total) {
      return this.#restart(url, total);
    }
    this.#total = total;
    const last = total === null ? count < paging.size : this.#seen >= total || count === 0;
    if (last && total !== null && this.#seen < total) {
      throw faulty(
        url,
        `缺页：称有 ${total} 条，只给了 ${this.#seen} 条`,
        `lacks a page: it says ${total} records and gave ${this.#seen}`,
      );
    }
    this.#next = String(Number(this.#next) + 1);
    return !last;
  }

  /** A cursor that was met before leads in a circle. */
  #follow(url: string, next: unknown): boolean {
    if (next === null || next === undefined || next === "") return false;
    const said = typeof next === "string" || typeof next === "number" ? String(next) : "";
    if (said === "" || said === this.#next || this.#cursors.has(said)) {
      throw faulty(
        url,
        `的下一页游标没有前进（${said}）`,
        `sent a cursor that does not move on (${said})`,
      );
    }
    this.#cursors.add(said);
    this.#next = said;
    return true;
  }

  /** `null` and "" are no zero: an answer that has lost its total must not end the reading. */
  #totalOf(url: string, said: unknown): number {
    const total = typeof said === "string" && /^\d+$/.test(said) ? Number(said) : said;
    if (typeof total === "number" && Number.isSafeInteger(total) && total >= 0) return total;
    const field = this.#connection.paging.by === "page" ? this.#connection.paging.total : "";
    throw faulty(url, `的答复中没有总数“${field}”`, `sent an answer without the total "${field}"`);
  }

  /**
   * Records have gone while the pages were read: those behind them have moved up, some of them onto a page that was read
   * already. Read again from the first; what comes twice is a repeat.
   */
  #restart(url: string, total: number): boolean {
    if (++this.#restarts > mostRestarts) {
      throw faulty(
        url,
        `的总数在读取中一再减少（${this.#total} → ${total}），无法读全`,
        `keeps losing records while it is read (${this.#total} → ${total}), so none can be told to be whole`,
      );
    }
    this.#next = this.#first;
    this.#seen = 0;
    this.#total = null;
    this.#lastPage = "";
    return true;
  }

  #ended(): FeedReading {
    const { since } = this.#connection;
    const high = this.#high === "" ? null : shiftInstant(this.#high, -(since?.overlapS ?? 0));
    const position: FeedPosition = {
      since: high !== null && high > this.#since ? high : this.#since,
    };
    return { position, records: this.#records, more: false };
  }

  #interrupted(): FeedReading {
    const position: FeedPosition = {
      since: this.#since,
      high: this.#high,
      next: this.#next,
      seen: String(this.#seen),
      lastPage: this.#lastPage,
      ...(this.#total === null ? {} : { total: String(this.#total) }),
    };
    return { position, records: this.#records, more: true };
  }

  #url(): string {
    const { url, paging } = this.#connection;
    const values: Readonly<Record<string, string>> = {
      page: this.#next,
      cursor: this.#next,
      since: this.#since,
      size: paging.by === "page" ? String(paging.size) : "",
    };
    return url.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : encodeURIComponent(value);
    });
  }

  #headers(): Record<string, string> {
    const { auth } = this.#connection;
    const headers: Record<string, string> = { accept: "application/json" };
    if (auth !== null) headers[auth.header] = `${auth.prefix}${this.#options.secret ?? ""}`;
    return headers;
  }
}

/** The value under names with dots between; undefined where there is none. */
function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  return path
    .split(".")
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === "object" && inner !== null && Object.hasOwn(inner, name)
          ? (inner as Record<string, unknown>)[name]
          : undefined,
      value,
    );
}
