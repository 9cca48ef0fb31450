/** The sample pack in the documentation is read by the same reader as the packs that ship. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { top } from "../../../domain/criteria/read/place.ts";
import { readPack } from "../../../domain/criteria/read/read-pack.ts";

test("the sample in rule-language.md is a sound pack that uses every kind of rule", async () => {
  const text = readFileSync(
    new URL("../../../docs/criteria/rule-language.md", import.meta.url),
    "utf8",
  );
  const sample = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const { catalogue } = await loadSoundCriteria();
  const place = top();
  const pack = readPack(parse(sample), place, catalogue);
  expect(place.problems).toEqual([]);
  const kinds = pack?.kind === "rules" ? pack.items.map((item) => item.rule.kind) : [];
  expect(kinds).toEqual(["bands", "levels", "count", "best_of", "given", "expert"]);
});
