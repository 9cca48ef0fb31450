/** Addresses that may be told, signatures of the standard, and the pauses between attempts. */
import { describe, expect, test } from "vitest";

import { addressRule } from "../../../cultivation/webhooks/allowed-address.ts";
import { openSender } from "../../../cultivation/webhooks/send-message.ts";
import { signature, webhookSecret } from "../../../cultivation/webhooks/webhook-secret.ts";
import { pauseAfter } from "../../../domain/alerts/webhook.ts";

describe("an address is told when it is public, or of a network that was allowed", () => {
  const none = addressRule([]);
  const some = addressRule(["10.20.0.0/16", "fd00:1::/32"]);
  test.each([
    ["8.8.8.8", true, true],
    ["2400:3200::1", true, true],
    ["::ffff:8.8.8.8", true, true],
    ["10.20.3.4", false, true],
    ["::ffff:10.20.3.4", false, true],
    ["fd00:1::5", false, true],
    ["10.21.0.1", false, false],
    ["fd00:2::5", false, false],
    ["127.0.0.1", false, false],
    ["127.8.8.8", false, false],
    ["0.0.0.0", false, false],
    ["169.254.169.254", false, false],
    ["100.64.0.1", false, false],
    ["172.16.0.1", false, false],
    ["172.31.255.255", false, false],
    ["172.32.0.1", true, true],
    ["192.168.1.1", false, false],
    ["198.18.0.1", false, false],
    ["224.0.0.1", false, false],
    ["255.255.255.255", false, false],
    ["::1", false, false],
    ["::", false, false],
    ["::ffff:127.0.0.1", false, false],
    ["::ffff:7f00:1", false, false],
    ["64:ff9b::7f00:1", false, false],
    ["2002:7f00:1::", false, false],
    ["2001:0:7f00:1::", false, false],
    ["2001:db8::1", false, false],
    ["fe80::1", false, false],
    ["ff02::1", false, false],
    ["no address", false, false],
  ])("%s: %s, with networks %s", (address, alone, allowed) => {
    expect([none(address), some(address)]).toEqual([alone, allowed]);
  });
});

test.each([
  "http://127.0.0.1:9/",
  "http://[::1]:9/",
  "http://[::ffff:127.0.0.1]:9/",
  "http://localhost:9/",
  "http://2130706433:9/",
  "http://0x7f.1:9/",
])("nothing is sent to %s, however it is written", async (url) => {
  const sender = openSender({ allowed: addressRule([]), timeoutMs: 2_000 });
  const sent = await sender.send({ url, headers: {}, body: "{}" });
  expect(sent.status).toBeNull();
  expect(sent.error).toContain("WEBHOOK_NETWORKS");
  sender.close();
});

test("the signature is that of the standard's own example", () => {
  const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330 };
  expect(signature(secret, { ...message, body: '{"test": 2432232314}' })).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

test("secrets differ by webhook, generation and server", () => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const secrets = keys.flatMap((key) =>
    ["a", "b"].flatMap((id) => [1, 2].map((generation) => webhookSecret(key, { id, generation }))),
  );
  expect(new Set(secrets).size).toBe(8);
  expect(secrets[0]).toMatch(/^whsec_[\w+/]{43}=$/);
});

test("pauses grow from seconds to a day, ten attempts in all, and a receiver may ask for more", () => {
  const pauses = Array.from({ length: 10 }, (_, index) => pauseAfter(index + 1, 0.5));
  expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
  expect([pauseAfter(2, 0), pauseAfter(2, 1)].map((s) => Math.round(s ?? 0))).toEqual([240, 360]);
  expect([pauseAfter(1, 0, 60), pauseAfter(1, 0, 9_999_999), pauseAfter(10, 0, 60)]).toEqual([
    60,
    86_400,
    null,
  ]);
});
