/** What the bearers of a number answer alone is what the whole register answers. */
import { expect, test } from "vitest";

import { makeLinkSet } from "../../../bench/link-set.ts";
import { buildCorruptionLists, findSiblings, splitByCity } from "../../../bench/link-source.ts";
import { buildLinkRegistry } from "../../../domain/linking/link-registry.ts";
import { linkMention, linkSettledMention } from "../../../domain/linking/linker.ts";
import { loadLinkModel } from "../../../intake/link/load-link-model.ts";
import { makeRegistry } from "../../kit/registry-names.ts";

test("a record settled by its number alone is linked as the whole register links it", async () => {
  const model = await loadLinkModel();
  const entries = makeRegistry(3_000, 31);
  const lists = await buildCorruptionLists(entries, model.lexicon);
  const { inside, outside } = splitByCity(entries, model.lexicon, new Set(["临沂"]));
  const siblings = findSiblings(inside, model.lexicon, { seed: 32, count: 100 });
  const set = makeLinkSet({ registry: inside, lists, seed: 33, size: 1_000, siblings, outside });
  const registry = buildLinkRegistry(set.registry, model.lexicon);
  const plain = set.registry.slice(0, 200).map(({ names, creditCode }) => ({
    name: names[0]?.name ?? "",
    code: creditCode,
    address: "",
    place: "",
  }));
  // A right name beside another's number is for the whole register.
  const crossed = plain.map((mention, i) => ({ ...mention, code: plain[i - 1]?.code ?? "" }));
  let settled = 0;
  for (const mention of [...plain, ...crossed, ...set.mentions]) {
    const bearers = set.registry.filter(({ creditCode }) => creditCode === mention.code);
    const alone = linkSettledMention(mention, buildLinkRegistry(bearers, model.lexicon), model);
    if (alone === undefined) continue;
    settled += 1;
    const whole = linkMention(mention, registry, model);
    const told = ({ decision, method, candidates, confidence }: typeof whole) =>
      [decision, method, candidates.map(({ id }) => id), confidence.toFixed(4)] as const;
    expect(told(alone), JSON.stringify(mention)).toEqual(told(whole));
  }
  expect(settled).toBeGreaterThan(plain.length - 1);
});
