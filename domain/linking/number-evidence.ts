/** What a record's number tells: the enterprises it may belong to, and how it stands to any one of them. */
import { repairCreditCode } from "../enterprise/credit-code-repair.ts";
import { organisationCodeOf, taxNumberOf } from "../enterprise/credit-code.ts";
import type { Identifier } from "../enterprise/identifier.ts";
import { isRegistrationNumber } from "../enterprise/registration-number.ts";
import type { NumberLevel } from "./comparison.ts";
import type { Identified, IdentifierIndex } from "./identifier-index.ts";

export type NumberMethod = Extract<
  NumberLevel,
  "CREDIT_CODE" | "REPAIRED_CODE" | "TAX_NUMBER" | "ORGANISATION_CODE" | "REGISTRATION_NUMBER"
>;

export interface NumberEvidence {
  readonly identifier: Identifier;
  /** The register's enterprises that the number leads to, and the way. */
  readonly found: ReadonlyMap<number, NumberMethod>;
}

export function readNumber(identifier: Identifier, index: IdentifierIndex): NumberEvidence {
  const found = new Map<number, NumberMethod>();
  const add = (entities: readonly number[], method: NumberMethod): void => {
    for (const entity of entities) if (!found.has(entity)) found.set(entity, method);
  };
  const { kind, value } = identifier;
  if (kind === "CREDIT_CODE") add(index.byCode(value), "CREDIT_CODE");
  if (kind === "BROKEN_CREDIT_CODE") {
    for (const { code } of repairCreditCode(value)) add(index.byCode(code), "REPAIRED_CODE");
  }
  if (kind === "FIFTEEN") {
    add(index.byTaxNumber(value), "TAX_NUMBER");
    add(index.byRegistrationNumber(value), "REGISTRATION_NUMBER");
  }
  if (kind === "ORGANISATION_CODE") add(index.byOrganisationCode(value), "ORGANISATION_CODE");
  return { identifier, found };
}

/** How the number stands to one enterprise. */
export function numberLevel(
  { identifier, found }: NumberEvidence,
  entity: number,
  candidate: Identified,
): NumberLevel {
  const method = found.get(entity);
  if (method !== undefined) return method;
  const { kind, value } = identifier;
  if (kind === "NONE" || kind === "OTHER" || kind === "ROUNDED") return "NONE";
  if (found.size > 0) return "ELSEWHERE";
  if (kind === "BROKEN_CREDIT_CODE" && areAlike(value, candidate.creditCode)) return "LIKE";
  if (kind === "FIFTEEN") {
    if (areAlike(value, taxNumberOf(candidate.creditCode))) return "LIKE";
    if (isRegistrationNumber(value) && candidate.registrationNumber === "") return "NOT_KEPT";
  }
  if (kind === "ORGANISATION_CODE" && areAlike(value, organisationCodeOf(candidate.creditCode))) {
    return "LIKE";
  }
  return "UNREGISTERED";
}

/** At most three places differ, in place or after one character lost at the front of the difference. */
function areAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)) end++;
  if (a.length !== b.length) return Math.max(a.length, b.length) - start - end <= 2;
  let wrong = 0;
  for (let i = start; i < a.length - end; i++) if (a.charAt(i) !== b.charAt(i)) wrong++;
  return wrong <= 3 && a.length - wrong >= 12;
}
