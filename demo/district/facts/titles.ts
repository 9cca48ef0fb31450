/** Titles as the district holds them before its first exchange with the city. */
import type { Sheet } from "../sheet.ts";
import { atTheDistrict } from "../titles.ts";

export const titleSheet: Sheet = {
  table: "titles",
  columns: [
    "kind",
    "batch",
    "level",
    "valid_from",
    "valid_to",
    "status",
    "certificate_no",
    "origin",
  ],
  source: null,
  rows: ({ identity, titles, scale }) =>
    titles.map((title) => {
      const held = atTheDistrict(identity, title, scale.cityChanges);
      const { kind, batch, level, validFrom, validTo, status, certificateNo } = held;
      return { cells: [kind, batch, level, validFrom, validTo, status, certificateNo, "CITY"] };
    }),
};
