/** What the arguments of lists of judging can name. A list that is empty because of a slip would read as an answer. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { GoldseedError } from "../../domain/errors.ts";
import { firstReportedYear } from "../../domain/first-reported-year.ts";
import { dayInChina } from "../../lib/day-in-china.ts";
import { nearestNames } from "../../lib/nearest-names.ts";

/** The packs that ship, retired and disabled ones too, each a file named after its id. */
const packIds: readonly string[] = readdirSync(
  fileURLToPath(new URL("../../data/criteria", import.meta.url)),
).map((file) => file.replace(/\.yaml$/u, "").replaceAll("-", "_"));

/** @throws GoldseedError NOT_FOUND. */
export function assertPack(id: string): void {
  if (packIds.includes(id)) return;
  const near = nearestNames(id, packIds);
  const meant = near.length > 0 ? near : packIds;
  throw new GoldseedError(
    "NOT_FOUND",
    `没有认定标准“${id.slice(0, 100)}” / There is no pack "${id.slice(0, 100)}". ${near.length > 0 ? "是否为 Did you mean" : "现有 There are"} ${meant.join(", ")}${near.length > 0 ? "?" : "."}`,
  );
}

/** @throws GoldseedError BAD_USER_INPUT. */
export function assertReportedYear(year: string): void {
  const thisYear = Number(dayInChina(Date.now()).slice(0, 4));
  if (Number(year) >= firstReportedYear && Number(year) <= thisYear) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `${year} 年没有年度统计：应为 ${firstReportedYear} 至 ${thisYear} / There is no yearly report of ${year}: expected ${firstReportedYear} to ${thisYear}.`,
  );
}

/**
 * What holds now would be told of a day to come, whatever ends until then.
 * @throws GoldseedError BAD_USER_INPUT.
 */
export function assertKnownDay(day: string): void {
  const today = dayInChina(Date.now());
  if (day <= today) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `日期“${day}”在今天（${today}）之后，尚无可答 / asOf "${day}" is yet to come: expected a day up to ${today}.`,
  );
}
