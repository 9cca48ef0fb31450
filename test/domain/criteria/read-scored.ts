/** The standards that give points, read a second time (second-reading.ts). */
import {
  all,
  type Asking,
  better,
  clear2022,
  type Facts,
  firstOf,
  type Range,
  type Reading,
  reached,
  some,
  sum,
} from "./asking.ts";

/** Class I of high value, self-developed, any; class II. */
const ownership = (
  ask: Asking,
  [high, own, first, second]: readonly [number, number, number, number],
) =>
  firstOf([
    [ask.atLeast("class1_high_value", 1), high],
    [ask.atLeast("class1_self_developed", 1), own],
    [ask.atLeast("class1_total", 1), first],
    [ask.atLeast("class2_total", 1), second],
  ]);

export function innovative(ask: Asking): Reading {
  const strategic = ask.fact("in_strategic_emerging_catalog");
  const points: Record<string, Range> = {
    I1: ownership(ask, [20, 15, 10, 5]),
    I2: ask.rising("rd_ratio_y1", [
      [5, 20],
      [3, 15],
      [2, 10],
      [1, 5],
    ]),
    I3: ask.rising("main_growth_y1", [
      [15, 20],
      [10, 15],
      [5, 10],
      [0, 5],
    ]),
    I4: ask.falling("debt_ratio", [
      [55, 10],
      [75, 5],
    ]),
    I5: strategic === null ? [5, 10] : strategic ? [10, 10] : [5, 5],
    I6: ask.rising("main_ratio", [
      [70, 20],
      [60, 15],
      [55, 10],
      [50, 5],
    ]),
  };
  const categories = { 创新能力: ["I1", "I2"], 成长性: ["I3", "I4"], 专业化: ["I5", "I6"] };
  const of = (names: readonly string[]) => sum(names.map((name) => points[name] ?? [0, 0]));
  const direct = {
    D1: ask.fact("award_nat_or_prov_3y"),
    D2: ask.title("高新技术企业", "国家级技术创新示范企业", "知识产权优势企业", "知识产权示范企业"),
    D3: ask.fact("rd_institution_prov_or_above"),
    D4: ask.atLeast("equity_new_3y", 500),
  };
  const scored = all(
    reached(of(Object.keys(points)), 60),
    reached(of(categories.创新能力), 20),
    reached(of(categories.成长性), 15),
    reached(of(categories.专业化), 15),
  );
  return {
    pass: all(clear2022(ask), some(scored, ...Object.values(direct))),
    points,
    categories,
    direct,
  };
}

const institutes: Readonly<Record<string, number>> = {
  national: 10,
  provincial: 8,
  municipal: 4,
  below_municipal: 2,
  none: 0,
};

export function specialised2022(ask: Asking, facts: Facts): Reading {
  const years = ask.figure("niche_years");
  const local = ask.figure("local_feature_points");
  const institute = institutes[String(facts["rd_institution_level"])];
  const quality = ["quality_award_prov", "iso9001_cert", "own_brand", "standard_participation"].map(
    ask.fact,
  );
  const at = (value: number): Range => [value, value];
  const ratio: readonly Range[] = [
    [10, 10],
    [8, 8],
    [6, 6],
    [4, 4],
  ];
  const points: Record<string, Range> = {
    P1: ask.rising("main_ratio", [
      [80, 5],
      [70, 3],
      [60, 1],
    ]),
    P2: ask.rising("main_growth_avg2", [...ratio, [0, 2]]),
    P3: years === null ? [0, 5] : at(Math.min(5, Math.floor(years / 2))),
    P4: firstOf([
      [ask.fact("fills_chain_gap"), 5],
      [
        some(
          ...["in_six_bases", "china_time_honored_brand", "serves_key_chain_leader"].map(ask.fact),
        ),
        3,
      ],
    ]),
    P5: ask.rising("digital_level", [
      [3, 5],
      [2, 3],
    ]),
    P6: [
      Math.min(5, 3 * quality.filter((one) => one === true).length),
      Math.min(5, 3 * quality.filter((one) => one !== false).length),
    ],
    P7: ask.rising("net_margin", [...ratio, [2, 2]]),
    P8: ask.falling("debt_ratio", [
      [50, 5],
      [60, 3],
      [70, 1],
    ]),
    P9: local === null ? [0, 15] : at(Math.min(15, local)),
    P10: ownership(ask, [10, 8, 6, 2]),
    P11: better(
      ask.rising("rd_y1", [
        [500, 10],
        [400, 8],
        [300, 6],
        [200, 4],
        [100, 2],
      ]),
      ask.rising("rd_ratio_y1", [...ratio, [3, 2]]),
    ),
    P12: ask.rising("rd_staff_ratio", [
      [20, 5],
      [10, 3],
      [5, 1],
    ]),
    P13: institute === undefined ? [0, 10] : at(institute),
  };
  const direct = {
    D1: some(ask.rank("award_prov_rank_3y", 3), ask.rank("award_nat_rank_3y", 5)),
    D2: ask.atLeast("rd_avg2", 1000),
    D3: ask.atLeast("equity_new_2y", 6000),
    D4: ask.fact("maker_china_top500_3y"),
  };
  const pass = all(
    clear2022(ask),
    ask.title("创新型中小企业"),
    ask.atLeast("niche_years", 2),
    ask.atLeast("rd_y1", 100),
    ask.atLeast("rd_ratio_y1", 3),
    some(ask.atLeast("revenue_y1", 1000), ask.atLeast("equity_new_2y", 2000)),
    some(reached(sum(Object.values(points)), 60), ...Object.values(direct)),
  );
  const categories = {
    专业化: ["P1", "P2", "P3", "P4"],
    精细化: ["P5", "P6", "P7", "P8"],
    特色化: ["P9"],
    创新能力: ["P10", "P11", "P12", "P13"],
  };
  return { pass, points, categories, direct };
}

export function techSme(ask: Asking): Reading {
  const points: Record<string, Range> = {
    T1: ask.rising("tech_staff_ratio", [
      [30, 20],
      [25, 16],
      [20, 12],
      [15, 8],
      [10, 4],
    ]),
    T2: better(
      ask.rising("rd_to_sales", [
        [6, 50],
        [5, 40],
        [4, 30],
        [3, 20],
        [2, 10],
      ]),
      ask.rising("rd_to_cost", [
        [30, 50],
        [25, 40],
        [20, 30],
        [15, 20],
        [10, 10],
      ]),
    ),
    T3: firstOf([
      [ask.atLeast("class1_total", 1), 30],
      ...[4, 3, 2, 1].map((count) => [ask.atLeast("class2_total", count), 6 * count] as const),
    ]),
  };
  const direct = {
    D1: ask.title("高新技术企业"),
    D2: ask.rank("award_nat_rank_5y", 3),
    D3: ask.fact("rd_institution_prov_or_above"),
    D4: ask.fact("led_standard_5y"),
  };
  const scored = all(reached(sum(Object.values(points)), 60), reached(points["T1"] ?? [0, 0], 1));
  const pass = all(
    ask.fact("resident_enterprise"),
    ask.atMost("employees", 500),
    ask.atMost("sales_y1", 20_000),
    ask.atMost("total_assets", 20_000),
    ask.no("product_prohibited_restricted_eliminated", "major_accident_last_and_current_year"),
    ask.no(
      "research_dishonesty_last_and_current_year",
      "in_abnormal_list",
      "in_serious_dishonesty_list",
    ),
    some(scored, ...Object.values(direct)),
  );
  return { pass, points, categories: {}, direct };
}
