/**
 * Figures that no pack reads and notices do: the same amount by year, summed, averaged, and its growth, under the names
 * that data/screening/measures.yaml gives them. From the three years of the money table; longer spans are unknown.
 */
import { percent, ratio } from "./indicators-period.ts";

interface Family {
  /** Letter of the amount in the money table. */
  readonly letter: string;
  readonly name: string;
  readonly growth: string;
}

const families: readonly Family[] = [
  { letter: "r", name: "revenue", growth: "revenue_growth" },
  { letter: "m", name: "main_revenue", growth: "main_growth" },
  { letter: "r", name: "sales", growth: "sales_growth" },
  { letter: "p", name: "net_profit", growth: "net_profit_growth" },
  { letter: "d", name: "rd", growth: "rd_growth" },
];

const years = [1, 2, 3] as const;

function familyColumns({ letter, name, growth }: Family): [string, string][] {
  const at = (year: number) => `money.${letter}${year}`;
  const sum = (count: number) =>
    years
      .slice(0, count)
      .map((year) => at(year))
      .join(" + ");
  const grown = (year: number) =>
    `case when ${at(year + 1)} > 0 then ${percent(`${at(year)} - ${at(year + 1)}`, at(year + 1))} end`;
  const compound = name === "main_revenue" ? "main_cagr2" : `${name}_cagr2`;
  return [
    ...years.map((year): [string, string] => [`${name}_y${year}`, `(${at(year)} / 10000)`]),
    ...[2, 3].flatMap((count): [string, string][] => [
      [`${name}_sum${count}`, `((${sum(count)}) / 10000)`],
      [`${name}_avg${count}`, ratio(sum(count), String(count * 10_000))],
    ]),
    [`${growth}_y1`, grown(1)],
    [`${growth}_y2`, grown(2)],
    [`${growth}_avg2`, `((${grown(1)}) + (${grown(2)})) / 2`],
    [
      compound,
      `case when ${at(3)} > 0 and ${at(1)} >= 0 then 100 * (sqrt(${ratio(at(1), at(3))}) - 1) end`,
    ],
  ];
}

const rd = (year: number) => percent(`money.d${year}`, `money.r${year}`);

/** By column of the sheet. Money in ten thousand yuan, shares in percent. */
export const familyIndicators: Readonly<Record<string, string>> = {
  ...Object.fromEntries(families.flatMap(familyColumns)),
  rd_ratio_y3: rd(3),
  rd_ratio_avg2: `((${rd(1)}) + (${rd(2)})) / 2`,
  rd_ratio_avg3: `((${rd(1)}) + (${rd(2)}) + (${rd(3)})) / 3`,
  rd_ratio_2y_revenue: percent("money.d1 + money.d2", "money.r1 + money.r2"),
  rd_ratio_3y_revenue: percent("money.d1 + money.d2 + money.d3", "money.r1 + money.r2 + money.r3"),
  net_assets: "(money.n1 / 10000)",
};
