/** Valid credit codes and titles by number, for the city's and the sync's tests. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function creditCodeOf(no: number): string {
  const body = `91370211MA3${String(no).padStart(6, "0")}`;
  const sum = weights.reduce((total, w, i) => total + w * alphabet.indexOf(body.charAt(i)), 0);
  return body + alphabet.charAt((31 - (sum % 31)) % 31);
}

export interface SeedTitle {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly batch: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: string;
}

export function seedTitle(no: number, changes: Partial<SeedTitle> = {}): SeedTitle {
  return {
    creditCode: creditCodeOf(no),
    name: `青岛第${no}机械有限公司`,
    kind: "SPECIALIZED",
    level: "PROVINCIAL",
    batch: "2024-1",
    validFrom: "2024-06-01",
    validTo: "2027-05-31",
    status: "VALID",
    ...changes,
  };
}

export function seedLines(count: number): string {
  return Array.from({ length: count }, (_, no) => JSON.stringify(seedTitle(no))).join("\n");
}
