/** Standards the enterprise helped to draft. Numbers of national standards lie beyond any issued. */
import { dayIn } from "../calendar.ts";
import { fillText, type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const standardSheet: Sheet = {
  table: "standards",
  columns: ["standard_no", "name", "level", "drafting_rank", "published_on", "status"],
  source: "demo-standard",
  rows: ({ identity }) => {
    const random = identity.stream("standards");
    const giant = identity.cohort.titles.includes("LITTLE_GIANT");
    const titled = identity.cohort.titles.length > 0;
    if (!identity.cohort.technical || !random.chance(giant ? 0.8 : titled ? 0.25 : 0.05)) return [];
    return Array.from({ length: giant ? random.int(1, 4) : 1 }, (_, place) => {
      const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(0, 6);
      const level = random.pick(["GROUP", "GROUP", "INDUSTRY", "NATIONAL"]);
      const serial = `${900_000 + identity.ordinal}${place}`;
      const no = {
        GROUP: `T/DEMO ${serial}`,
        INDUSTRY: `DM/T ${serial}`,
        NATIONAL: `GB/T ${serial}`,
      }[level];
      const name = fillText(districtWords().texts["standardName"], { product: identity.product });
      return {
        key: `${no}-${year}`,
        cells: [
          `${no}-${year}`,
          name,
          level,
          random.int(1, 9),
          dayIn(year, random.between([0, 0.7]), identity.establishedOn),
          "IN_FORCE",
        ],
      };
    });
  },
};
