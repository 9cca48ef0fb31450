/**
 * What the server says about accounts, held in memory and never older than 60 seconds: a request does not pay a round
 * trip for it, and a revocation or a new assignment works within the minute.
 */
import type { Assignment } from "../../domain/access/claims-assignment.ts";
import type { TokenClaims } from "../../domain/access/claims.ts";
import type { Grant } from "../../domain/access/grants.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Tier } from "../../domain/vocabulary.ts";
import type { AccountFacts, ApiKeyRow } from "../../store/queries/read-account-facts.ts";

export interface Accounts {
  readonly areas: ReadonlyMap<string, Tier>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly apiKeys: ReadonlyMap<string, ApiKeyRow>;
  /** By hash: the text, and the clients it is registered for. */
  readonly trusted: ReadonlyMap<string, TrustedText>;
  /** By subject: not yet over when they were read, maybe over or to come by now. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly isRevoked: (claims: Pick<TokenClaims, "subject" | "tokenId" | "issuedAtS">) => boolean;
}

export interface TrustedText {
  readonly text: string;
  readonly clients: ReadonlySet<string>;
}

export interface AccountRegister {
  /** @throws GoldseedError DB_UNAVAILABLE when what is known has grown too old and the database does not answer. */
  readonly read: () => Promise<Accounts>;
  /**
   * For who or what is not in it: reads once more, at most once a second whoever asks, so that a new key works at once and
   * invented ones cost next to nothing. @throws as `read`
   */
  readonly readAgain: () => Promise<Accounts>;
  /** What was read lately; null when it is time to read again. */
  readonly recall: () => Accounts | null;
  /** Reads again at once: for whoever has just changed an account in this process. */
  readonly refresh: () => Promise<void>;
}

export interface AccountRegisterOptions {
  readonly load: () => Promise<AccountFacts>;
  /** Milliseconds, only ever growing. */
  readonly clock?: () => number;
  readonly onError?: (error: unknown) => void;
}

/** Read again in the background from this age on, while requests go on with what is known. */
const refreshAfterMs = 20_000;
/** Not used beyond this age. */
const trustedForMs = 60_000;
/** A database that is down is not asked by every request. */
const retryAfterMs = 1_000;

export function accountRegister(options: AccountRegisterOptions): AccountRegister {
  const clock = options.clock ?? (() => performance.now());
  let accounts: Accounts | undefined;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  const load = async () => {
    // The age counts from the question: an answer shows the tables as they were then or later.
    const askedAt = clock();
    triedAt = askedAt;
    try {
      accounts = index(await options.load());
      loadedAt = askedAt;
    } catch (error) {
      options.onError?.(error);
    }
  };
  const refresh = () => (running ??= load().finally(() => (running = undefined)));
  const age = () => clock() - loadedAt;

  const believed = () => {
    if (!accounts || age() > trustedForMs) throw unavailable();
    return accounts;
  };

  return {
    refresh,
    readAgain: async () => {
      if (running || clock() - triedAt >= retryAfterMs) await refresh();
      return believed();
    },
    recall: () => (accounts && age() <= refreshAfterMs ? accounts : null),
    read: async () => {
      if (age() > refreshAfterMs && (running || clock() - triedAt >= retryAfterMs)) {
        const refreshed = refresh();
        if (age() > trustedForMs) await refreshed;
      }
      return believed();
    },
  };
}

function index(facts: AccountFacts): Accounts {
  const tokens = new Set(
    facts.revocations.filter((row) => row.kind === "TOKEN").map((row) => row.value),
  );
  const subjects = new Map(
    facts.revocations
      .filter((row) => row.kind === "SUBJECT")
      .map((row) => [row.value, row.beforeS]),
  );
  return {
    areas: new Map(facts.areas.map((area) => [area.code, area.kind])),
    assignments: new Map(facts.assignments.map((row) => [row.subject, row])),
    apiKeys: new Map(facts.apiKeys.map((row) => [row.prefix, row])),
    trusted: byHash(facts.trustedDocuments),
    grants: bySubject(facts.grants),
    isRevoked: ({ subject, tokenId, issuedAtS }) =>
      (tokenId !== null && tokens.has(tokenId)) || issuedAtS < (subjects.get(subject) ?? 0),
  };
}

function byHash(rows: AccountFacts["trustedDocuments"]): ReadonlyMap<string, TrustedText> {
  const found = new Map<string, { text: string; clients: Set<string> }>();
  for (const { client, hash, document: text } of rows) {
    const known = found.get(hash) ?? { text, clients: new Set<string>() };
    known.clients.add(client);
    found.set(hash, known);
  }
  return found;
}

function bySubject(grants: readonly Grant[]): ReadonlyMap<string, readonly Grant[]> {
  const found = new Map<string, Grant[]>();
  for (const grant of grants)
    found.set(grant.subject, [...(found.get(grant.subject) ?? []), grant]);
  return found;
}

function unavailable(): GoldseedError {
  return new GoldseedError(
    "DB_UNAVAILABLE",
    "数据库暂不可用 / The accounts cannot be read, so that nobody can be let in. Try again later.",
  );
}
