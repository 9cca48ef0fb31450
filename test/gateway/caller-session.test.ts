/** A stream on which nothing happens ends too when its caller's rights do: looked at every ten seconds. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { accountRegister } from "../../gateway/auth/account-register.ts";
import { createAuthenticator } from "../../gateway/auth/authenticator.ts";
import { openCallerSession } from "../../gateway/subscriptions/caller-session.ts";
import type { AccountFacts } from "../../store/queries/read-account-facts.ts";
import { audience, fixedKeys, goodToken, issuerName, noAccounts } from "../kit/tokens.ts";

const startS = Math.floor(Date.now() / 1_000);
const assignment = {
  subject: "li.si",
  tier: "TOWN",
  areaCodes: ["370211010"],
  role: "SPECIALIST",
  clearance: "L3",
  disabled: false,
} as const;
const token = goodToken("EdDSA", {
  sub: "li.si",
  iat: startS - 60,
  exp: startS + 300,
  tier: undefined,
  areas: undefined,
  role: undefined,
  clearance: undefined,
});

let facts: AccountFacts;
beforeEach(() => {
  facts = { ...noAccounts, assignments: [assignment] };
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date", "performance"] });
});
afterEach(() => void vi.useRealTimers());

async function openSession(load = () => Promise.resolve(facts)) {
  const authenticator = createAuthenticator({
    issuers: [{ name: issuerName, audience, keys: await fixedKeys() }],
    accounts: accountRegister({ load }),
    clearances: new Map(),
    requireAssignment: true,
    clockSkewS: 0,
  });
  const rules = { authenticator, fetchCityRecords: null, requestTimeoutMs: 1_000 };
  const session = openCallerSession(`Bearer ${token}`, rules);
  const { signal } = await session.contextNow();
  return { session, signal };
}

/** @returns seconds until the stream ended; null when it had not after `mostS`. */
async function endedAfter(
  signal: { readonly aborted: boolean },
  mostS: number,
): Promise<number | null> {
  for (let second = 1; second <= mostS; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    // Verifying a token leaves the timers' thread.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) return second;
  }
  return null;
}

test.each<readonly [string, () => AccountFacts]>([
  [
    "the account is disabled",
    () => ({ ...facts, assignments: [{ ...assignment, disabled: true }] }),
  ],
  ["the assignment is gone", () => ({ ...facts, assignments: [] })],
  [
    "its tokens are withdrawn",
    () => ({ ...facts, revocations: [{ kind: "SUBJECT", value: "li.si", beforeS: startS + 1 }] }),
  ],
])("when %s, it ends within sixty seconds", async (_title, change) => {
  const { signal } = await openSession();
  expect(await endedAfter(signal, 25)).toBeNull();
  facts = change();
  const seconds = await endedAfter(signal, 60);
  expect([seconds !== null, (signal.reason as { code?: string }).code]).toEqual([
    true,
    "UNAUTHENTICATED",
  ]);
});

test("it ends with its token, ten seconds later at most", async () => {
  const { signal } = await openSession();
  expect(await endedAfter(signal, 295)).toBeNull();
  expect(await endedAfter(signal, 15)).not.toBeNull();
});

test("a database that is away for a moment ends nothing that was allowed", async () => {
  let isAway = false;
  const { session, signal } = await openSession(() =>
    isAway ? Promise.reject(new Error("away")) : Promise.resolve(facts),
  );
  isAway = true;
  expect(await endedAfter(signal, 120)).toBeNull();
  session.end();
  expect(signal.aborted).toBe(true);
});
