/** Which enterprises a request named and an answer showed: by them the audit is asked "who has looked at this firm?". */
import { isCreditCode } from "../../domain/enterprise/credit-code.ts";
import { parseGlobalId } from "../../lib/global-id.ts";

/** A page is 200 rows; beyond this an entry would be larger than what it tells of. */
const mostCodes = 1_000;

const quotedCode = /"([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})"/gu;
const quotedId = /"([\w-]{24,400})"/gu;

/** @param texts documents, variables and answers as JSON or GraphQL text. @returns sorted, without doubles. */
export function namedEnterprises(texts: readonly string[]): readonly string[] {
  const codes = new Set<string>();
  for (const text of texts) {
    for (const [, code = ""] of text.matchAll(quotedCode)) codes.add(code);
    for (const [, id = ""] of text.matchAll(quotedId))
      for (const part of parseGlobalId(id)?.key ?? []) codes.add(part);
  }
  return [...codes].filter(isCreditCode).sort().slice(0, mostCodes);
}
