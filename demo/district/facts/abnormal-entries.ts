/** Entries on the lists of abnormal operation and of serious violations; most are removed within a year. */
import { dayIn, yearsAfter } from "../calendar.ts";
import { type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const abnormalSheet: Sheet = {
  table: "abnormal_entries",
  columns: ["entry_no", "list", "reason", "entered_on", "removed_on"],
  source: "demo-registry",
  rows: ({ identity }) => {
    const random = identity.stream("abnormal");
    const { texts } = districtWords();
    const { technical, inLibrary } = identity.cohort;
    if (!random.chance(technical ? 0.006 : inLibrary ? 0.02 : 0.05)) return [];
    const serious = !technical && random.chance(0.06);
    const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(1, 4);
    const entered = dayIn(year, random.next(), identity.establishedOn);
    const removed = yearsAfter(entered, 1);
    const stands = serious || random.chance(0.3) || removed > identity.plan.asOf;
    const reason = random.chance(0.6) ? texts["abnormalReason"] : texts["abnormalAddress"];
    const no = `DEMO-YC-${year}-${String(identity.ordinal).padStart(6, "0")}`;
    return [
      {
        key: no,
        cells: [
          no,
          serious ? "SERIOUS_VIOLATION" : "ABNORMAL_OPERATION",
          (serious ? texts["seriousReason"] : reason) ?? null,
          entered,
          stands ? null : removed,
        ],
      },
    ];
  },
};
