/**
 * Which facts an indicator is computed from, read off the SQL that computes it, so that the two cannot come apart: figures
 * of years, a register's rows, counted rights, statements of the enterprise, its registration.
 */
import { figureOfLetter } from "./indicators-money.ts";
import { indicatorPeriod } from "./indicators-period.ts";
import { registerIndicators } from "./indicators-registers.ts";
import { derivedIndicators } from "./indicators-select.ts";

export interface IndicatorOrigin {
  /** Figures of the annual accounts, each of one year. */
  readonly figures: readonly { readonly figure: string; readonly year: number }[];
  /** Tables whose rows of the enterprise it is computed from. */
  readonly tables: readonly string[];
  /** Counts of rights (indicators-property.ts) it is computed from. */
  readonly counts: readonly string[];
  /** Places in what the enterprise, a platform or an officer stated, such as `form.digital_level`. */
  readonly statements: readonly string[];
  /** Titles of the register it looks for. */
  readonly titles: readonly string[];
}

/** By column of the sheet; a column that no source gives is not in it. */
export function indicatorOrigins(
  asOf: string,
  titleKinds: Readonly<Record<string, string>>,
): ReadonlyMap<string, IndicatorOrigin> {
  const period = indicatorPeriod(asOf, null);
  const years: Readonly<Record<string, number>> = { 1: period.y1, 2: period.y2, 3: period.y3 };
  const registers = new Map(
    Object.entries(registerIndicators).flatMap(([table, list]) =>
      Object.keys(list).map((name) => [name, table] as const),
    ),
  );
  const origins = [...derivedIndicators(period, titleKinds)].map(([name, sql]) => {
    const figures = all(sql, /money\.([a-z]+)([123])/g).map(([, letter = "", place = ""]) => ({
      figure: figureOfLetter[letter] ?? letter,
      year: years[place] ?? 0,
    }));
    const register = registers.get(name);
    const title = /^(?:title:|is_renewal@)(.+)$/.exec(name)?.[1];
    const origin: IndicatorOrigin = {
      figures: distinct(figures, ({ figure, year }) => `${figure}:${year}`),
      tables: [
        figures.length > 0 ? ["annual_financials"] : [],
        sql.includes("people.") ? ["employments"] : [],
        register === undefined ? [] : [register],
        title === undefined ? [] : ["titles"],
        /\be\.(?!details|credit_code)/.test(sql) ? ["enterprises"] : [],
        sql.includes("property.") ? ["ip_rights"] : [],
      ].flat(),
      counts: distinct(
        all(sql, /property\.(\w+)/g).map(([, count = ""]) => count),
        (count) => count,
      ),
      statements: distinct(
        all(sql, /\{((?:form|platform|manual),[\w,]+)\}/g).map(([, path = ""]) =>
          path.replaceAll(",", "."),
        ),
        (path) => path,
      ),
      titles: title === undefined ? [] : [titleKinds[title] ?? title],
    };
    return [name, origin] as const;
  });
  return new Map(origins);
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

function distinct<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
