/** What a parcel says of itself (docs/city-protocol.md section 12): these bytes are signed, and they name all others. */
import { z } from "zod";

import { count, digestHex, district, instant, protocolName, revision } from "./scalars.ts";

/** A part of a parcel by the end of its file's name: no path can be said with it. */
const partName = z.string().regex(/^[a-z]{1,12}(\.[a-z]{1,12})?$/);

export const manifestSchema = z.looseObject({
  protocol: z.literal(protocolName),
  canonVersion: z.literal(1),
  parcel: z.enum(["titles", "batch", "receipt"]),
  parcelId: z.string().regex(/^[\w:.-]{1,160}$/),
  /** The platform's id, or the district's code. */
  from: z.string().max(100),
  district,
  /** Of the sender's data. */
  generation: z.string().max(40),
  /** Place in the sender's data: of two lists, and of two receipts for one batch, the higher one holds. */
  revision,
  madeAt: instant,
  /** Records: titles, items or outcomes. */
  count,
  /** Of a batch and its receipt; null for titles and the receipt for them. */
  batchKey: z.string().max(120).nullable(),
  /** Of the batch; in a receipt for a list that of the list's manifest; null for titles. */
  bodySha256: digestHex.nullable(),
  content: z
    .array(z.strictObject({ part: partName, bytes: count, sha256: digestHex }))
    .min(1)
    .max(8),
});
export type Manifest = z.infer<typeof manifestSchema>;
