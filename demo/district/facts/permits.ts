/** Administrative permits: one for most traders, several for plants. */
import { dayIn, yearsAfter } from "../calendar.ts";
import { type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const permitSheet: Sheet = {
  table: "permits",
  columns: ["permit_no", "name", "authority", "granted_on", "valid_from", "valid_to", "status"],
  source: "demo-permit",
  rows: ({ identity }) => {
    const random = identity.stream("permits");
    const { lists, texts } = districtWords();
    const count = random.int(0, identity.cohort.technical ? 3 : 2);
    const thisYear = Number(identity.plan.asOf.slice(0, 4));
    return Array.from({ length: count }, (_, place) => {
      const granted = dayIn(
        thisYear - random.int(0, 5),
        random.between([0, 0.8]),
        identity.establishedOn,
      );
      const until = yearsAfter(granted, 5);
      const no = `JY9370211${String(identity.ordinal).padStart(7, "0")}${place}`;
      const status = until >= identity.plan.asOf ? "VALID" : "EXPIRED";
      return {
        key: no,
        cells: [
          no,
          random.pick(lists["permits"] ?? []),
          texts["approvalAuthority"] ?? null,
          granted,
          granted,
          until,
          status,
        ],
      };
    });
  },
};
