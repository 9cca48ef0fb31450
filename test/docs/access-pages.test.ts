/** docs/access and the policy are one set, told alike. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { tiers } from "../../domain/vocabulary.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { accessPage } from "../../tools/access-pages.ts";

const schema = loadSchema();
const policy = loadPolicy(schema);

test.each(tiers)("the page of the tier %s is the policy", (tier) => {
  const path = new URL(`../../docs/access/${tier.toLowerCase()}.md`, import.meta.url);
  expect(readFileSync(path, "utf8")).toBe(accessPage(tier, policy, schema));
});
