/** Titles that enterprises claim, entered by those of its area and compared at once; nobody of another town may. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { assessDirty } from "../../cultivation/assess-enterprises.ts";
import { currentCriteria } from "../../cultivation/current-criteria.ts";
import { verifyTitles } from "../../cultivation/verify-titles.ts";
import { judgeAlone } from "../../store/queries/judging-lock.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const as = {
  yinzhu: principal("TOWN", [towns.yinzhu], { role: "SPECIALIST" }),
  yinzhuViewer: principal("TOWN", [towns.yinzhu], { role: "VIEWER" }),
  boli: principal("TOWN", [towns.boli], { role: "OFFICER" }),
  ocean: principal("ZONE", [zones.ocean], { role: "OFFICER" }),
  dongjiakou: principal("ZONE", [zones.dongjiakou], { role: "SPECIALIST" }),
  officer: principal("DISTRICT", ["370211"], { role: "OFFICER" }),
  city: principal("CITY", ["3702"], { role: "OFFICER" }),
};
const told = `ok error { code message } enterprise { titleClaims { kind claimedOn source statement } verifications { kind outcome claimed registered } }`;
const claim = `mutation ($input: ClaimTitleInput!) { claimTitle(input: $input) { ${told} } }`;
const withdraw = `mutation ($input: WithdrawTitleClaimInput!) { withdrawTitleClaim(input: $input) { ${told} } }`;
const input = {
  creditCode: codes.A,
  kind: "UNICORN",
  claimedOn: "2026-03-02",
  source: "公司网站首页",
  statement: "我们是山东省独角兽企业",
};
const stored = async () => (await db.owner.query("select kind from title_claims")).rows;

beforeAll(async () => {
  await seedDistrict(db.owner);
});
beforeEach(async () => {
  await db.owner.query("delete from title_claims");
});

describe("who may enter a claim of an enterprise of 隐珠街道 and 董家口", () => {
  test.each(["yinzhu", "dongjiakou", "officer"] as const)("%s may", async (who) => {
    const { data } = await graph.ask(as[who], claim, { input });
    const { creditCode: _code, ...evidence } = input;
    expect(data.claimTitle).toMatchObject({
      ok: true,
      enterprise: { titleClaims: [evidence] },
    });
  });

  test.each([
    ["boli", "NOT_FOUND"],
    ["ocean", "NOT_FOUND"],
    ["yinzhuViewer", "FORBIDDEN"],
    ["city", "FORBIDDEN"],
  ] as const)("%s may not enter one nor take one back: %s", async (who, code) => {
    const entered = await graph.ask(as[who], claim, { input });
    expect(entered.data.claimTitle).toMatchObject({
      ok: false,
      error: { code },
      enterprise: null,
    });
    expect(await stored()).toEqual([]);
    await graph.ask(as.yinzhu, claim, { input });
    const back = await graph.ask(as[who], withdraw, {
      input: { creditCode: codes.A, kind: "UNICORN", reason: "x" },
    });
    expect(back.data.withdrawTitleClaim).toMatchObject({ ok: false, error: { code } });
    expect(await stored()).toEqual([{ kind: "UNICORN" }]);
  });
});

test("a judgement that had read the claims before one was entered does not have the last word", async () => {
  await db.owner.query("delete from dirty_keys");
  await graph.ask(as.yinzhu, claim, { input });
  const verified = async () =>
    (
      await db.owner.query(
        "select claimed from title_verifications where credit_code = $1 and kind = $2",
        [codes.A, input.kind],
      )
    ).rows;
  // What such a judgement writes after the claim: nothing is claimed, registered or met, and so there is no row.
  await db.owner.query("delete from title_verifications");
  await assessDirty(db.worker);
  expect(await verified()).toEqual([{ claimed: "TRUE" }]);
});

test("a claim does not wait for a judgement of all, and is compared after it", async () => {
  await db.owner.query("delete from title_verifications");
  await db.owner.query(
    `insert into title_claims (credit_code, town_code, zone_code, kind, claimed_on, source, statement)
     select credit_code, town_code, zone_code, 'UNICORN', '2026-01-01', 's', 's' from enterprises where credit_code = $1`,
    [codes.A],
  );
  const claimSource = async () =>
    (
      await db.owner.query(
        `select details ->> 'claimSource' as source from title_verifications where credit_code = $1 and kind = 'UNICORN'`,
        [codes.A],
      )
    ).rows;
  const criteria = await currentCriteria();
  await inTransaction(db.worker, async (client) => {
    await judgeAlone(client);
    // What a judgement of all has written, and holds until its end.
    await verifyTitles(client, { criteria, asOf: "2026-11-23", codes: null });
    const { data } = await graph.ask(as.yinzhu, claim, { input });
    expect(data.claimTitle).toMatchObject({ ok: true });
    expect(await claimSource()).toEqual([]);
  });
  expect(await claimSource()).toEqual([{ source: "s" }]);
  await assessDirty(db.worker);
  expect(await claimSource()).toEqual([{ source: input.source }]);
});

test("a claim without a registered title is told as such, put right by a second, and gone when taken back", async () => {
  const first = await graph.ask(as.yinzhu, claim, { input });
  expect(first.data.claimTitle.enterprise.verifications).toContainEqual({
    kind: "UNICORN",
    outcome: "CLAIMED_NOT_REGISTERED",
    claimed: "TRUE",
    registered: "FALSE",
  });
  const second = await graph.ask(as.officer, claim, { input: { ...input, source: "宣传册" } });
  expect(second.data.claimTitle.enterprise.titleClaims).toMatchObject([{ source: "宣传册" }]);
  const back = await graph.ask(as.officer, withdraw, {
    input: { creditCode: codes.A, kind: "UNICORN", reason: "误登" },
  });
  expect(back.data.withdrawTitleClaim).toMatchObject({ ok: true, enterprise: { titleClaims: [] } });
  const kinds = back.data.withdrawTitleClaim.enterprise.verifications.map(
    (one: { kind: string }) => one.kind,
  );
  expect(kinds).not.toContain("UNICORN");
  const none = await graph.ask(as.officer, withdraw, {
    input: { creditCode: codes.A, kind: "UNICORN", reason: "误登" },
  });
  expect(none.data.withdrawTitleClaim).toMatchObject({ ok: false, error: { code: "NOT_FOUND" } });
});

test("a claim of a registered title is not among the unregistered", async () => {
  await db.owner.query(
    `insert into titles (credit_code, town_code, zone_code, kind, batch, level, status, origin)
     select credit_code, town_code, zone_code, 'EAGLET', '2025-1', 'MUNICIPAL', 'VALID', 'CITY' from enterprises where credit_code = $1`,
    [codes.D],
  );
  const { data } = await graph.ask(as.officer, claim, {
    input: { ...input, creditCode: codes.D, kind: "EAGLET" },
  });
  const [outcome] = data.claimTitle.enterprise.verifications.filter(
    (one: { kind: string }) => one.kind === "EAGLET",
  );
  expect(outcome).toMatchObject({ claimed: "TRUE", registered: "TRUE" });
  expect(outcome.outcome).not.toBe("CLAIMED_NOT_REGISTERED");
});

test("every problem of a claim is told at once", async () => {
  const { data } = await graph.ask(as.yinzhu, claim, {
    input: { ...input, claimedOn: "2999-01-01", source: " ", statement: "字".repeat(4_001) },
  });
  expect(data.claimTitle.error.code).toBe("BAD_USER_INPUT");
  for (const word of ["2999-01-01", "source", "4001"])
    expect(data.claimTitle.error.message).toContain(word);
  expect(await stored()).toEqual([]);
});
