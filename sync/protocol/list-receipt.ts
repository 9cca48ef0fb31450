/** What became of a list of the city's that came as a parcel (section 12): told back to it, record by record where it matters. */
import { z } from "zod";

import { count, digestHex, district, instant, protocolName } from "./scalars.ts";

export const listStates = ["TAKEN", "HELD", "REFUSED"] as const;
export type ListState = (typeof listStates)[number];

/** Every record of the list that is not named is held as the list has it. */
export const listOutcomes = ["quarantined", "removed", "left-out"] as const;
export type ListOutcome = (typeof listOutcomes)[number];

export const listReceiptSchema = z.looseObject({
  protocol: z.literal(protocolName),
  district,
  /** The list's `parcelId`, and the digest of its manifest. */
  list: z.string().max(160),
  manifestSha256: digestHex,
  state: z.enum(listStates),
  /** Why it is held or refused; null when it was taken. */
  reason: z.string().max(2000).nullable(),
  receivedAt: instant,
  summary: z.looseObject({ read: count, applied: count, unchanged: count, quarantined: count }),
  outcomes: z.array(
    z.looseObject({
      key: z.string().max(300),
      outcome: z.enum(listOutcomes),
      code: z.string().max(100).nullable(),
      message: z.string().max(2000).nullable(),
    }),
  ),
});
export type ListReceipt = z.infer<typeof listReceiptSchema>;
