/** Custom scalars that check their input: what passes here never fails as a cast in the database. */
import { Kind, type ValueNode } from "graphql";

import { isCreditCode, normaliseCreditCode } from "../domain/enterprise/credit-code.ts";
import { GoldseedError } from "../domain/errors.ts";
import { isInstant } from "../lib/is-instant.ts";
import { isIsoDate } from "../lib/iso-date.ts";

/** The part of a scalar that the contract does not hold; its description stays the contract's. */
export interface ScalarMeaning {
  readonly serialize: (value: unknown) => unknown;
  readonly parseValue: (value: unknown) => unknown;
  readonly parseLiteral: (node: ValueNode) => unknown;
}

function textScalar(name: string, check: (text: string) => string): ScalarMeaning {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `${name} 应为文本 / ${name} is ${JSON.stringify(value)}, expected a text.`,
      );
    }
    return check(value);
  };
  return {
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  };
}

const refuse = (name: string, value: string, expected: string): never => {
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `${name}“${value.slice(0, 60)}”无效 / ${name} "${value.slice(0, 60)}" is not valid: expected ${expected}.`,
  );
};

const creditCode = textScalar("CreditCode", (value) => {
  // Nearly all come as they are kept: a right code holds nothing that could be folded.
  if (isCreditCode(value)) return value;
  const code = normaliseCreditCode(value);
  return isCreditCode(code)
    ? code
    : refuse("CreditCode", value, "18 characters with a right check character (GB 32100)");
});

const areaCode = textScalar("AreaCode", (value) =>
  /^\d{4}(\d{2}([0-9A-Z]\d{2})?)?$/u.test(value)
    ? value
    : refuse("AreaCode", value, "an area code such as 370211010"),
);

const date = textScalar("Date", (value) =>
  isIsoDate(value) ? value : refuse("Date", value, "a calendar date YYYY-MM-DD"),
);

const dateTime = textScalar("DateTime", (value) =>
  isInstant(value) ? value : refuse("DateTime", value, "an instant such as 2026-11-23T08:00:00Z"),
);

const parseDecimal = (value: unknown): string => {
  const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
  if (typeof text === "string" && /^-?\d{1,30}(\.\d{1,20})?$/u.test(text)) return text;
  return refuse("Decimal", String(value), "a decimal number such as 12.50");
};

const decimal: ScalarMeaning = {
  serialize: (value) => value,
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal("value" in node && node.kind !== Kind.BOOLEAN ? node.value : undefined),
};

export const scalars: Readonly<Record<string, ScalarMeaning>> = {
  CreditCode: creditCode,
  AreaCode: areaCode,
  Date: date,
  DateTime: dateTime,
  Decimal: decimal,
};
