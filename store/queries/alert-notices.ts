/** Notices of alerts as they were written: what a hearer reads after a gap. */
import type { Tier } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";

export interface AlertNotice {
  readonly creditCode: string;
  readonly alertId: string;
  readonly sequence: number;
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

/** What was missed, by the database's clock, which wrote the times of notices. */
export interface AlertGap {
  /** What is older was before the hearer came. */
  readonly startedAt: Date;
  readonly withinMs: number;
}

/** A page of those of a caller's areas, eldest first. */
export async function readAlertNotices(
  pool: Pool,
  { tier, areaCodes }: { readonly tier: Tier; readonly areaCodes: readonly string[] },
  { startedAt, withinMs }: AlertGap,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly AlertNotice[]> {
  const { rows } = await pool.query<AlertNotice>(
    `/* store:alert-notices */ select credit_code as "creditCode", alert_id as "alertId", sequence, town_code as "townCode", zone_code as "zoneCode"
     from alert_outbox where written_at >= greatest($6::timestamptz, now() - make_interval(secs => $1)) and case $3 when 'TOWN' then town_code = any ($4) when 'ZONE' then zone_code = any ($4) else true end
     order by written_at, credit_code, alert_id, sequence limit $2 offset $5`,
    [withinMs / 1_000, limit, tier, areaCodes, offset, startedAt],
  );
  return rows;
}

/** Of the text that the trigger sends (store/migrations, tell_alert); undefined for another text. */
export function parseAlertNotice(text: string): AlertNotice | undefined {
  if (last?.text !== text) last = { text, notice: parsed(text) };
  return last.notice;
}

/** Every hearer asks about the same text, one after the other. */
let last: { readonly text: string; readonly notice: AlertNotice | undefined } | undefined;

function parsed(text: string): AlertNotice | undefined {
  const [creditCode, alertId, sequence, town, zone] = text.split(" ");
  if (creditCode === undefined || alertId === undefined || sequence === undefined) return undefined;
  const area = (code: string | undefined) => (code === undefined || code === "-" ? null : code);
  const areas = { townCode: area(town), zoneCode: area(zone) };
  return { creditCode, alertId, sequence: Number(sequence), ...areas };
}
