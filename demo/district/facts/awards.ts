/** Science prizes and competitions, within the three years the criteria look at. */
import { dayIn } from "../calendar.ts";
import type { Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const awardSheet: Sheet = {
  table: "awards",
  columns: ["award_no", "name", "kind", "level", "grade", "rank", "awarded_on", "organiser"],
  source: "demo-award",
  rows: ({ identity }) => {
    const random = identity.stream("awards");
    const { lists, texts } = districtWords();
    const titled = identity.cohort.titles.length > 0;
    if (!identity.cohort.technical || !random.chance(titled ? 0.22 : 0.06)) return [];
    const isPrize = random.chance(0.35);
    const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(0, 2);
    const no = `DEMO-${isPrize ? "KJ" : "DS"}-${year}-${identity.ordinal}`;
    return [
      {
        key: no,
        cells: [
          no,
          random.pick(lists[isPrize ? "prizes" : "contests"] ?? []),
          isPrize ? "SCIENCE_PRIZE" : "COMPETITION",
          isPrize && random.chance(0.3) ? "PROVINCIAL" : "MUNICIPAL",
          isPrize ? `${random.int(1, 3)}` : null,
          random.int(1, isPrize ? 5 : 50),
          dayIn(year, random.between([0, 0.6]), identity.establishedOn),
          texts["districtPlace"] ?? null,
        ],
      },
    ];
  },
};
