/** What is known of accounts is never older than a minute, costs no request a round trip, and fails closed. */
import { expect, test } from "vitest";

import { accountRegister } from "../../../gateway/auth/account-register.ts";
import { noAccounts } from "../../kit/tokens.ts";

function register() {
  const state = { nowMs: 0, loads: 0, fails: false, errors: 0, subject: "first" };
  const load = async () => {
    state.loads += 1;
    const assignment = {
      subject: state.subject,
      tier: "TOWN",
      areaCodes: [],
      role: "VIEWER",
      clearance: "L1",
      disabled: false,
    } as const;
    await Promise.resolve();
    if (state.fails) throw new Error("down");
    return { ...noAccounts, assignments: [assignment] };
  };
  const accounts = accountRegister({
    load,
    clock: () => state.nowMs,
    onError: () => (state.errors += 1),
  });
  const subjects = async () => [...(await accounts.read()).assignments.keys()];
  return { state, accounts, subjects };
}
const settle = () => new Promise((done) => setImmediate(done));

test("the first reading loads once, whoever asks at the same time", async () => {
  const { state, subjects } = register();
  expect(await Promise.all([subjects(), subjects(), subjects()])).toEqual([
    ["first"],
    ["first"],
    ["first"],
  ]);
  expect(state.loads).toBe(1);
});

test("up to 20 seconds nothing is read; then in the background", async () => {
  const { state, subjects } = register();
  await subjects();
  state.subject = "second";
  state.nowMs = 20_000;
  expect(await subjects()).toEqual(["first"]);
  expect(state.loads).toBe(1);
  state.nowMs = 20_001;
  expect(await subjects()).toEqual(["first"]);
  await settle();
  expect(await subjects()).toEqual(["second"]);
  expect(state.loads).toBe(2);
});

test("after more than 60 seconds a request waits for the new word", async () => {
  const { state, subjects } = register();
  await subjects();
  state.subject = "second";
  state.nowMs = 60_001;
  expect(await subjects()).toEqual(["second"]);
});

test("whoever is not in it is looked for once more, once a second at most", async () => {
  const { state, accounts, subjects } = register();
  const again = async () => [...(await accounts.readAgain()).assignments.keys()];
  await subjects();
  state.subject = "second";
  state.nowMs = 999;
  expect(await again()).toEqual(["first"]);
  expect(state.loads).toBe(1);
  state.nowMs = 1_000;
  expect(await Promise.all([again(), again()])).toEqual([["second"], ["second"]]);
  expect(await again()).toEqual(["second"]);
  expect(state.loads).toBe(2);
});

test("looking once more in vain lets nobody in who was not in, and keeps nobody out who was", async () => {
  const { state, accounts } = register();
  await accounts.read();
  state.fails = true;
  state.nowMs = 1_000;
  expect([...(await accounts.readAgain()).assignments.keys()]).toEqual(["first"]);
  state.nowMs = 61_001;
  await expect(accounts.readAgain()).rejects.toMatchObject({ code: "DB_UNAVAILABLE" });
});

test("a database that is away is bridged for 60 seconds and then closes the door", async () => {
  const { state, subjects } = register();
  await subjects();
  state.fails = true;
  state.nowMs = 60_000;
  expect(await subjects()).toEqual(["first"]);
  await settle();
  state.nowMs = 61_001;
  await expect(subjects()).rejects.toMatchObject({ code: "DB_UNAVAILABLE" });
  state.fails = false;
  state.nowMs = 62_100;
  expect(await subjects()).toEqual(["first"]);
});

test("it is asked once a second at most while it is away", async () => {
  const { state, subjects } = register();
  state.fails = true;
  for (let index = 0; index < 100; index++) await subjects().catch(() => undefined);
  expect(state.loads).toBe(1);
  expect(state.errors).toBe(1);
  state.nowMs = 1_000;
  for (let index = 0; index < 100; index++) await subjects().catch(() => undefined);
  expect(state.loads).toBe(2);
});

test("refresh reads at once", async () => {
  const { state, accounts, subjects } = register();
  await subjects();
  state.subject = "second";
  await accounts.refresh();
  expect(await subjects()).toEqual(["second"]);
});
