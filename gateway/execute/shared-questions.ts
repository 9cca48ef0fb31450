/**
 * Events that many hear are read once for all who ask the same: fifteen specialists of a town, each proven and decided for
 * on its own, come to the same statement with the same values under the same scope, and so to the same bytes. Who asks
 * while the question is on its way waits for that answer; nothing is kept.
 */
import type { Octets } from "../../lib/octets.ts";
import type { Sight } from "../../domain/access/sight.ts";
import type { Question } from "./run-in-turn.ts";

type Ask = () => Promise<Octets | null>;

export class SharedQuestions {
  readonly #asking = new Map<string, Promise<Octets | null>>();

  /** @param moment the events it is read for: an answer to a question of before an event is none about it. */
  async answer(
    { statement, values }: Question,
    { tier, areaCodes, grantedAreaCodes }: Sight,
    { moment, ask }: { readonly moment: string; readonly ask: Ask },
  ): Promise<Octets | null> {
    const scope = [tier, areaCodes, grantedAreaCodes];
    const key = JSON.stringify([moment, statement.name, values, scope]);
    const asked = this.#asking.get(key);
    // Cancelled with the connection of who asked first, or out of its time: that is no answer to the others.
    if (asked !== undefined) return asked.catch(ask);
    const asking = ask().finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }
}
