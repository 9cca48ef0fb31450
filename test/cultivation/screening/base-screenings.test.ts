/** Every pack by which a title is sought has its base screening, of the language and answered by columns. */
import { expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { readBaseScreenings } from "../../../cultivation/screening/base-screenings.ts";
import { checkCondition } from "../../../domain/screening/check-condition.ts";
import { readSentence } from "../../../domain/screening/sentence/read-sentence.ts";
import { writeSentence } from "../../../domain/screening/sentence/write-sentence.ts";
import { lexicon } from "../../domain/screening/screening-kit.ts";

const criteria = await loadSoundCriteria();
const base = readBaseScreenings();

test("no active pack that gives a title is without one", () => {
  const packs = [...criteria.packs.values()]
    .filter((pack) => pack.status === "active" && pack.kind === "rules")
    .map(({ id }) => id);
  expect(base.map(({ pack }) => pack).sort()).toEqual(packs.sort());
  expect(new Set(base.map(({ id }) => id)).size).toBe(base.length);
});

test.each(base)("$id is of the language, and its sentence reads back", ({ conditions }) => {
  const { condition, problems } = checkCondition(conditions, lexicon.catalogue);
  expect(problems).toEqual([]);
  if (condition === undefined) return;
  const sentence = writeSentence(condition, lexicon.catalogue);
  expect(readSentence(sentence, lexicon.catalogue)).toEqual(condition);
});
