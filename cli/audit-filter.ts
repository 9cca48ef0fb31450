/** What a command's flags ask of the audit, checked: a filter that is not understood finds nothing and says nothing. */
import type { AuditCategory, AuditOutcome } from "../domain/audit-event.ts";
import { isCreditCode, normaliseCreditCode } from "../domain/enterprise/credit-code.ts";
import { GoldseedError } from "../domain/errors.ts";
import { isInstant } from "../lib/is-instant.ts";
import { isIsoDate } from "../lib/iso-date.ts";
import type { AuditFilter } from "../store/audit/audit-rows.ts";
import { wholeNumber } from "./whole-number.ts";

export interface AuditFlags {
  readonly actor?: string;
  readonly action?: string;
  readonly category?: AuditCategory;
  readonly outcome?: AuditOutcome;
  readonly creditCode?: string;
  readonly request?: string;
  readonly export?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
  readonly out?: string;
  readonly json?: true;
}

/** @throws GoldseedError BAD_USER_INPUT */
export function auditFilter(flags: AuditFlags): { filter: AuditFilter; limit: number } {
  const { actor, action, category, outcome, request: requestId } = flags;
  return {
    filter: {
      actor,
      action,
      category,
      outcome,
      requestId,
      exportId: flags.export,
      creditCode: flags.creditCode === undefined ? undefined : codeOf(flags.creditCode),
      from: instantOf("--from", flags.from),
      to: instantOf("--to", flags.to),
    },
    limit: wholeNumber("--limit", flags.limit ?? "100", 1_000_000),
  };
}

function codeOf(text: string): string {
  const code = normaliseCreditCode(text);
  if (isCreditCode(code)) return code;
  throw wrong(`"${text}" 不是统一社会信用代码 / is not a credit code.`);
}

/** A day is the day of China. */
function instantOf(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const full = isIsoDate(text) ? `${text}T00:00:00+08:00` : text;
  if (isInstant(full)) return new Date(full).toISOString();
  throw wrong(
    `${flag} "${text}" 不是日期或带时区的时刻 / is neither a day nor an instant with its zone, expected such as 2026-11-27 or 2026-11-27T08:00:00+08:00.`,
  );
}

function wrong(message: string): GoldseedError {
  return new GoldseedError("BAD_USER_INPUT", message);
}
