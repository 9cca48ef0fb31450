/** What the platform says it offers (section 4). */
import { z } from "zod";

import { count, district, instant, protocolName, uuid } from "./scalars.ts";

export const levels = ["L0", "L1", "L2", "L3"] as const;
export type Level = (typeof levels)[number];

const limit = count.min(1);

export const capabilitiesSchema = z.looseObject({
  protocol: z.literal(protocolName),
  level: z.enum(levels),
  canonVersion: z.literal(1),
  platform: z.looseObject({ id: z.string().min(1).max(100), name: z.string().max(200) }),
  generation: uuid,
  serverTime: instant,
  districts: z.array(district),
  /** Not our enum: a kind we do not know is drift to be shown, not a reason to refuse the platform. */
  titleKinds: z.array(z.string()),
  signing: z.array(z.string()),
  digest: z.literal("SHA-256"),
  limits: z.looseObject({
    maxBatchItems: limit,
    maxBatchBytes: limit,
    maxPageItems: limit,
    maxHashItems: limit,
    maxRecordCodes: limit,
    idempotencyRetentionSeconds: limit,
    deltaTokenLifetimeSeconds: limit,
    clockSkewSeconds: limit,
  }),
  statementKeys: z.array(
    z.looseObject({
      keyId: z.string(),
      algorithm: z.literal("Ed25519"),
      publicKey: z.string().regex(/^[\w-]{43}$/),
    }),
  ),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;
