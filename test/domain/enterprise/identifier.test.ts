import { expect, test } from "vitest";

import { classifyIdentifier } from "../../../domain/enterprise/identifier.ts";

test.each([
  ["91370303MA3P7QEQ6Y", "CREDIT_CODE", "91370303MA3P7QEQ6Y"],
  ["'91370900706315506A", "CREDIT_CODE", "91370900706315506A"],
  ["9I370600613421S45D", "BROKEN_CREDIT_CODE", "9I370600613421S45D"],
  ["91371302071337941", "BROKEN_CREDIT_CODE", "91371302071337941"],
  ["371083166792204", "FIFTEEN", "371083166792204"],
  ["72555003-4", "ORGANISATION_CODE", "725550034"],
  ["9.1370303E+17", "ROUNDED", "9.1370303E+17"],
  ["9.1E17", "ROUNDED", "9.1E17"],
  ["N/A", "NONE", ""],
  ["无", "NONE", ""],
  ["-", "NONE", ""],
  ["000000000000000000", "NONE", ""],
  ["", "NONE", ""],
  ["370211", "OTHER", "370211"],
])("%s is %s", (text, kind, value) => {
  expect(classifyIdentifier(text)).toEqual({ kind, value });
});
