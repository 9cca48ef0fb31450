/** GB 32100-2015: the check character of an 18-character unified social credit code. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(text.charAt(index));
    if (value < 0) return false;
    sum += value * weight;
  }
  return text.charAt(17) === alphabet.charAt((31 - (sum % 31)) % 31);
}
