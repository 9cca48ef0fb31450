import * as fc from "fast-check";
import { expect, test } from "vitest";

import { repairCreditCode } from "../../../domain/enterprise/credit-code-repair.ts";
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
  isCreditCode,
} from "../../../domain/enterprise/credit-code.ts";

const letter = fc.constantFrom(...Array.from(creditCodeAlphabet));
const digit = fc.constantFrom(...Array.from("0123456789"));
const code = fc
  .tuple(
    fc.constantFrom("91", "92", "93"),
    fc.string({ unit: digit, minLength: 6, maxLength: 6 }),
    fc.string({ unit: letter, minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(""))
  .map((first17) => first17 + (creditCodeCheckCharacter(first17) ?? ""));

const place = fc.nat({ max: 17 });
const codes = (text: string): string[] => repairCreditCode(text).map((repair) => repair.code);

test("one wrong character is repaired to the code among at most 60 candidates", () => {
  fc.assert(
    fc.property(code, place, letter, (right, at, wrong) => {
      fc.pre(right.charAt(at) !== wrong);
      const broken = right.slice(0, at) + wrong + right.slice(at + 1);
      expect(isCreditCode(broken)).toBe(false);
      const found = codes(broken);
      expect(found).toContain(right);
      expect(found.length).toBeLessThanOrEqual(60);
    }),
  );
});

test("a swap of neighbours is noticed and repaired", () => {
  fc.assert(
    fc.property(code, fc.nat({ max: 16 }), (right, at) => {
      fc.pre(right.charAt(at) !== right.charAt(at + 1));
      const broken =
        right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      expect(codes(broken)).toContain(right);
    }),
  );
});

test("a lost and a doubled character are repaired", () => {
  fc.assert(
    fc.property(code, place, letter, (right, at, extra) => {
      expect(codes(right.slice(0, at) + right.slice(at + 1))).toContain(right);
      expect(codes(right.slice(0, at) + extra + right.slice(at))).toContain(right);
    }),
  );
});

test("up to three letters read for digits are repaired", () => {
  const read: Record<string, string> = { "0": "O", "1": "I", "5": "S", "2": "Z" };
  fc.assert(
    fc.property(
      code,
      fc.shuffledSubarray([...Array(18).keys()], { maxLength: 3 }),
      (right, places) => {
        const broken = Array.from(right, (c, i) => (places.includes(i) ? (read[c] ?? c) : c)).join(
          "",
        );
        fc.pre(broken !== right);
        expect(codes(broken)).toContain(right);
      },
    ),
  );
});

test("every candidate is a valid code, once, and a valid code has none", () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 15, maxLength: 20 }), (text) => {
      const found = codes(text);
      expect(found.every(isCreditCode)).toBe(true);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
  fc.assert(fc.property(code, (right) => codes(right).length === 0));
});
