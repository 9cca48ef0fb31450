/** Decimal arithmetic against whole-number arithmetic done by BigInt at one fixed scale. */
import * as fc from "fast-check";
import { expect, test } from "vitest";

import {
  addDecimals,
  compareDecimals,
  compareRatio,
  type Decimal,
  floorRatio,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
} from "../../lib/decimal.ts";

const scaled = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
/** The integer `n` read as n / 10^6. */
const millionths = (n: bigint): Decimal => {
  const text = (n < 0n ? -n : n).toString().padStart(7, "0");
  const parsed = parseDecimal(`${n < 0n ? "-" : ""}${text.slice(0, -6)}.${text.slice(-6)}`);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};
const sign = (n: bigint): number => (n === 0n ? 0 : n < 0n ? -1 : 1);

test("sums, products and order agree with integers", () => {
  fc.assert(
    fc.property(scaled, scaled, (a, b) => {
      expect(addDecimals(millionths(a), millionths(b))).toEqual(millionths(a + b));
      expect(Math.sign(compareDecimals(millionths(a), millionths(b)))).toBe(sign(a - b));
      const product = multiplyDecimals(millionths(a), millionths(b));
      expect(product.digits * 10n ** BigInt(12 - product.scale)).toBe(a * b);
    }),
  );
});

test("a ratio compared with its floor and the next whole number lies between", () => {
  fc.assert(
    fc.property(
      scaled,
      scaled.filter((n) => n !== 0n),
      (a, b) => {
        const floor = floorRatio(millionths(a), millionths(b)) ?? 0n;
        const at = (whole: bigint): number =>
          compareRatio(millionths(a), millionths(b), { digits: whole, scale: 0 }) ?? Number.NaN;
        expect(at(floor)).toBeGreaterThanOrEqual(0);
        expect(at(floor + 1n)).toBeLessThan(0);
      },
    ),
  );
});

test("text goes there and back", () => {
  fc.assert(
    fc.property(scaled, (a) => {
      expect(parseDecimal(formatDecimal(millionths(a)))).toEqual(millionths(a));
    }),
  );
});
