/**
 * The 15-digit registration number (GS 15-2006) that enterprises carried before the unified code: 6 digits of the
 * authority, 8 of sequence, 1 check digit by ISO 7064 MOD 11,10.
 */
const shape = /^\d{15}$/;

/** True for 15 digits whose last one is the right check digit. The text must be normalised already. */
export function isRegistrationNumber(text: string): boolean {
  return shape.test(text) && registrationCheckDigit(text) === text.charAt(14);
}

/** The check digit for the first 14 digits. */
export function registrationCheckDigit(first14: string): string {
  let product = 10;
  for (let i = 0; i < 14; i++) {
    const sum = (product + Number(first14.charAt(i))) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}
