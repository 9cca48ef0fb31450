/** What the server itself says about accounts: assignments, revocations, API keys. Read by the gateway's own login. */
import type { Grant } from "../../domain/access/grants.ts";
import type { Classification, Role, Tier } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";
import { runScoped } from "../scoped-query.ts";

export interface AccountFacts {
  readonly areas: readonly { readonly code: string; readonly kind: Tier }[];
  readonly assignments: readonly AssignmentRow[];
  readonly revocations: readonly RevocationRow[];
  readonly apiKeys: readonly ApiKeyRow[];
  readonly trustedDocuments: readonly TrustedDocumentRow[];
  /** Of sight, those that are not over. */
  readonly grants: readonly Grant[];
}

export interface AssignmentRow {
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
  readonly disabled: boolean;
}

export interface RevocationRow {
  readonly kind: "TOKEN" | "SUBJECT";
  /** The `jti`, or the subject. */
  readonly value: string;
  /** Seconds since 1970: a subject's tokens issued before this are withdrawn. */
  readonly beforeS: number;
}

export interface TrustedDocumentRow {
  /** Subject of the client. */
  readonly client: string;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly hash: string;
  readonly document: string;
}

export interface ApiKeyRow {
  readonly prefix: string;
  readonly secretHash: string;
  readonly subject: string;
  /** Purpose code of every request of the key; null for none. */
  readonly purpose: string | null;
  /** Seconds since 1970. */
  readonly createdAtS: number;
  /** Seconds since 1970. */
  readonly expiresAtS: number;
}

const accountQuery = `/* gateway:account-facts */
select jsonb_build_object(
  'assignments', (select coalesce(jsonb_agg(jsonb_build_object('subject', subject, 'tier', tier, 'areaCodes', area_codes,
    'role', role, 'clearance', clearance, 'disabled', disabled_at is not null and disabled_at <= now())), '[]') from assignments),
  'revocations', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value,
    'beforeS', extract(epoch from before))), '[]') from revocations),
  'apiKeys', (select coalesce(jsonb_agg(jsonb_build_object('prefix', prefix, 'secretHash', secret_hash, 'subject', subject, 'purpose', purpose,
    'createdAtS', extract(epoch from created_at), 'expiresAtS', extract(epoch from expires_at))), '[]')
    from api_keys where revoked_at is null and expires_at > now()),
  'trustedDocuments', (select coalesce(jsonb_agg(jsonb_build_object('client', client, 'hash', hash, 'document', document)), '[]')
    from trusted_documents),
  'grants', (select coalesce(jsonb_agg(jsonb_build_object('subject', subject, 'areaCode', area_code,
    'fromS', extract(epoch from valid_from), 'toS', extract(epoch from valid_to))), '[]')
    from access_grants where revoked_at is null and valid_to > now())) as facts`;

/** Areas are granted to the tiers and not to the login: they are read as the city reads them. */
const areaStatement = {
  name: "goldseed_areas",
  text: "select coalesce(jsonb_agg(jsonb_build_object('code', code, 'kind', kind)), '[]')::text from areas",
};

/** @param pool logs in as the gateway. */
export async function readAccountFacts(pool: Pool): Promise<AccountFacts> {
  const [accounts, areas] = await Promise.all([
    pool.query<{ facts: Omit<AccountFacts, "areas"> }>(accountQuery),
    runScoped(pool, {
      statement: areaStatement,
      values: [],
      scope: { tier: "CITY", areaCodes: [] },
      timeoutMs: 5_000,
    }),
  ]);
  const facts = accounts.rows[0]?.facts ?? {
    assignments: [],
    revocations: [],
    apiKeys: [],
    trustedDocuments: [],
    grants: [],
  };
  return { ...facts, areas: JSON.parse(areas ?? "[]") as AccountFacts["areas"] };
}
