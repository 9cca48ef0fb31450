/** Hash lists and range digests (sections 8, 10, 11). */
import { z } from "zod";

import { count, cursor, digestHex, revision, uuid } from "./scalars.ts";

export const trees = ["titles", "recommendations"] as const;
export type Tree = (typeof trees)[number];

const standing = { generation: uuid, revision };
const keyAndDigest = z.tuple([z.string(), digestHex]);
const node = z.tuple([
  z.number().int().min(0).max(63),
  count.min(1),
  z.string().regex(/^[\w-]{22}$/),
]);
export type WireNode = z.infer<typeof node>;

export const signatureSchema = z.looseObject({
  keyId: z.string(),
  algorithm: z.literal("Ed25519"),
  value: z.string().regex(/^[\w-]{86}$/),
});
export type Signature = z.infer<typeof signatureSchema>;

export const hashPageSchema = z.looseObject({
  tree: z.enum(trees),
  ...standing,
  total: count,
  items: z.array(keyAndDigest),
  count,
  next: cursor,
});
export type HashPage = z.infer<typeof hashPageSchema>;

export const comparisonSchema = z.looseObject({
  equal: z.boolean(),
  n: count,
  root: digestHex,
  mids: z.array(node).max(64),
  statement: z.string().max(2000),
  signature: signatureSchema,
  ...standing,
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const leavesSchema = z.looseObject({
  mids: z.array(z.tuple([z.number().int().min(0).max(63), z.array(node).max(64)])).max(64),
  ...standing,
});
export type Leaves = z.infer<typeof leavesSchema>;

export const bucketRecordsSchema = z.looseObject({ records: z.array(keyAndDigest), ...standing });
export type BucketRecords = z.infer<typeof bucketRecordsSchema>;
