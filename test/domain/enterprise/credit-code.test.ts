import { describe, expect, test } from "vitest";

import {
  creditCodeCheckCharacter,
  isCreditCode,
  normaliseCreditCode,
  organisationCodeOf,
  registrationAuthorityOf,
  taxNumberOf,
} from "../../../domain/enterprise/credit-code.ts";
import { isOrganisationCode } from "../../../domain/enterprise/organisation-code.ts";
import {
  isRegistrationNumber,
  registrationCheckDigit,
} from "../../../domain/enterprise/registration-number.ts";

describe("isCreditCode", () => {
  test.each([
    ["91370303MA3P7QEQ6Y", true, "a company"],
    ["9137020016357624XQ", false, "a wrong check character"],
    ["92370282MA3E8D477X", true, "an individual business (prefix 92)"],
    ["93371481494210170C", true, "a farmers' cooperative (prefix 93)"],
    ["91370102720780332L", true, "a code whose organisation part is digits"],
    ["91370214MA3P8KWEI1", false, "the letter I, which no code holds"],
    ["91370303MA3P7QEQ6", false, "17 characters"],
    ["91370303ma3p7qeq6y", false, "lower case: normalise first"],
    ["", false, "nothing"],
  ])("%s is %s: %s", (code, valid) => {
    expect(isCreditCode(code)).toBe(valid);
  });

  test("accepts a check character 0, which a third of the packages reject", () => {
    const zero = [
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "A",
      "B",
      "C",
      "D",
      "E",
      "F",
      "G",
      "H",
      "J",
    ]
      .map((c) => `9137021100000000${c}`)
      .find((first17) => creditCodeCheckCharacter(first17) === "0");
    expect(zero).toBeDefined();
    expect(isCreditCode(`${zero}0`)).toBe(true);
  });
});

describe("normaliseCreditCode", () => {
  test.each([
    ["９２３７０７２４ＭＡ３ＤＱ２９ＧＸＢ", "92370724MA3DQ29GXB"],
    ["'91370900706315506A", "91370900706315506A"],
    [" 91 370200 713735859 y", "91370200713735859Y"],
    ["91370200-713735859-Y", "91370200713735859Y"],
    ["\u200b91370200713735859Y\n", "91370200713735859Y"],
  ])("folds %j", (text, code) => {
    expect(normaliseCreditCode(text)).toBe(code);
  });
});

test("the older numbers are cut out of the code", () => {
  const code = "9137020026463156X5";
  expect(taxNumberOf(code)).toBe("37020026463156X");
  expect(organisationCodeOf(code)).toBe("26463156X");
  expect(registrationAuthorityOf(code)).toBe("370200");
});

test.each([
  ["371428149805132", true],
  ["370781130471123", true],
  ["371428149805133", false],
  ["37142814980513", false],
])("registration number %s is %s", (text, valid) => {
  expect(isRegistrationNumber(text)).toBe(valid);
});

test("the check digit of a registration number is found from its first 14 digits", () => {
  expect(registrationCheckDigit("37142814980513")).toBe("2");
});

test.each([
  ["725550034", true],
  ["718022735", true],
  ["26463156X", true],
  ["718022736", false],
])("organisation code %s is %s", (text, valid) => {
  expect(isOrganisationCode(text)).toBe(valid);
});
