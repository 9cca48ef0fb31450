/** One enterprise as intake hands it to the merge: names are those of the table, so that SQL can unpack it. */
export interface EnterpriseRow {
  readonly credit_code: string;
  readonly name: string;
  /** For comparing; goes to `enterprise_names`. */
  readonly normal_name: string;
  readonly kind: string;
  readonly legal_form: string | null;
  readonly industry_code: string | null;
  readonly industry_name: string | null;
  /** ISO date. */
  readonly established_on: string | null;
  /** Exact decimal in units of `capital_currency`. */
  readonly capital_amount: string | null;
  readonly capital_currency: string | null;
  readonly status: string | null;
  readonly business_scope: string | null;
  readonly address: string | null;
  readonly legal_representative: string | null;
  readonly town_code: string | null;
  readonly zone_code: string | null;
  readonly town_method: string | null;
  readonly town_confidence: number | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** SHA-256 over all the rest. */
  readonly content_digest: string;
}
