/** A lexicon that counts how often it is asked: what a text costs, the same on every machine. */
import type { Lexicon } from "../../../domain/screening/grammar/lexicon.ts";

export function countedLexicon(lexicon: Lexicon) {
  let asked = 0;
  class Counted<K, V> extends Map<K, V> {
    override get(key: K): V | undefined {
      asked += 1;
      return super.get(key);
    }
    override has(key: K): boolean {
      asked += 1;
      return super.has(key);
    }
  }
  const entries = Object.entries(lexicon).map(([name, part]: [string, unknown]) => [
    name,
    part instanceof Map ? new Counted(part) : part,
  ]);
  return {
    lexicon: Object.fromEntries(entries) as Lexicon,
    /** Since the last time this was called. */
    lookups: () => {
      const since = asked;
      asked = 0;
      return since;
    },
  };
}
