/** Counts what a version would match, by area, with examples and the difference to the version in force. */
import type { PoolClient } from "../pool.ts";

export interface DryRunCounts {
  readonly matching: number;
  readonly notMatching: number;
  /** Neither: something is missing, or a person must decide. */
  readonly undecided: number;
  readonly areas: readonly {
    readonly code: string | null;
    readonly name: string | null;
    readonly matching: number;
  }[];
  readonly sample: readonly {
    readonly creditCode: string;
    readonly name: string;
    readonly areaCode: string | null;
    readonly figures: unknown;
  }[];
  /** Null when no version is in force. */
  readonly difference: { readonly entering: number; readonly leaving: number } | null;
}

export interface DryRunQuery {
  /** Sheet with `m0` of the version tried and, with `hasBefore`, `m1` of the one in force. */
  readonly rows: string;
  /** Expression of the figures over the sheet `s`. */
  readonly figures: string;
  readonly hasBefore: boolean;
}

/** Examples of each area. */
const samplesPerArea = 2;
const mostSamples = 60;

export async function countDryRun(
  client: PoolClient,
  { rows, figures, hasBefore }: DryRunQuery,
): Promise<DryRunCounts> {
  await client.query("drop table if exists dry_run");
  await client.query(`/* store:dry-run */ create temporary table dry_run on commit drop as
    select s.credit_code, s.town_code, s.m0, ${hasBefore ? "s.m1" : "null::boolean"} as before, case when s.m0 then ${figures} end as figures from (${rows}) s`);
  const { rows: counted } = await client.query<
    DryRunCounts & { entering: number; leaving: number }
  >(
    `select count(*) filter (where m0)::int as matching, count(*) filter (where not m0)::int as "notMatching", count(*) filter (where m0 is null)::int as undecided,
      count(*) filter (where m0 and before is not true)::int as entering, count(*) filter (where before and m0 is not true)::int as leaving from dry_run`,
  );
  const { rows: areas } = await client.query<DryRunCounts["areas"][number]>(
    `select d.town_code as code, min(a.name) as name, count(*)::int as matching from dry_run d left join areas a on a.code = d.town_code
     where m0 group by d.town_code order by count(*) desc, d.town_code`,
  );
  const { rows: sample } = await client.query<DryRunCounts["sample"][number]>(
    `select e.credit_code as "creditCode", e.name, e.town_code as "areaCode", d.figures from (
       select *, row_number() over (partition by town_code order by md5(credit_code)) as place from dry_run where m0) d
     join enterprises e on e.credit_code = d.credit_code where d.place <= $1 order by e.town_code, d.place limit $2`,
    [samplesPerArea, mostSamples],
  );
  const {
    matching = 0,
    notMatching = 0,
    undecided = 0,
    entering = 0,
    leaving = 0,
  } = counted[0] ?? {};
  const difference = hasBefore ? { entering, leaving } : null;
  return { matching, notMatching, undecided, areas, sample, difference };
}
