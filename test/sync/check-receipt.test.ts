/** A receipt whose evidence somebody has written over is told as broken, whatever stands there now. */
import { generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";

import type { StoredReceipt } from "../../store/queries/sync-proofs.ts";
import { publicKeyOf, signStatement } from "../../sync/protocol/statement.ts";
import { checkReceipt } from "../../sync/verify/check-receipt.ts";

const key = { keyId: "k1", privateKey: generateKeyPairSync("ed25519").privateKey };
const keys = [{ keyId: "k1", publicKey: publicKeyOf(key) }];
const statement = "root: r\ntree: titles\nn: 3\nanswers: a\n";
const sound = JSON.stringify({ statement, signature: signStatement(key, statement) });
const receipt = {
  level: "L3",
  stream: "titles",
  agreed: true,
  ourRoot: "r",
  theirRoot: "r",
  recordCount: 3,
  theirSignature: sound,
  ourSignature: sound,
} as StoredReceipt;

test("evidence that both sides signed holds", () => {
  expect(checkReceipt(receipt, keys)).toMatchObject({ worth: "DOUBLE_SIGNED", problem: null });
});

test.each([
  ["nothing", ""],
  ["no JSON", "gone"],
  ["null", "null"],
  ["a list", "[]"],
  ["no statement", JSON.stringify({ signature: signStatement(key, statement) })],
  ["no signature", JSON.stringify({ statement })],
])("%s in the place of either side's evidence is told as broken", (_what, evidence) => {
  for (const side of ["theirSignature", "ourSignature"])
    expect(checkReceipt({ ...receipt, [side]: evidence }, keys).worth).toBe("BROKEN");
});
