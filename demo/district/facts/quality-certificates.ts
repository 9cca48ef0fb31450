/** Management-system certificates, valid for three years at a time. */
import { dayIn, yearsAfter } from "../calendar.ts";
import { type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const certificateSheet: Sheet = {
  table: "quality_certificates",
  columns: ["certificate_no", "kind", "name", "issuer", "valid_from", "valid_to"],
  source: "demo-quality",
  rows: ({ identity }) => {
    const random = identity.stream("certificates");
    const { lists, names } = districtWords();
    const { technical, inLibrary } = identity.cohort;
    if (!random.chance(technical ? 0.85 : inLibrary ? 0.25 : 0.02)) return [];
    return Array.from({ length: technical ? random.int(1, 3) : 1 }, (_, place) => {
      const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(0, 3);
      const from = dayIn(year, random.between([0, 0.8]), identity.establishedOn);
      const no = `DEMO${String(identity.ordinal).padStart(6, "0")}Q${place}R${year}`;
      return {
        key: no,
        cells: [
          no,
          lists["certificateKinds"]?.[place] ?? "QUALITY",
          lists["certificates"]?.[place] ?? null,
          names.partners[3] ?? null,
          from,
          yearsAfter(from, 3),
        ],
      };
    });
  },
};
