/**
 * The 9-character organisation code (GB 11714-1997): 8 letters or digits and a check character, modulo 11.
 *
 * A warning only: 189 of 2,994,218 valid credit codes hold an organisation code that fails its own check.
 */
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const weights = [3, 7, 9, 10, 5, 8, 4, 2];
const shape = /^[0-9A-Z]{8}[0-9X]$/;

/** True for 9 characters whose last one is the right check character. The text must be normalised already. */
export function isOrganisationCode(text: string): boolean {
  return shape.test(text) && organisationCheckCharacter(text) === text.charAt(8);
}

/** The check character for the first 8: a digit, or X for 10. */
export function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += alphabet.indexOf(first8.charAt(i)) * (weights[i] ?? 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
