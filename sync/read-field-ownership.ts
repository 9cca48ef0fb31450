/** Ownership of the fields of a title, from data/sync/field-ownership.yaml. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { z } from "zod";

import { GoldseedError } from "../domain/errors.ts";
import { mergedFields, type OwnershipOfTitles } from "./merge-title.ts";

const file = new URL("../data/sync/field-ownership.yaml", import.meta.url);
const owner = z.enum(["CITY", "DISTRICT", "REGISTRY"]);
const schema = z.looseObject({
  version: z.number().int(),
  titles: z.record(z.string(), owner),
});

/** @throws GoldseedError RULES_INVALID when a field has no owner. */
export function readFieldOwnership(): OwnershipOfTitles {
  const parsed = schema.safeParse(parse(readFileSync(file, "utf8")));
  const titles = parsed.success ? parsed.data.titles : {};
  const missing = mergedFields.filter((field) => titles[field] === undefined);
  if (!parsed.success || missing.length > 0) {
    throw new GoldseedError(
      "RULES_INVALID",
      `data/sync/field-ownership.yaml 有误：缺少字段归属 / names no owner for "${missing.join('", "')}". Give each of them CITY, DISTRICT or REGISTRY.`,
    );
  }
  return titles as OwnershipOfTitles;
}
