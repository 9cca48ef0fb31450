/** The shape of a tree of the closed language, for checking what comes from outside (a model, a file, a mutation). */
import { z } from "zod";

import type { Condition } from "./condition.ts";

const comparisons = [">=", ">", "<=", "<", "==", "!="] as const;

/** A name of a place, a field, a basis or a class: letters and figures, no sentence, no markup. */
const name = z.string().regex(/^[\p{L}\p{N}·（）()《》、\-—]{1,30}$/u);
const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,60}$/);
const finite = z.number().min(-1e12).max(1e12);

const period = z
  .string()
  .regex(
    /^(?:上年度|上上年度|上一会计年度|当年|本年度|基期年|截止年|截至上年末|上一年及当年|申请认定前一年内|近[一两二三四五六七八九十\d]{1,2}个?(?:会计)?年度?内?|(?:19|20)\d\d(?:-(?:19|20)\d\d)?年(?:度|末|以来)?)$/,
  );

const benefit = z.strictObject({
  rate_max: finite.optional(),
  rate: finite.optional(),
  cap: finite.optional(),
  amount: finite.optional(),
  cap_ratio: finite.optional(),
});

const shared = { soft: z.literal(true).optional(), benefit: benefit.optional() };

const leaf = z.strictObject({
  m: identifier,
  op: z.enum([...comparisons, "in", "not in"]).optional(),
  v: z.union([finite, z.boolean(), z.string().max(40), z.array(name).min(1).max(50)]).optional(),
  u: z.string().max(8).optional(),
  p: period.optional(),
  soft: z.literal(true).optional(),
  manual: z.literal(true).optional(),
  except: z.array(name).min(1).max(20).optional(),
  open_list: z.literal(true).optional(),
  filter: z.record(identifier, z.partialRecord(z.enum(comparisons), finite)).optional(),
  basis: name.optional(),
});

const forEach = z.strictObject({
  for_each: z.array(identifier).min(1).max(20),
  years: z.number().int().min(1).max(10).optional(),
  op: z.enum(comparisons),
  v: z.union([finite, z.string().max(40)]),
  u: z.string().max(8).optional(),
  ...shared,
});

const parts = z
  .array(z.lazy((): z.ZodType => node))
  .min(1)
  .max(60);

const tier = z.strictObject({
  label: name.optional(),
  if: z.union([z.literal("otherwise"), z.lazy((): z.ZodType => node)]),
  then: z.lazy((): z.ZodType => node).optional(),
});

const node: z.ZodType = z.union([
  leaf,
  forEach,
  z.strictObject({ all: parts, ...shared }),
  z.strictObject({ any: parts, ...shared }),
  z.strictObject({ not: z.lazy((): z.ZodType => node), ...shared }),
  z.strictObject({ tiers: z.array(tier).min(1).max(20), ...shared }),
]);

/** Trees by shape alone; names and units are checked by check-condition.ts. */
export const conditionSchema = node as z.ZodType<Condition>;

/** The same shape as JSON Schema, for structured output and for editors; `root` is where the schema itself will stand. */
export function conditionJsonSchema(root = "#"): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(node, { unrepresentable: "any" });
  const text = JSON.stringify(schema).replaceAll('"$ref":"#"', `"$ref":${JSON.stringify(root)}`);
  return JSON.parse(text) as Record<string, unknown>;
}
