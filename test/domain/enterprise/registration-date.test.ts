import { expect, test } from "vitest";

import { parseRegistrationDate } from "../../../domain/enterprise/registration-date.ts";

const today = "2025-06-30";

test.each([
  ["1980-01-23", "1980-01-23"],
  ["1980/1/23", "1980-01-23"],
  ["1980.1.23", "1980-01-23"],
  ["19800123", "1980-01-23"],
  ["1980年1月23日", "1980-01-23"],
  ["１９８０年１月２３日", "1980-01-23"],
  ["二〇一九年三月二十一日", "2019-03-21"],
  ["二○一九年十月十日", "2019-10-10"],
  ["2019-03-02 00:00:00", "2019-03-02"],
  ["2019-03-02T00:00:00.000", "2019-03-02"],
  ["2019-03-01T16:00:00.000Z", "2019-03-02"],
  ["2019-03-02T08:00:00+08:00", "2019-03-02"],
  ["2020-02-29", "2020-02-29"],
  ["2025-06-30", "2025-06-30"],
])("%s is %s", (text, date) => {
  expect(parseRegistrationDate(text, { today })).toEqual({ known: true, date });
});

test.each([
  ["43525", "2019-03-01"],
  ["43525.5", "2019-03-01"],
  ["29243", "1980-01-23"],
])("%s is a spreadsheet's day number: %s", (text, date) => {
  expect(parseRegistrationDate(text, { today })).toEqual({
    known: true,
    date,
    note: "EXCEL_SERIAL",
  });
});

test.each([
  ["N/A", "MISSING"],
  ["", "MISSING"],
  ["2019年3月", "INCOMPLETE"],
  ["2019-03", "INCOMPLETE"],
  ["2019-02-29", "IMPOSSIBLE"],
  ["2019-13-01", "IMPOSSIBLE"],
  ["2025-07-01", "FUTURE"],
  ["9999-12-31", "ABSURD"],
  ["1900-01-01", "ABSURD"],
  ["0001-01-01", "ABSURD"],
  ["03/02/2019", "UNREADABLE"],
  ["1980-1/23", "UNREADABLE"],
  ["长期", "UNREADABLE"],
])("%s is unknown: %s", (text, reason) => {
  expect(parseRegistrationDate(text, { today })).toEqual({ known: false, reason, text });
});
