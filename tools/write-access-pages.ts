/** Writes docs/access/{city,district,zone,town}.md. */
import { mkdirSync, writeFileSync } from "node:fs";

import { tiers } from "../domain/vocabulary.ts";
import { loadPolicy } from "../gateway/load-policy.ts";
import { loadSchema } from "../gateway/load-schema.ts";
import { accessPage } from "./access-pages.ts";

const folder = new URL("../docs/access/", import.meta.url);
const schema = loadSchema();
const policy = loadPolicy(schema);
mkdirSync(folder, { recursive: true });
for (const tier of tiers)
  writeFileSync(new URL(`${tier.toLowerCase()}.md`, folder), accessPage(tier, policy, schema));
