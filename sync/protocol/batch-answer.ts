/** What the platform made of a batch (section 6). */
import { z } from "zod";

import { count, digestHex, instant, revision } from "./scalars.ts";

export const itemOutcomes = ["applied", "unchanged", "rejected", "deferred"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

export const batchAnswerSchema = z.looseObject({
  batchKey: z.string(),
  bodySha256: digestHex,
  state: z.enum(["COMPLETED", "PENDING"]),
  receivedAt: instant,
  revision,
  outcomes: z.array(
    z.looseObject({
      seq: count.min(1),
      outcome: z.enum(itemOutcomes),
      code: z.string().max(100).nullable(),
      message: z.string().max(2000).nullable(),
    }),
  ),
  summary: z.looseObject({ applied: count, unchanged: count, rejected: count, deferred: count }),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
