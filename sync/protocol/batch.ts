/** What is pushed (section 6). Outgoing, so strict: what we send beyond the schema would be refused there. */
import { z } from "zod";

import { titleKinds } from "../../domain/vocabulary.ts";
import {
  batchLabel,
  count,
  creditCode,
  digestHex,
  district,
  instant,
  isoDate,
  protocolName,
  revision,
} from "./scalars.ts";

export const recommendationSchema = z.strictObject({
  creditCode,
  kind: z.enum(titleKinds),
  batch: batchLabel,
  /** For the reader; not part of the digest. */
  name: z.string().min(1).max(200),
  townCode: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  recommendedOn: isoDate,
  reason: z.string().max(2000).nullable(),
});
export type WireRecommendation = z.infer<typeof recommendationSchema>;

export const batchItemSchema = z.strictObject({
  seq: count.min(1),
  op: z.enum(["UPSERT", "WITHDRAW"]),
  entityVersion: revision,
  digest: digestHex,
  record: recommendationSchema,
});
export type BatchItem = z.infer<typeof batchItemSchema>;

export const batchSchema = z.strictObject({
  protocol: z.literal(protocolName),
  canonVersion: z.literal(1),
  batchKey: z.string().max(120),
  district,
  stream: z.literal("recommendations"),
  generation: revision,
  batchNo: revision,
  prevSha256: digestHex.nullable(),
  sealedAt: instant,
  items: z.array(batchItemSchema).min(1),
});
export type Batch = z.infer<typeof batchSchema>;

/** A recommendation as the platform holds it (section 8). */
export const heldRecommendationSchema = z.looseObject({
  record: z.looseObject({ creditCode: z.string(), kind: z.string(), batch: z.string() }),
  entityVersion: revision,
  digest: digestHex,
  withdrawn: z.boolean(),
  decision: z.enum(["PENDING", "ACCEPTED", "REFUSED"]),
  updatedAt: instant,
});

export const recommendationsByKeySchema = z.looseObject({
  items: z.array(heldRecommendationSchema),
  missing: z.array(z.string()),
  revision,
});
export type RecommendationsByKey = z.infer<typeof recommendationsByKeySchema>;
