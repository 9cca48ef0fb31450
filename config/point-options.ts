/** Settings of the points that callers may spend: unset, they follow the environment. */
import { option } from "./define-option.ts";
import { wholeNumber } from "./value-types.ts";

function rate(env: string, texts: readonly [string, string]) {
  return option(env, {
    group: "http",
    type: wholeNumber(1, 1_000_000_000),
    default: null,
    example: "2000",
    texts,
  });
}

export const pointOptions = {
  pointsPerSecond: rate("POINTS_PER_SECOND", [
    "每个使用者每秒可用的查询点数；不设时生产环境 2000，开发环境不限",
    "Points a subject may spend each second; unset: 2,000 in production, unlimited in development",
  ]),
  areaPointsPerSecond: rate("AREA_POINTS_PER_SECOND", [
    "同一区域全部使用者每秒可用的查询点数；不设时生产环境 6000，开发环境不限",
    "Points all subjects of one area may spend each second; unset: 6,000 in production, unlimited in development",
  ]),
  totalPointsPerSecond: rate("TOTAL_POINTS_PER_SECOND", [
    "全部使用者每秒可用的查询点数；不设时生产环境 30000，开发环境不限",
    "Points everybody may spend each second; unset: 30,000 in production, unlimited in development",
  ]),
  pointsBurstS: option("POINTS_BURST_S", {
    group: "http",
    type: wholeNumber(1, 3_600),
    default: 10,
    unit: "s",
    texts: ["最多可积攒几秒的查询点数", "Seconds' worth of points that may be saved up"],
  }),
};
