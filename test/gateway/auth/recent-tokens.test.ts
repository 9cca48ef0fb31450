/** Whole tokens are kept for seconds and then gone, whether anybody asks again or not. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { TokenClaims } from "../../../domain/access/claims.ts";
import { RecentTokens } from "../../../gateway/auth/recent-tokens.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const proven = { claims: { subject: "li.si" } as TokenClaims, holds: () => true };

test("a token is known for ten seconds and forgotten after twenty", () => {
  const recent = new RecentTokens();
  recent.set("Bearer a", proven);
  vi.advanceTimersByTime(9_999);
  expect(recent.get("Bearer a")).toBe(proven);
  vi.advanceTimersByTime(10_001);
  expect(recent.get("Bearer a")).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test("many tokens at once push out the eldest", () => {
  const recent = new RecentTokens();
  for (let n = 0; n <= 4_000; n++) recent.set(`Bearer ${n}`, proven);
  expect(recent.get("Bearer 0")).toBeUndefined();
  expect(recent.get("Bearer 4000")).toBe(proven);
});
