/** Screenings that nobody matches until the bench says so, drafted, tried and approved as any other. */
import { draftScreening } from "../../cultivation/draft-screening.ts";
import { dryRunScreening } from "../../cultivation/dry-run-screening.ts";
import { moveScreening } from "../../cultivation/move-screening.ts";
import type { Principal } from "../../domain/access/principal.ts";
import type { Pool } from "../../store/pool.ts";

const officer = (subject: string): Principal => ({
  subject,
  tier: "DISTRICT",
  role: "OFFICER",
  areaCodes: ["370211"],
  clearance: "L3",
  purpose: null,
});
const [author, approver] = [officer("bench-author"), officer("bench-approver")];

/** Revenues in 万元 a year that no enterprise has: who gets one of them matches the screenings up to it. */
export const levels = {
  records: 90_000_000,
  batch: 92_000_000,
  limit: 94_000_000,
  file: 96_000_000,
} as const;
export type Level = keyof typeof levels;

export const screeningOf = (marker: string, level: Level): string => `${marker}-${level}`;

/** All but the approval, which asks everybody. */
export async function draftBench(pool: Pool, marker: string, level: Level): Promise<void> {
  const id = screeningOf(marker, level);
  const sentence = `上年度营业收入总额不低于${levels[level]}万元`;
  await draftScreening(pool, author, { id, nameZh: `基准 ${id}`, sentence, dueDays: 5 });
  await dryRunScreening(pool, author, { id });
  await moveScreening(pool, author, { id, action: "SUBMIT" });
}

export async function approveBench(pool: Pool, marker: string, level: Level): Promise<void> {
  await moveScreening(pool, approver, { id: screeningOf(marker, level), action: "APPROVE" });
}

/** What the next stage changes is to match the next screening alone. */
export async function retireBench(pool: Pool, marker: string, level: Level): Promise<void> {
  const id = screeningOf(marker, level);
  await moveScreening(pool, author, { id, action: "RETIRE", reason: "基准结束" });
}
