/** What a description may fill, per target: a misspelt `into` is refused when the file is read, not at the first row. */
import type { Target } from "./source-description.ts";

export const targetColumns: Readonly<Record<Target, ReadonlySet<string>>> = {
  ENTERPRISES: new Set([
    "credit_code",
    "name",
    "established_on",
    "type_text",
    "capital_amount",
    "capital_currency",
    "business_scope",
    "province_code",
    "city_code",
    "address",
    "status",
    "industry_code",
    "industry_name",
    "legal_representative",
  ]),
};
