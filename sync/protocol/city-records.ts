/** Live records by credit code (section 7). */
import { z } from "zod";

import { count, creditCode, instant, isoDate, revision } from "./scalars.ts";

export const filingStatuses = [
  "NOT_STARTED",
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
] as const;

export const cityRecordSchema = z.looseObject({
  creditCode,
  cityId: z.string().max(100),
  name: z.string().max(200),
  /** The yearly information filing; null when the platform has none. */
  filing: z
    .looseObject({
      year: z.number().int(),
      status: z.enum(filingStatuses),
      submittedOn: isoDate.nullable(),
    })
    .nullable(),
  recommendations: z.looseObject({ pending: count, accepted: count, refused: count }),
  titles: z.array(z.unknown()),
  updatedAt: instant,
});
export type CityRecord = z.infer<typeof cityRecordSchema>;

export const cityRecordsSchema = z.looseObject({
  records: z.array(z.unknown()),
  missing: z.array(z.string()),
  revision,
});
export type CityRecords = z.infer<typeof cityRecordsSchema>;
