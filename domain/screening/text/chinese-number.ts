/** Reads Chinese numerals, everyday and financial, as exact decimal strings. */

const digits = new Map<string, number>();
for (const [row, chars] of [
  "零〇",
  "一壹",
  "二贰两",
  "三叁",
  "四肆",
  "五伍",
  "六陆",
  "七柒",
  "八捌",
  "九玖",
].entries())
  for (const char of chars) digits.set(char, row);

const small: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The longest numeral worth reading; a longer run is not a number of any notice. */
const longest = 16;

/** True when the character can stand in a Chinese numeral. */
export function isChineseNumeral(char: string): boolean {
  return digits.has(char) || char in small || char in large;
}

/** The numeral that starts at `at`, as written; empty when there is none. */
export function chineseNumeralAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < longest && isChineseNumeral(text.charAt(end))) end += 1;
  if (text.charAt(end) === "点" && digits.has(text.charAt(end + 1)) && end > at) {
    end += 1;
    while (end - at < longest && digits.has(text.charAt(end))) end += 1;
  }
  return text.slice(at, end);
}

/** The decimal string a numeral means, or undefined when it is no well-formed numeral ("百万" alone, "三三十"). */
export function chineseNumber(numeral: string): string | undefined {
  const [whole = "", fraction] = numeral.split("点");
  const value = /^[零〇一二三四五六七八九]{2,}$/.test(whole)
    ? digitByDigit(whole)
    : byPlaces(whole);
  if (value === undefined || fraction === undefined) return value?.toString();
  const tail = digitByDigit(fraction, false);
  return tail === undefined ? undefined : `${value}.${tail}`;
}

function digitByDigit(text: string, strip = true): string | undefined {
  const out = Array.from(text, (char) => digits.get(char));
  if (out.some((digit) => digit === undefined)) return undefined;
  return strip ? String(Number(out.join(""))) : out.join("");
}

function byPlaces(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const value = digits.get(char);
    const place = small[char];
    const step = large[char];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (place !== undefined) {
      if (digit === undefined && place !== 10) return undefined;
      section += (digit ?? 1) * place;
      digit = undefined;
    } else if (step !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return undefined;
      total = step === 100_000_000 ? (total + section) * step : total + section * step;
      section = 0;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}
