/**
 * Trusted documents: a machine client runs the operations that were registered for it and no others, and a setting asks
 * the same of everybody. A client sends the hash (as for persisted queries) or the whole text.
 */
import { createHash } from "node:crypto";

import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { AccountRegister, Accounts } from "./account-register.ts";

export interface SentDocument {
  readonly query: string | null;
  readonly hash: string | null;
}

export interface TrustedDocuments {
  /**
   * @returns the registered text to run, or null where the caller may send what it likes.
   * @throws GoldseedError OPERATION_NOT_TRUSTED
   */
  readonly admit: (principal: Principal, sent: SentDocument) => Promise<string | null>;
  /** True where `admit` would let any text pass as it is: whoever sent no hash need not wait for it. */
  readonly letsAnythingPass?: (principal: Principal) => boolean;
}

export interface TrustedDocumentsOptions {
  readonly accounts: Pick<AccountRegister, "read" | "readAgain">;
  /** Who may run registered documents alone: machine clients, or everybody. */
  readonly required: "machines" | "all";
  /** Texts that come with this program and that people may always run, as those of its query page. */
  readonly own?: readonly string[];
}

/** Registered for everybody but machines, as the documents of a console are. */
export const everybody = "*";

export function trustedDocuments({
  accounts,
  required,
  own: ownTexts = [],
}: TrustedDocumentsOptions): TrustedDocuments {
  const ours = new Map(ownTexts.map((text) => [documentHash(text), text]));
  const mustBeKnown = (principal: Principal) => isMachine(principal) || required === "all";
  const own = (principal: Principal, hashes: readonly string[]): string | null =>
    isMachine(principal)
      ? null
      : (hashes.map((hash) => ours.get(hash)).find((text) => text !== undefined) ?? null);
  return {
    letsAnythingPass: (principal) => !mustBeKnown(principal),
    admit: async (principal, sent) => {
      // A text of somebody who may send anything is nobody's list: it is not hashed.
      if (!mustBeKnown(principal) && sent.hash === null) return null;
      const hashes = hashesOf(sent);
      const found = registered(principal, hashes, await accounts.read()) ?? own(principal, hashes);
      if (found !== null || !mustBeKnown(principal)) return found;
      // It may have been registered since they were read.
      const late = registered(principal, hashes, await accounts.readAgain());
      if (late === null) throw notTrusted();
      return late;
    },
  };
}

function registered(
  principal: Principal,
  hashes: readonly string[],
  { trusted }: Accounts,
): string | null {
  const client = principal.actor ?? principal.subject;
  const clients = isMachine(principal) ? [client] : [client, everybody];
  const documents = hashes.map((hash) => trusted.get(hash));
  return documents.find((each) => clients.some((one) => each?.clients.has(one)))?.text ?? null;
}

const isMachine = ({ role }: Principal): boolean => role === "MACHINE";

/** Of the text where there is one: a hash that is not of it proves nothing. */
function hashesOf({ query, hash }: SentDocument): readonly string[] {
  if (query === null) return hash === null ? [] : [hash.toLowerCase()];
  return [query, query.trim()].map(documentHash);
}

export function documentHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function notTrusted(): GoldseedError {
  return new GoldseedError(
    "OPERATION_NOT_TRUSTED",
    "此操作未登记为该客户端的可信查询 / The operation is not registered for this client. Send a registered document or its hash, or have it registered with `goldseed trusted add`.",
  );
}
