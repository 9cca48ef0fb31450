import { generateKeyPairSync } from "node:crypto";

import { describe, expect, test } from "vitest";

import * as city from "../../../demo/city-platform/signing.ts";
import {
  encodeQuery,
  isAnswerSigned,
  signRequest,
  type RequestToSign,
} from "../../../sync/protocol/signing.ts";
import {
  isStatementSigned,
  publicKeyOf,
  signStatement,
  statementSays,
  statementText,
} from "../../../sync/protocol/statement.ts";

const key = { id: "district", secret: "a-secret-of-at-least-32-bytes-long" };
const request: RequestToSign = {
  method: "GET",
  path: "/v1/titles",
  query: [
    ["limit", "500"],
    ["after", "a b+c/=&'(中)*"],
  ],
  body: new Uint8Array(),
  timestamp: "2026-11-23T02:00:00.000Z",
  nonce: "0123456789abcdef",
};

const secretOf = (profile: city.Profile) => ({ secret: key.secret, profile });

test.each(["HMAC-SHA256", "HMAC-SM3"] as const)(
  "the platform's own code makes the same signature by %s, whatever the query holds",
  (profile) => {
    const headers = signRequest({ ...key, profile }, request);
    const signature = city.requestSignature(secretOf(profile), {
      keyId: key.id,
      method: request.method,
      path: request.path,
      query: new URLSearchParams(encodeQuery(request.query)),
      timestamp: request.timestamp,
      nonce: request.nonce,
      content: city.contentDigest(profile, request.body),
    });
    expect(headers["X-Sync-Signature"]).toBe(signature);
  },
);

describe("a change of anything signed changes the signature", () => {
  const original = signRequest(key, request)["X-Sync-Signature"];
  test.each<[string, Partial<RequestToSign>]>([
    ["method", { method: "POST" }],
    ["path", { path: "/v1/titles/" }],
    ["query", { query: [["limit", "501"]] }],
    ["body", { body: Buffer.from(" ") }],
    ["timestamp", { timestamp: "2026-11-23T02:00:00.001Z" }],
    ["nonce", { nonce: "0123456789abcdee" }],
  ])("%s", (_, change) => {
    expect(signRequest(key, { ...request, ...change })["X-Sync-Signature"]).not.toBe(original);
  });
});

describe("an answer", () => {
  const parts = { status: 200, nonce: "n".repeat(20), timestamp: "2026-11-23T02:00:00.000Z" };
  const body = Buffer.from("{}");
  const signature = city.responseSignature(secretOf("HMAC-SHA256"), {
    keyId: key.id,
    ...parts,
    content: city.sha256Hex(body),
  });
  const answer = { ...parts, body, signature };
  test.each([
    ["as it was signed", {}, true],
    ["with another status", { status: 201 }, false],
    ["to another question", { nonce: "m".repeat(20) }, false],
    ["with another body", { body: Buffer.from("[]") }, false],
    ["with another time", { timestamp: "2026-11-23T02:00:01.000Z" }, false],
    ["unsigned", { signature: "" }, false],
    ["signed with too little", { signature: signature.slice(1) }, false],
  ])("%s", (_, change, holds) => {
    expect(isAnswerSigned(key, { ...answer, ...change })).toBe(holds);
  });
  test("is not taken from another key", () => {
    expect(isAnswerSigned({ ...key, secret: `${key.secret}x` }, answer)).toBe(false);
  });
});

describe("a statement", () => {
  const claim = {
    by: "370211",
    tree: "titles" as const,
    district: "370211",
    n: 3,
    root: "0".repeat(64),
    answers: "n".repeat(24),
  };
  const text = statementText({ ...claim, cut: "1/7", at: "2026-11-23T02:00:00.000Z" });
  const { privateKey } = generateKeyPairSync("ed25519");
  const own = { keyId: "k1", privateKey };

  test("is signed by its key and no other, over these bytes and no others", () => {
    const signature = signStatement(own, text);
    const other = { keyId: "k2", privateKey: generateKeyPairSync("ed25519").privateKey };
    expect(isStatementSigned(text, signature, publicKeyOf(own))).toBe(true);
    expect(isStatementSigned(`${text} `, signature, publicKeyOf(own))).toBe(false);
    expect(isStatementSigned(text, signature, publicKeyOf(other))).toBe(false);
  });

  test.each([
    ["what it says", {}, true],
    ["another count", { n: 4 }, false],
    ["another root", { root: "1".repeat(64) }, false],
    ["another question", { answers: "m".repeat(24) }, false],
    ["another tree", { tree: "recommendations" as const }, false],
    ["another author", { by: "370212" }, false],
  ])("is held to %s", (_, change, holds) => {
    expect(statementSays(text, { ...claim, ...change })).toBe(holds);
  });
});
