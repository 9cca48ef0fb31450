/** Reads a receipt again as somebody would who doubts it: who signed what, and what that is worth. */
import { z } from "zod";

import type { StoredReceipt } from "../../store/queries/sync-proofs.ts";
import { signatureSchema } from "../protocol/digests.ts";
import { isStatementSigned } from "../protocol/statement.ts";

export const receiptWorths = [
  /** Both sides signed a statement over the same root, in answer to the same question. */
  "DOUBLE_SIGNED",
  /** The city signed, we did not. */
  "CITY_SIGNED",
  /** The city's word over an authenticated connection, without a signature that lasts. */
  "PEER_STATED",
  /** Derived by us from the city's own export. */
  "DERIVED",
  /** The evidence does not bear out what the receipt says. */
  "BROKEN",
] as const;
export type ReceiptWorth = (typeof receiptWorths)[number];

export interface CheckedReceipt {
  readonly receipt: StoredReceipt;
  readonly worth: ReceiptWorth;
  /** Null unless BROKEN. */
  readonly problem: string | null;
}

export type PublicKeys = readonly { readonly keyId: string; readonly publicKey: string }[];

/** Pure. @param keys of the city, and ours. */
export function checkReceipt(receipt: StoredReceipt, keys: PublicKeys): CheckedReceipt {
  if (receipt.level !== "L3") {
    return { receipt, worth: receipt.level === "L2" ? "PEER_STATED" : "DERIVED", problem: null };
  }
  const problem = problemOf(receipt, keys);
  if (problem !== null) return { receipt, worth: "BROKEN", problem };
  return {
    receipt,
    worth: receipt.ourSignature === null ? "CITY_SIGNED" : "DOUBLE_SIGNED",
    problem: null,
  };
}

function problemOf(receipt: StoredReceipt, keys: PublicKeys): string | null {
  const { theirSignature, ourSignature, ourRoot, theirRoot, recordCount, agreed } = receipt;
  const theirs = signedBy(theirSignature, keys);
  if (theirs === null) return "the city's statement is not signed by a key that it has named";
  const says = new Map(linesOf(theirs));
  if (says.get("root") !== theirRoot || says.get("tree") !== receipt.stream) {
    return "the city's statement is of another root or tree";
  }
  if (agreed && (theirRoot !== ourRoot || says.get("n") !== String(recordCount))) {
    return "the receipt says that both agree, and its roots or counts differ";
  }
  if (ourSignature === null) return null;
  const stated = signedBy(ourSignature, keys);
  if (stated === null) return "our own statement is not signed by our key";
  const ours = new Map(linesOf(stated));
  const same = ours.get("root") === ourRoot && ours.get("answers") === says.get("answers");
  return same ? null : "our statement is of another root, or answers another question";
}

const evidenceSchema = z.looseObject({ statement: z.string(), signature: signatureSchema });

/** The statement when its signature holds under one of the keys; whoever changed the row may have written anything. */
function signedBy(evidence: string | null, keys: PublicKeys): string | null {
  const parsed = evidenceSchema.safeParse(parsedOrNull(evidence));
  if (!parsed.success) return null;
  const { statement, signature } = parsed.data;
  const key = keys.find(({ keyId }) => keyId === signature.keyId);
  const genuine = key !== undefined && isStatementSigned(statement, signature, key.publicKey);
  return genuine ? statement : null;
}

function parsedOrNull(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function linesOf(statement: string): readonly (readonly [string, string])[] {
  return statement
    .split("\n")
    .filter((line) => line.includes(": "))
    .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]);
}
