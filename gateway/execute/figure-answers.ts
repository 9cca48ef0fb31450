/**
 * Answers of statements that read counted figures alone, kept until the figures are counted anew: a dashboard's bytes are
 * the same for everybody of an area until then. Every writer of such a table is heard of by a trigger of its own
 * transaction. While nobody listens, because the connection broke or has not been proven for ten seconds, nothing is kept
 * and nothing kept is given.
 */
import type { Octets } from "../../lib/octets.ts";
import { LRUCache } from "lru-cache";

import type { Sight } from "../../domain/access/sight.ts";
import { oncePer } from "../../lib/once-per.ts";
import type { NoticeHub } from "../../store/notice-hub.ts";
import { channels } from "../../store/notify.ts";
import type { Plan } from "../compile/plan.ts";
import type { Question } from "./run-in-turn.ts";
import { SharedQuestions } from "./shared-questions.ts";

/** Written by nobody but the count itself and the import of areas; each has the trigger `tell_figures`. */
const figureTables: ReadonlySet<string> = new Set(["area_statistics", "yearly_reports", "areas"]);

const cacheBytes = 16 * 1024 * 1024;

interface Moment {
  readonly connection: number | null;
  readonly notices: number;
}

export class FigureAnswers {
  readonly #hub: NoticeHub;
  readonly #ended = new AbortController();
  readonly #answers = new LRUCache<string, Octets>({
    maxSize: cacheBytes,
    sizeCalculation: (bytes, key) => bytes.length + key.length * 2,
  });
  /** Many look at the same figures when they are new. */
  readonly #shared = new SharedQuestions();
  #moment: Moment = { connection: null, notices: 0 };

  constructor(hub: NoticeHub) {
    this.#hub = hub;
    void this.#listen();
  }

  readonly isOfFigures = oncePer(
    ({ tables }: Pick<Plan, "tables">): boolean =>
      tables.size > 0 && [...tables].every((table) => figureTables.has(table)),
  );

  /** @param ask asks the database. */
  async answer(
    question: Question,
    sight: Sight,
    ask: () => Promise<Octets | null>,
  ): Promise<Octets | null> {
    const before = this.#now();
    if (before.connection === null) return ask();
    const { statement, values } = question;
    const { tier, areaCodes, grantedAreaCodes } = sight;
    const key = JSON.stringify([statement.name, values, tier, areaCodes, grantedAreaCodes]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const moment = String(before.notices);
    const bytes = await this.#shared.answer(question, sight, { moment, ask });
    // What was asked before a notice and answered after it may be of either side.
    if (bytes === null || before !== this.#now()) return bytes;
    this.#answers.set(key, bytes);
    return bytes;
  }

  stop(): void {
    this.#ended.abort();
  }

  async #listen(): Promise<void> {
    for await (const _ of this.#hub.hear(channels.figures, this.#ended.signal))
      this.#begin(this.#moment.connection);
  }

  /** The present moment: a new one with each notice and each connection, in which nothing is known yet. */
  #now(): Moment {
    const connection = this.#hub.connectionOf(channels.figures);
    if (connection !== this.#moment.connection) this.#begin(connection);
    return this.#moment;
  }

  #begin(connection: number | null): void {
    this.#answers.clear();
    this.#moment = { connection, notices: this.#moment.notices + 1 };
  }
}
