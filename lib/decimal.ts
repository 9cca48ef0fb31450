/**
 * Exact decimal numbers for rules and money: a figure one ten-thousandth below a threshold is below it, so a binary
 * float or a rounded quotient may never take part in a comparison.
 *
 * A value is `digits / 10^scale` in lowest form (no trailing zero), so equal values are deeply equal.
 * There is no rounding division: ratios are compared by multiplying out (`compareRatio`) or floored (`floorRatio`).
 */
export interface Decimal {
  readonly digits: bigint;
  /** Number of decimal places, never negative. */
  readonly scale: number;
}

/** Far beyond any official figure; keeps `1e999999999` from filling the memory. */
const maxPlaces = 400;
const syntax = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;
const powers: bigint[] = [1n];

/** 10 to the power `exponent`, which is a whole number from 0. */
function powerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next++) {
    powers.push((powers[next - 1] ?? 1n) * 10n);
  }
  return powers[exponent] ?? 1n;
}

function lowest(digits: bigint, scale: number): Decimal {
  if (digits === 0n) return zero;
  let left = digits;
  let places = scale;
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places--;
  }
  return { digits: left, scale: places };
}

export const zero: Decimal = { digits: 0n, scale: 0 };

/**
 * Reads `12`, `-0.50`, `1e-7`. Returns undefined for anything else, also for NaN, infinities, separators, blanks
 * inside, and figures of more than 400 places.
 * A double is read as the shortest text that stands for it, which is what its writer wrote when it has at most 15 digits.
 */
export function parseDecimal(value: string | number | bigint): Decimal | undefined {
  if (typeof value === "bigint") return { digits: value, scale: 0 };
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const match = syntax.exec(String(value).trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > maxPlaces || whole.length + fraction.length > maxPlaces) return undefined;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  return scale >= 0 ? lowest(digits, scale) : { digits: digits * powerOfTen(-scale), scale: 0 };
}

/** A decimal written in code or known to be well formed. Throws TypeError for anything `parseDecimal` does not read. */
export function decimal(value: string | number | bigint): Decimal {
  const parsed = parseDecimal(value);
  if (parsed === undefined) throw new TypeError(`"${value}" is not a decimal number`);
  return parsed;
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.scale >= b.scale ? a.digits : a.digits * powerOfTen(b.scale - a.scale);
  const right = b.scale >= a.scale ? b.digits : b.digits * powerOfTen(a.scale - b.scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return lowest(
    a.digits * powerOfTen(scale - a.scale) + b.digits * powerOfTen(scale - b.scale),
    scale,
  );
}

export function negateDecimal(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return lowest(a.digits * b.digits, a.scale + b.scale);
}

/**
 * How `numerator / denominator` stands to `bound`, without dividing: negative, 0 or positive as in `compareDecimals`.
 * Undefined when the denominator is zero: such a ratio is unknown, not large.
 */
export function compareRatio(
  numerator: Decimal,
  denominator: Decimal,
  bound: Decimal,
): number | undefined {
  if (denominator.digits === 0n) return undefined;
  const difference = compareDecimals(numerator, multiplyDecimals(bound, denominator));
  return denominator.digits > 0n ? difference : -difference || 0;
}

/** The greatest whole number not above `numerator / denominator`; undefined when the denominator is zero. */
export function floorRatio(numerator: Decimal, denominator: Decimal): bigint | undefined {
  if (denominator.digits === 0n) return undefined;
  const scale = Math.max(numerator.scale, denominator.scale);
  const top = numerator.digits * powerOfTen(scale - numerator.scale);
  const bottom = denominator.digits * powerOfTen(scale - denominator.scale);
  const quotient = top / bottom;
  const towardsZeroWasUp = top % bottom !== 0n && top < 0n !== bottom < 0n;
  return towardsZeroWasUp ? quotient - 1n : quotient;
}

export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}

export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) >= 0 ? a : b;
}

/** Plain notation without exponent or trailing zeros: `-0.5`, `20000.0001`. PostgreSQL reads it as numeric. */
export function formatDecimal(value: Decimal): string {
  if (value.scale === 0) return value.digits.toString();
  const sign = value.digits < 0n ? "-" : "";
  const text = (value.digits < 0n ? -value.digits : value.digits)
    .toString()
    .padStart(value.scale + 1, "0");
  return `${sign}${text.slice(0, -value.scale)}.${text.slice(-value.scale)}`;
}

/** The nearest double, for output and ordering only: never compare thresholds with it. */
export function decimalToNumber(value: Decimal): number {
  return Number(formatDecimal(value));
}

/** True for what this module made, as against the other kinds of value a fact can have. */
export function isDecimal(value: unknown): value is Decimal {
  return (
    typeof value === "object" &&
    value !== null &&
    "digits" in value &&
    typeof value.digits === "bigint"
  );
}
