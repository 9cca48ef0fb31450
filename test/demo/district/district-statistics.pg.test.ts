/** Portraits and statistics of the small district: figures per area add up, by every way of counting. */
import { beforeAll, describe, expect, it } from "vitest";

import { refreshPortraits } from "../../../cultivation/refresh-portraits.ts";
import { fillDemonstration } from "../../../demo/district/fill-demonstration.ts";
import { refreshAreaStatistics } from "../../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";

const database = await createTestDatabase();
const asOf = "2026-11-23";

beforeAll(async () => {
  await loadReferenceData(database.worker);
  await fillDemonstration({
    workerPool: database.worker,
    scale: "small",
    seed: 11,
    asOf,
    refresh: async () => {
      await refreshPortraits(database.worker, { asOf });
      await refreshAreaStatistics(database.worker, asOf);
    },
  });
});

async function figure(area: string, measure: string, member = "ALL"): Promise<number> {
  const { rows } = await database.owner.query<{ value: string }>(
    "select value from area_statistics where area_code = $1 and measure = $2 and member = $3",
    [area, measure, member],
  );
  return Number(rows[0]?.value ?? Number.NaN);
}

async function sumOf(kind: string, measure: string, member: string): Promise<number> {
  const { rows } = await database.owner.query<{ sum: string }>(
    `select sum(s.value) from area_statistics s join areas a on a.code = s.area_code
     where a.kind = $1 and s.measure = $2 and s.member = $3`,
    [kind, measure, member],
  );
  return Number(rows[0]?.sum);
}

describe("refreshAreaStatistics", () => {
  it.each([
    ["ENTERPRISES", "ALL", 400],
    ["IN_LIBRARY", "ALL", 190],
    ["BASES", "ALL", 6],
    ["LIBRARY", "INNOVATIVE", 25],
    ["LIBRARY", "SPECIALIZED", 30],
    ["LIBRARY", "LITTLE_GIANT", 4],
    ["LIBRARY", "EAGLET", 11],
    ["LIBRARY", "GAZELLE", 8],
    ["LIBRARY", "UNICORN", 2],
    ["TITLES", "INNOVATIVE", 25],
    ["TITLES", "SPECIALIZED", 30],
    ["TITLES", "UNICORN", 2],
  ])(
    "counts %s %s: %i in district and city, and the towns add up to it",
    async (measure, member, count) => {
      expect(await figure("370211", measure, member)).toBe(count);
      expect(await figure("3702", measure, member)).toBe(count);
      expect(await sumOf("TOWN", measure, member)).toBe(count);
    },
  );

  it("agrees for every area with a count by hand", async () => {
    const { rows } = await database.owner.query(`
      select a.code, s.value::int as told, (select count(*)::int from enterprises e where e.in_library
        and case a.kind when 'TOWN' then e.town_code = a.code when 'ZONE' then e.zone_code = a.code else true end) as counted
      from areas a join area_statistics s on s.area_code = a.code and s.measure = 'IN_LIBRARY'`);
    expect(rows).toHaveLength(35);
    expect(rows.filter(({ told, counted }) => told !== counted)).toEqual([]);
    expect(rows.some(({ told }) => told > 0)).toBe(true);
  });

  it("adds up revenue, and keeps label completion between 0 and 1", async () => {
    expect(await figure("370211", "REVENUE")).toBe(await sumOf("TOWN", "REVENUE", "ALL"));
    const { rows } = await database.owner.query<{ count: number }>(
      "select count(*)::int from area_statistics where measure = 'LABEL_COMPLETION' and value not between 0 and 1",
    );
    expect(rows[0]?.count).toBe(0);
    expect(await figure("370211", "LABEL_COMPLETION")).toBeGreaterThan(0.5);
  });

  it("counts an enterprise without a town in the district alone", async () => {
    await database.worker.query(
      "update enterprises set town_code = null where credit_code = (select min(credit_code) from enterprises)",
    );
    await refreshAreaStatistics(database.worker, asOf);
    expect(await figure("370211", "ENTERPRISES")).toBe(400);
    expect(await sumOf("TOWN", "ENTERPRISES", "ALL")).toBe(399);
  });
});

describe("the demonstration's portraits", () => {
  it("leave the read model as the fill made it: a refresh changes no library and no title", async () => {
    const { rows } = await database.owner.query(`
      select e.credit_code from enterprises e
      where e.title_kinds is distinct from coalesce((select array_agg(distinct kind order by kind) from titles t
          where t.credit_code = e.credit_code and status = 'VALID'), '{}')
        or e.library_kinds is distinct from coalesce((select array_agg(distinct library_kind order by library_kind) from library_memberships l
          where l.credit_code = e.credit_code and exited_on is null), '{}')`);
    expect(rows).toEqual([]);
  });

  it("score nearly all of the library, and titled enterprises above candidates", async () => {
    const { rows } = await database.owner.query<{ titled: boolean; scored: number; mean: string }>(`
      select title_kinds && '{SPECIALIZED,LITTLE_GIANT}' as titled, count(score)::int as scored, avg(score) as mean
      from enterprises where in_library group by 1 order by 1`);
    const [others, titled] = rows;
    expect((others?.scored ?? 0) + (titled?.scored ?? 0)).toBeGreaterThan(160);
    expect(Number(titled?.mean)).toBeGreaterThan(Number(others?.mean) + 10);
  });
});
