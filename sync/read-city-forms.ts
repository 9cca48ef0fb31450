/** The city's forms of titles and recommendations, from data/sync/city-forms.yaml. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { z } from "zod";

const file = new URL("../data/sync/city-forms.yaml", import.meta.url);
const names = z.tuple([z.string()], z.string());
const form = z.strictObject({
  /** Field to the heads of its column. */
  columns: z.record(z.string(), names),
  /** Fields whose column a list may lack. */
  optional: z.array(z.string()),
});
const schema = z.strictObject({
  version: z.number().int(),
  effective_from: z.unknown(),
  titles: form,
  recommendations: form,
  /** Field to value to the words that stand for it; the first is written. */
  words: z.record(z.string(), z.record(z.string(), names)),
});
export type CityForms = z.infer<typeof schema>;
export type CityForm = z.infer<typeof form>;

export function readCityForms(): CityForms {
  return schema.parse(parse(readFileSync(file, "utf8")));
}
