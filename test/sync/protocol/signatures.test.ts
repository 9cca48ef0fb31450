import { createHash, createHmac, generateKeyPairSync, sign } from "node:crypto";

import { sm2 } from "sm-crypto-v2";
import { describe, expect, test } from "vitest";

import { signatureProblem } from "../../../sync/protocol/signatures/check-detached.ts";
import {
  currentKey,
  type DetachedCheckingKey,
  type DetachedSigningKey,
} from "../../../sync/protocol/signatures/detached-key.ts";
import { signDetached } from "../../../sync/protocol/signatures/sign-detached.ts";
import { isSm2Signed } from "../../../sync/protocol/signatures/sm2-signature.ts";

const at = new Date("2026-11-27T05:00:00.000Z");
const bytes = Buffer.from('{"parcel":"titles"}');
const always = { notBefore: null, notAfter: null };

/** GB/T 32918.5-2017, annex A.2. */
const standard = {
  privateKey: "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
  publicKey:
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
  message: Buffer.from("message digest"),
  // r and s in DER: both begin with a bit set, so both have a zero before them.
  signature:
    "3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
};

function pair(
  algorithm: DetachedSigningKey["algorithm"],
): [DetachedSigningKey, DetachedCheckingKey] {
  const head = { id: `key-${algorithm}`, ...always };
  if (algorithm === "SM2-SM3") {
    const { privateKey, publicKey } = standard;
    return [
      { ...head, algorithm, privateKey },
      { ...head, algorithm, publicKey },
    ];
  }
  if (algorithm === "JWS") {
    const made = generateKeyPairSync("ed25519");
    return [
      { ...head, algorithm, privateKey: { ...made.privateKey.export({ format: "jwk" }) } },
      { ...head, algorithm, publicKey: { ...made.publicKey.export({ format: "jwk" }) } },
    ];
  }
  const shared = { ...head, algorithm, secret: "s".repeat(40) };
  return [shared, shared];
}

const algorithms = ["HMAC-SHA256", "HMAC-SM3", "JWS", "SM2-SM3"] as const;

describe("vectors of the standards", () => {
  test("SM3 of abc, GB/T 32905-2016 annex A.1", () => {
    expect(createHash("sm3").update("abc").digest("hex")).toBe(
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    );
  });

  test("HMAC-SM3 is HMAC over SM3 (RFC 2104, written out)", () => {
    const key = Buffer.alloc(64, 0);
    key.set(Buffer.from("s".repeat(40)));
    const sm3 = (...parts: Uint8Array[]) => createHash("sm3").update(Buffer.concat(parts)).digest();
    const pad = (byte: number) => key.map((part) => part ^ byte);
    const byHand = sm3(pad(0x5c), sm3(pad(0x36), bytes)).toString("hex");
    expect(createHmac("sm3", "s".repeat(40)).update(bytes).digest("hex")).toBe(byHand);
  });

  test("the SM2 signature of GB/T 32918.5-2017 holds, and of another message does not", () => {
    const { publicKey, message, signature } = standard;
    expect(isSm2Signed(publicKey, message, signature)).toBe(true);
    expect(isSm2Signed(publicKey, Buffer.from("message digesT"), signature)).toBe(false);
  });

  test("the JWS of RFC 8037 annex A.4 holds when its payload is put back", async () => {
    const publicKey = {
      kty: "OKP",
      crv: "Ed25519",
      x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    };
    const signature = {
      keyId: "rfc",
      algorithm: "JWS",
      value:
        "eyJhbGciOiJFZERTQSJ9..hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
    };
    const keys = [{ id: "rfc", algorithm: "JWS" as const, publicKey, ...always }];
    const payload = Buffer.from("Example of Ed25519 signing");
    expect(await signatureProblem(keys, { bytes: payload, signature, at })).toBeNull();
    expect(await signatureProblem(keys, { bytes, signature, at })).toMatch(/^BAD_SIGNATURE/);
  });
});

describe.each(algorithms)("%s", (algorithm) => {
  const [ours, theirs] = pair(algorithm);

  test("what one side signs the other believes", async () => {
    const signature = await signDetached(ours, bytes);
    expect(await signatureProblem([theirs], { bytes, signature, at })).toBeNull();
  });

  test.each<[string, (s: { keyId: string; value: string }) => object, RegExp]>([
    ["a value with one character changed", (s) => ({ ...s, value: flip(s.value) }), /^BAD_SIG/],
    ["a key that nobody named", (s) => ({ ...s, keyId: "other" }), /^UNKNOWN_KEY/],
    [
      "another algorithm than the key's",
      (s) => ({ ...s, algorithm: other(algorithm) }),
      /^BAD_SIG/,
    ],
    ["no value", (s) => ({ ...s, value: "" }), /^BAD_SIG/],
    ["no signature at all", () => ({}), /^BAD_SIG/],
  ])("%s is refused", async (_, change, reason) => {
    const signature = change(await signDetached(ours, bytes));
    expect(await signatureProblem([theirs], { bytes, signature, at })).toMatch(reason);
  });

  test("one byte changed in what was signed is refused", async () => {
    const signature = await signDetached(ours, bytes);
    const altered = Buffer.from(bytes.toString("utf8").replace("titles", "titlez"));
    expect(await signatureProblem([theirs], { bytes: altered, signature, at })).toMatch(/^BAD_SIG/);
  });

  test("a key is believed between its beginning and its end, and two may be valid at once", async () => {
    const signature = await signDetached(ours, bytes);
    const ended = { ...theirs, notAfter: "2026-11-27T04:59:59.999Z" };
    const early = { ...theirs, notBefore: "2026-11-27T05:00:00.001Z" };
    for (const key of [ended, early]) {
      expect(await signatureProblem([key], { bytes, signature, at })).toMatch(/^KEY_EXPIRED/);
    }
    const both = [{ ...theirs, id: "older" }, theirs];
    expect(await signatureProblem(both, { bytes, signature, at })).toBeNull();
  });
});

describe("SM2 as others get it wrong", () => {
  const { privateKey, publicKey } = standard;
  const signature = (value: string) => ({ keyId: "k", algorithm: "SM2-SM3", value });
  const keys = [{ id: "k", algorithm: "SM2-SM3" as const, publicKey, ...always }];
  const der = { hash: true, der: true } as const;
  test.each([
    ["an empty user id", sm2.doSignature(bytes, privateKey, { ...der, userId: "" })],
    [
      "another user id",
      sm2.doSignature(bytes, privateKey, { ...der, userId: "ALICE123@YAHOO.COM" }),
    ],
    ["no hash before", sm2.doSignature(bytes, privateKey, { der: true })],
    ["r and s side by side", sm2.doSignature(bytes, privateKey, { hash: true })],
    ["not hex", "30zz"],
  ])("%s is refused", async (_, value) => {
    expect(await signatureProblem(keys, { bytes, signature: signature(value), at })).toMatch(
      /^BAD_SIGNATURE/,
    );
  });
});

test("a JWS that names the algorithm none, or another, is refused", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const keys = [
    {
      id: "k",
      algorithm: "JWS" as const,
      publicKey: { ...publicKey.export({ format: "jwk" }) },
      ...always,
    },
  ];
  for (const alg of ["none", "HS256", "EdDSA"]) {
    const head = Buffer.from(JSON.stringify({ alg })).toString("base64url");
    const signed = Buffer.from(`${head}.${bytes.toString("base64url")}`);
    const value = `${head}..${sign(null, signed, privateKey).toString("base64url")}`;
    const problem = await signatureProblem(keys, {
      bytes,
      signature: { keyId: "k", algorithm: "JWS", value },
      at,
    });
    expect([alg, problem === null]).toEqual([alg, alg === "EdDSA"]);
  }
});

test("of the keys valid the one that began last signs, and none when all have ended", () => {
  const key = (id: string, notBefore: string | null, notAfter: string | null) => ({
    id,
    notBefore,
    notAfter,
  });
  const old = key("old", null, "2026-12-01T00:00:00.000Z");
  const fresh = key("fresh", "2026-11-20T00:00:00.000Z", null);
  const later = key("later", "2027-01-01T00:00:00.000Z", null);
  expect(currentKey([old, fresh, later], at)?.id).toBe("fresh");
  expect(currentKey([old, later], at)?.id).toBe("old");
  expect(currentKey([later], at)).toBeNull();
});

function flip(value: string): string {
  const place = value.length - 4;
  const next = value[place] === "a" ? "b" : "a";
  return value.slice(0, place) + next + value.slice(place + 1);
}

function other(algorithm: (typeof algorithms)[number]): string {
  return algorithm === "HMAC-SM3" ? "HMAC-SHA256" : "HMAC-SM3";
}
