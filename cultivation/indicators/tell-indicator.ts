/** One indicator of one enterprise: its value, the facts it comes from, and when it is unknown, what is missing. */
import type { Catalogue } from "../../domain/criteria/catalogue.ts";
import { type Decimal, formatDecimal, parseDecimal } from "../../lib/decimal.ts";
import type { FactRow } from "../../store/queries/indicator-facts.ts";
import type { IndicatorOrigin } from "../../store/queries/indicator-origins.ts";
import { whyUnknown, type WhyUnknown } from "./why-unknown.ts";

export interface ToldIndicator {
  readonly indicatorId: string;
  readonly variant: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly formula: string;
  readonly asOf: string;
  /** Null when unknown. Figures as decimal text, cut to six places for reading. */
  readonly value: string | boolean | null;
  readonly isFigure: boolean;
  readonly unknown: WhyUnknown | null;
  readonly entered: boolean;
  readonly facts: readonly FactRow[];
}

export interface KnownOfEnterprise {
  readonly row: Readonly<Record<string, unknown>>;
  readonly flags: readonly string[];
  readonly facts: readonly FactRow[];
  readonly details: unknown;
  /** Registers that have delivered nothing. */
  readonly absent: ReadonlySet<string>;
  readonly asOf: string;
  /** Undefined when no source gives the indicator. */
  readonly origin: IndicatorOrigin | undefined;
}

export function tellIndicator(
  { indicators }: Catalogue,
  column: string,
  known: KnownOfEnterprise,
): ToldIndicator {
  const [id = column, variant = null] = column.split("@");
  const indicator = indicators.get(id);
  const isFigure = indicator?.type === "decimal" || indicator?.type === "integer";
  const value = readable(known.row[column], isFigure);
  const facts = factsOf(known);
  return {
    indicatorId: id,
    variant,
    nameZh: indicator?.nameZh ?? id,
    nameEn: indicator?.nameEn ?? id,
    unit: indicator?.unit ?? null,
    period: indicator?.period ?? null,
    formula:
      (variant === null ? undefined : indicator?.variants[variant]) ?? indicator?.formula ?? "",
    asOf: known.asOf,
    value,
    isFigure,
    unknown: value === null ? whyUnknown(column, known) : null,
    entered: isEntered(known.details, column),
    facts,
  };
}

function readable(value: unknown, isFigure: boolean): string | boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" && typeof value !== "number") return null;
  const figure = isFigure ? parseDecimal(value) : undefined;
  return figure === undefined ? String(value) : formatDecimal(cut(figure));
}

/** Six places, cut and not rounded, without zeros at the end: exact for judging is unreadable for people. */
function cut({ digits, scale }: Decimal): Decimal {
  const kept =
    scale <= 6 ? { digits, scale } : { digits: digits / 10n ** BigInt(scale - 6), scale: 6 };
  let trimmed = kept;
  while (trimmed.scale > 0 && trimmed.digits % 10n === 0n)
    trimmed = { digits: trimmed.digits / 10n, scale: trimmed.scale - 1 };
  return trimmed;
}

/** Of accounts only the figures and years that the formula names, of rights only those that were counted. */
function factsOf({ facts, origin }: KnownOfEnterprise): FactRow[] {
  if (origin === undefined) return [];
  return facts.flatMap((fact) => {
    if (!origin.tables.includes(fact.fact)) return [];
    if (fact.fact === "annual_financials") {
      const figures = origin.figures.filter(({ year }) => year === fact.year);
      const says = Object.entries(fact.says).filter(
        ([name]) => name === "currency" || figures.some(({ figure }) => figure === name),
      );
      return figures.length === 0 ? [] : [{ ...fact, says: Object.fromEntries(says) }];
    }
    if (fact.fact === "ip_rights")
      return fact.counts.some((count) => origin.counts.includes(count)) ? [fact] : [];
    if (fact.fact === "titles")
      return origin.titles.some((title) => title === fact.says["kind"]) ? [fact] : [];
    return [fact];
  });
}

/** An officer's figure stands under `details.inputs` and goes before what facts give. */
function isEntered(details: unknown, column: string): boolean {
  const inputs = (details as { inputs?: Record<string, unknown> } | null)?.inputs;
  return inputs !== undefined && inputs[column] !== undefined && inputs[column] !== null;
}
