/**
 * Trusted documents: a machine client runs the operations that were registered for it and no others, and a setting asks
 * the same of everybody. A client sends the hash (as for persisted queries) or the whole text.
 */
import { createHash } from "node:crypto";

import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { AccountRegister } from "./account-register.ts";

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
  readonly accounts: Pick<AccountRegister, "read">;
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
  const mustBeKnown = ({ role }: Principal) => role === "MACHINE" || required === "all";
  return {
    letsAnythingPass: (principal) => !mustBeKnown(principal),
    admit: async (principal, sent) => {
      // A text of somebody who may send anything is nobody's list: it is not hashed.
      if (!mustBeKnown(principal) && sent.hash === null) return null;
      const machine = principal.role === "MACHINE";
      const { trusted } = await accounts.read();
      const clients = machine
        ? [principal.actor ?? principal.subject]
        : [principal.actor ?? principal.subject, everybody];
      for (const hash of hashesOf(sent)) {
        const document = trusted.get(hash);
        if (document && clients.some((client) => document.clients.has(client)))
          return document.text;
        const own = machine ? undefined : ours.get(hash);
        if (own !== undefined) return own;
      }
      if (mustBeKnown(principal)) throw notTrusted();
      return null;
    },
  };
}

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
