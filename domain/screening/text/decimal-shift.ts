/** Moves the decimal point of a plain decimal numeral: unit conversions stay exact, 2.3 hundred million is 23000. */

/** `decimalShift("2.5", 4)` is `"25000"`; `places` may be negative. Takes digits with at most one point. */
export function decimalShift(numeral: string, places: number): string {
  const [whole = "0", fraction = ""] = numeral.split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded =
    point < 0
      ? "0".repeat(-point) + digits
      : digits + "0".repeat(Math.max(0, point - digits.length));
  const cut = Math.max(0, point);
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, "") || "0";
  const right = padded.slice(cut).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}
