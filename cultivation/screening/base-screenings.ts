/** Reads the screenings that ship with the criteria packs. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { z } from "zod";

import { alertLevels } from "../../domain/vocabulary.ts";

const file = z.strictObject({
  source: z.string(),
  effectiveFrom: z.string(),
  screenings: z.array(
    z.strictObject({
      id: z.string(),
      pack: z.string(),
      name_zh: z.string(),
      name_en: z.string(),
      level: z.enum(alertLevels),
      due_days: z.int().min(1),
      conditions: z.unknown(),
    }),
  ),
});

export type BaseScreening = z.infer<typeof file>["screenings"][number];

export function readBaseScreenings(): readonly BaseScreening[] {
  const path = new URL("../../data/screening/base.yaml", import.meta.url);
  return file.parse(parse(readFileSync(path, "utf8"))).screenings;
}
