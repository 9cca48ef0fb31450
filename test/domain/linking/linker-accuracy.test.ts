import { expect, test } from "vitest";

import { makeLinkSet } from "../../../bench/link-set.ts";
import { buildCorruptionLists, findSiblings, splitByCity } from "../../../bench/link-source.ts";
import { type Judged, scoreLinks } from "../../../domain/linking/link-figures.ts";
import { buildLinkRegistry } from "../../../domain/linking/link-registry.ts";
import { linkMention } from "../../../domain/linking/linker.ts";
import { loadLinkModel } from "../../../intake/link/load-link-model.ts";
import { makeRegistry } from "../../kit/registry-names.ts";

// A made-up register is denser than a real one (20 trades, 45 letters for all names), so a change that loosens the
// linker shows here first. The figures on a real register are those of `npm run -s bench -- link`.
test("on a dense made-up register few links are wrong and numbers lead home", async () => {
  const model = await loadLinkModel();
  const entries = makeRegistry(12_000, 21);
  entries[0] = {
    ...entries[0]!,
    names: [entries[0]!.names[0]!, { name: "青岛远帆蔚船务有限公司", former: true }],
  };
  const lists = await buildCorruptionLists(entries, model.lexicon);
  const { inside, outside } = splitByCity(entries, model.lexicon, new Set(["临沂"]));
  const siblings = findSiblings(inside, model.lexicon, { seed: 22, count: 300 });
  const set = makeLinkSet({ registry: inside, lists, seed: 23, size: 4_000, siblings, outside });
  const registry = buildLinkRegistry(set.registry, model.lexicon);
  const judged = set.mentions.map((mention): Judged => {
    const { decision, candidates } = linkMention(mention, registry, model);
    return { ...mention, decision, id: candidates[0]?.id ?? "" };
  });
  const figures = scoreLinks(judged);
  expect(figures.precision).toBeGreaterThan(0.997);
  expect(figures.recallWithCode).toBeGreaterThan(0.99);
  expect(figures.linkedWithoutEnterprise).toBeLessThan(0.01);
  expect(figures.recall).toBeGreaterThan(0.88);
}, 60_000);
