/**
 * All packs as one statement over a sheet of indicators: a single scan that judges every enterprise by every pack, the
 * set-based twin of domain/criteria/judge.ts (docs/criteria/compiling.md).
 *
 * Layers are subqueries with OFFSET 0: the planner may not flatten them, so an expression of an inner layer is evaluated
 * once however often the outer ones look at it. Rejected: one statement per pack (reads and unpacks each row 12 times),
 * common table expressions (written to disk in between).
 */
import type { Pack, RulePack, SizePack } from "../../domain/criteria/pack.ts";
import { applyOverlays } from "../../domain/criteria/version/apply-overlays.ts";
import type { PackScope } from "./pack-scope.ts";
import { sideBySide } from "./lay-columns.ts";
import { outcomesSql } from "./outcomes-sql.ts";
import { type Layers, ruleLayers } from "./rule-layers.ts";
import { reachedSql, sizeClassSql, sizeDigitsSql, sizeRowSql } from "./size-sql.ts";
import { sizeVerdict, ruleVerdict, type VerdictSql } from "./verdict-sql.ts";
import { verdictsSql } from "./verdicts-sql.ts";
import { quoteText } from "./sql-text.ts";

export interface CompileOptions {
  /** The sheet: a table, or a query in brackets, with a column `credit_code` and those of `sheetColumns`. */
  readonly sheet: string;
  /** Notices in force on this day are laid over the packs; none when left out. */
  readonly asOf?: string;
}

export interface CompiledPacks {
  /** `credit_code`, then `p{n}_pass` for pack number n (from 0): who passes, three-valued, one row per enterprise. */
  readonly verdicts: string;
  /** The same with `p{n}_progress` behind each: how far everybody has come as well. */
  readonly wide: string;
  /** One row per enterprise and pack, with every part of the verdict. */
  readonly rows: string;
}

/** Disabled packs are left out: their verdict is unknown whatever the facts are. */
export function compilePacks(packs: readonly Pack[], options: CompileOptions): CompiledPacks {
  const active = activePacks(packs, options.asOf);
  const layered = layersOf(active, options.sheet);
  const perPack = active.map((pack, place) => rowsOf(pack, place));
  return {
    verdicts: verdictsSql(active, options.sheet),
    wide: outcomesSql(active, options.sheet),
    rows: `with judged as materialized (select s.* from ${layered}) ${perPack.join(" union all ")}`,
  };
}

/** The packs that are judged by, with the notices of the day laid over them, in their order in the statement. */
export function activePacks(packs: readonly Pack[], asOf: string | undefined): readonly Pack[] {
  return packs
    .filter((pack) => pack.status === "active")
    .map((pack) => (pack.kind === "rules" ? applyOverlays(pack, asOf) : pack));
}

/** `sheet` with the columns `p0_pass` (is an SME) and `p0_class`, named `s`. */
export function sizeSheet(pack: SizePack, sheet: string): string {
  return layersOf([pack], sheet);
}

function layersOf(packs: readonly Pack[], sheet: string): string {
  const perPack = packs.map((pack, place) =>
    pack.kind === "rules" ? ruleLayers(scopeOf(pack, place)) : sizeLayers(pack, place),
  );
  let query = `${sheet} s`;
  for (const made of sideBySide(perPack)) {
    query = `(select s.*, ${made.join(", ")} from ${query} offset 0) s`;
  }
  return query;
}

const scopeOf = (pack: RulePack, place: number): PackScope => ({ pack, place });

function sizeLayers(pack: SizePack, place: number): Layers {
  const reached = (["large", "medium", "small"] as const).map(
    (step) => `${reachedSql(pack, `s.p${place}_row`, step)} as p${place}_${step}`,
  );
  const truths = (["large", "medium", "small"] as const).map((step) => `s.p${place}_${step}`);
  const [large = "", medium = "", small = ""] = truths;
  return [
    [`${sizeDigitsSql(pack)} as p${place}_digits`],
    [`${sizeRowSql(pack, `s.p${place}_digits`)} as p${place}_row`],
    reached,
    [
      `not ${large} as p${place}_pass`,
      `case when not ${large} then 100 else 0 end as p${place}_progress`,
      `${sizeClassSql(large, medium, small)} as p${place}_class`,
    ],
  ];
}

/** Rejected: a lateral VALUES of all packs; PostgreSQL compiles its expressions anew for every row (1 ms each). */
function rowsOf(pack: Pack, place: number): string {
  const verdict: VerdictSql =
    pack.kind === "rules" ? ruleVerdict(scopeOf(pack, place)) : sizeVerdict(pack, place);
  return `select s.credit_code, ${quoteText(pack.id)}::text as pack_id, s.p${place}_pass as pass, s.p${place}_progress::int as progress,
    ${verdict.total} as total, ${verdict.points} as points, ${verdict.category} as category, ${verdict.ranges} as ranges,
    ${verdict.directPass} as direct_pass, ${verdict.excludedBy} as excluded_by, ${verdict.failed} as failed,
    ${verdict.unknown} as unknown, ${verdict.presumed} as presumed, ${verdict.class} as class from judged s`;
}
