import { expect, it } from "vitest";

import { describeOutcome } from "../../cli/import-report.ts";
import { newReport } from "../../intake/run/import-report.ts";

const held = {
  ...newReport({
    source: { id: "permits", descriptionDigest: "-" },
    file: {
      name: "a.csv",
      bytes: 10,
      digest: "-",
      encoding: "UTF-8",
      marked: false,
      ascii: false,
      format: "CSV",
      lines: 2,
      sheet: null,
      delimiter: ",",
      headerLine: 1,
      unknownColumns: [],
      absentColumns: [],
    },
    dryRun: false,
    way: "FILE",
    path: null,
    sameFileAsRun: null,
    ticketHeader: null,
    columnsAccepted: null,
  }),
  held: [{ code: "BAD_ROWS", messageZh: "多", messageEn: "many" }],
} as const;

it.each([
  ["waits", null, /待审核，尚未合并[^]*import release 7/],
  ["was let in", "cli:ly", /曾待审核，由 cli:ly 放行/],
])("a batch that %s says so", (_, releasedBy, words) => {
  const text = describeOutcome({ runId: "7", report: { ...held, releasedBy }, resumed: false });
  expect(text).toMatch(words);
  expect(text.includes("尚未合并")).toBe(releasedBy === null);
});
