/**
 * Titles as they come (section 5). A page holds its items unjudged, so that one bad title is quarantined by itself and
 * does not refuse the page; `titleSchema` judges each.
 */
import { z } from "zod";

import { titleKinds, titleLevels, titleStatuses } from "../../domain/vocabulary.ts";
import {
  batchLabel,
  count,
  creditCode,
  cursor,
  district,
  instant,
  isoDate,
  revision,
  uuid,
} from "./scalars.ts";

export const titleSchema = z.looseObject({
  creditCode,
  kind: z.enum(titleKinds),
  batch: batchLabel,
  district,
  name: z.string().max(200),
  level: z.enum(titleLevels),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  status: z.enum(titleStatuses),
  certificateNo: z.string().max(100).nullable(),
  version: revision,
  updatedAt: instant,
  deleted: z.boolean(),
});
export type WireTitle = z.infer<typeof titleSchema>;

export const titlePageSchema = z.looseObject({
  mode: z.enum(["full", "since", "delta"]),
  district,
  generation: uuid,
  revision,
  total: count,
  items: z.array(z.unknown()),
  count,
  next: cursor,
  deltaToken: cursor,
});
export type TitlePage = z.infer<typeof titlePageSchema>;

export const titlesByKeySchema = z.looseObject({
  items: z.array(z.unknown()),
  missing: z.array(z.string()),
  revision,
});
export type TitlesByKey = z.infer<typeof titlesByKeySchema>;
