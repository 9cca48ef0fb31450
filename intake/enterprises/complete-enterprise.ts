/** Makes a row of the enterprise table out of a checked registry record: what follows from its values is added here. */
import { createHash } from "node:crypto";

import { type NameLexicon, parseCompanyName } from "../../domain/enterprise/company-name-parts.ts";
import { enterpriseKindOf } from "../../domain/enterprise/enterprise-kind.ts";
import { legalFormOfName, legalFormOfType } from "../../domain/enterprise/legal-form.ts";
import type { EnterpriseRow } from "../../store/queries/import-enterprise-row.ts";
import type { Finding } from "../validate/finding.ts";
import type { AddressPlace, Locate } from "./locate-address.ts";

export interface CompletionContext {
  readonly lexicon: NameLexicon;
  readonly locate: Locate;
}

export interface CompletedEnterprise {
  readonly creditCode: string;
  /** JSON text of an EnterpriseRow. */
  readonly json: string;
}

/** `values` by store column, as the description's `into` names them. */
export function completeEnterprise(
  values: Readonly<Record<string, string | null>>,
  notes: readonly Finding[],
  { lexicon, locate }: CompletionContext,
): CompletedEnterprise {
  const of = (column: string): string | null => values[column] ?? null;
  const creditCode = of("credit_code") ?? "";
  const name = of("name") ?? "";
  const type = of("type_text") ?? "";
  const parts = parseCompanyName(name, lexicon);
  const place = locate(of("address"));
  const row: Omit<EnterpriseRow, "content_digest"> = {
    credit_code: creditCode,
    name,
    normal_name: parts.normal,
    kind: enterpriseKindOf({ creditCode, type, name: parts }),
    legal_form: legalFormOfType(type) ?? legalFormOfName(parts) ?? null,
    industry_code: of("industry_code"),
    industry_name: of("industry_name"),
    established_on: of("established_on"),
    capital_amount: of("capital_amount"),
    capital_currency: of("capital_currency"),
    status: of("status"),
    business_scope: of("business_scope"),
    address: of("address"),
    legal_representative: of("legal_representative"),
    town_code: place.townCode,
    zone_code: place.zoneCode,
    town_method: place.townMethod,
    town_confidence: place.townConfidence,
    details: { registry: detailsOf(values, notes, place) },
  };
  // Keys stand in the order of the literal above, so equal rows give equal text.
  const text = JSON.stringify(row);
  const digest = createHash("sha256").update(text).digest("hex");
  return { creditCode, json: `${text.slice(0, -1)},"content_digest":"${digest}"}` };
}

/** What the register said and no column holds: the wordings behind a value that is unknown, hints for an officer. */
function detailsOf(
  values: Readonly<Record<string, string | null>>,
  notes: readonly Finding[],
  place: AddressPlace,
): Record<string, unknown> {
  const details: Record<string, unknown> = {};
  const keep = (key: string, value: string | null | undefined) => {
    if (value != null) details[key] = value;
  };
  keep("type", values["type_text"]);
  keep("provinceCode", values["province_code"]);
  keep("cityCode", values["city_code"]);
  if (notes.length > 0)
    details["notes"] = notes.map(({ column, value, code }) => ({ column, value, code }));
  if (place.hints.length > 0) details["townHints"] = place.hints;
  return details;
}
