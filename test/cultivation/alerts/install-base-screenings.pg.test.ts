/** The screenings that ship find who meets a standard and has not applied; installing them again changes nothing. */
import { beforeAll, expect, test } from "vitest";

import { assessEnterprises } from "../../../cultivation/assess-enterprises.ts";
import { installBaseScreenings } from "../../../cultivation/install-base-screenings.ts";
import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import { matchActivated } from "../../../cultivation/match-screenings.ts";
import { moveScreening } from "../../../cultivation/move-screening.ts";
import { readBaseScreenings } from "../../../cultivation/screening/base-screenings.ts";
import { fillDemonstration } from "../../../demo/district/fill-demonstration.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { people } from "./alert-kit.ts";

const asOf = "2026-11-23";
const db = await createTestDatabase();
const criteria = await loadSoundCriteria();

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf });
  await assessEnterprises(db.worker, { asOf, criteria });
});

test("all are installed once, and a paused one stays paused", async () => {
  expect(await installBaseScreenings(db.worker)).toBe(readBaseScreenings().length);
  const id = "base-tech-sme-2017";
  await moveScreening(db.worker, people.officer, { id, action: "PAUSE", reason: "暂不开展" });
  expect(await installBaseScreenings(db.worker)).toBe(0);
  const { rows } = await db.owner.query("select id from screenings where state <> 'ACTIVE'");
  expect(rows).toEqual([{ id }]);
});

test("an alert stands for each enterprise that the verification says meets and has not applied", async () => {
  await matchActivated(db.worker, { asOf, criteria });
  const { rows } = await db.owner.query(
    `select coalesce(v.credit_code, a.credit_code) as code from
       (select v.credit_code from title_verifications v join assessments s on s.credit_code = v.credit_code and s.pack_id = 'srdi_sme_2026'
         and s.superseded_at is null and s.verdict = 'TRUE' where v.kind = 'SPECIALIZED' and v.outcome = 'MEETS_NOT_APPLIED') v
     full join (select credit_code from alerts where screening_id = 'base-srdi-sme-2026') a on a.credit_code = v.credit_code
     where v.credit_code is null or a.credit_code is null`,
  );
  expect(rows).toEqual([]);
  const counts = await db.owner.query<{ alerts: number; matches: number; notices: number }>(
    `select (select count(*)::int from alerts) as alerts, (select count(*)::int from matches) as matches, (select count(*)::int from alert_outbox) as notices`,
  );
  const [{ alerts, matches, notices } = { alerts: 0, matches: 0, notices: 0 }] = counts.rows;
  expect(alerts).toBeGreaterThan(0);
  expect([matches, notices]).toEqual([alerts, alerts]);
});
