/** A screening that nobody matches until the bench says so, drafted, tried and approved as any other. */
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

/** 万元 a year: more than any enterprise has. */
const threshold = 90_000_000;
/** What an enterprise gets in order to match. */
export const matching = { tenThousandYuan: 90_000_001, yuan: 900_000_010_000 } as const;

export async function openScreening(pool: Pool, id: string): Promise<void> {
  const sentence = `上年度营业收入总额不低于${threshold}万元`;
  await draftScreening(pool, author, { id, nameZh: `基准 ${id}`, sentence, dueDays: 5 });
  await dryRunScreening(pool, author, { id });
  await moveScreening(pool, author, { id, action: "SUBMIT" });
  await moveScreening(pool, approver, { id, action: "APPROVE" });
}

export async function retireScreening(pool: Pool, id: string): Promise<void> {
  await moveScreening(pool, author, { id, action: "RETIRE", reason: "基准结束" });
}
