/** Rights given through the graph: by the district's officers alone, sensitive ones by two, and sight for a time. */
import { setTimeout as sleep } from "node:timers/promises";

import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { principalOf } from "../../domain/access/claims-principal.ts";
import { withGrants } from "../../domain/access/grants.ts";
import { accountRegister } from "../../gateway/auth/account-register.ts";
import { readAccountFacts } from "../../store/queries/read-account-facts.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { memoryAudit } from "../kit/memory-audit.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const audit = memoryAudit();
const graph = openGraph(db.gateway, { workerPool: db.worker, audit });
const officer = (subject: string) => principal("DISTRICT", ["370211"], { subject });
const as = {
  zhang: officer("zhang.san"),
  wang: officer("wang.wu"),
  li: officer("li.si"),
  boli: principal("TOWN", [towns.boli], { role: "OFFICER", subject: "officer-boli" }),
  yinzhu: principal("TOWN", [towns.yinzhu], { role: "OFFICER", subject: "officer-yinzhu" }),
  ocean: principal("ZONE", [zones.ocean], { role: "OFFICER", subject: "officer-ocean" }),
  viewer: principal("DISTRICT", ["370211"], { role: "VIEWER" }),
  auditor: principal("DISTRICT", ["370211"], { role: "AUDITOR" }),
  machine: principal("DISTRICT", ["370211"], { role: "MACHINE" }),
  city: principal("CITY", ["3702"], { role: "OFFICER" }),
} as const;
type Who = keyof typeof as;
const notOfficers = ["boli", "yinzhu", "ocean", "viewer", "machine", "city"] as const;

beforeAll(() => seedDistrict(db.owner));
beforeEach(async () => {
  await db.owner.query("truncate assignments, assignment_proposals, access_grants");
  audit.events.length = 0;
});

const write = async (who: Who, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const more = { grantSight: "grant { id state areaName }", revokeSight: "" }[name];
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ok error { code message } ${more ?? "proposal { id subject clearance proposedBy }"} } }`;
  return (await graph.ask(as[who], text, { input })).data[name];
};
const wish = {
  subject: "li.si",
  tier: "TOWN",
  areaCodes: [towns.boli],
  role: "SPECIALIST",
  clearance: "L3",
  reason: "接任泊里镇专员",
} as const;
const assigned = async () =>
  (await db.owner.query("select subject, clearance, area_codes from assignments")).rows;

describe("an assignment", () => {
  test("of internal data is in force at once", async () => {
    const done = await write("zhang", "setAssignment", { ...wish, clearance: "L2" });
    expect(done).toEqual({ ok: true, error: null, proposal: null });
    expect(await assigned()).toEqual([
      { subject: "li.si", clearance: "L2", area_codes: [towns.boli] },
    ]);
  });

  test.each(["L3", "L4"])(
    "of %s waits for another person, is confirmed once, and both stand in the audit",
    async (clearance) => {
      const { ok, proposal } = await write("zhang", "setAssignment", { ...wish, clearance });
      expect([ok, proposal.proposedBy, await assigned()]).toEqual([true, "zhang.san", []]);
      const decision = { id: proposal.id, confirm: true, reason: "核对任命文件" };
      for (const who of ["zhang", "li"] as const)
        expect(await write(who, "decideAssignment", decision)).toMatchObject({
          ok: false,
          error: { code: "FORBIDDEN" },
        });
      expect(await assigned()).toEqual([]);
      expect(await write("wang", "decideAssignment", decision)).toMatchObject({ ok: true });
      expect(await assigned()).toMatchObject([{ subject: "li.si", clearance }]);
      expect(await write("wang", "decideAssignment", decision)).toMatchObject({
        error: { code: "NOT_FOUND" },
      });
      const intents = audit.events.filter(({ outcome }) => outcome === "INTENT");
      expect(intents[0]).toMatchObject({
        actor: "zhang.san",
        action: "graph.setAssignment",
        details: { subject: "li.si", clearance, reason: wish.reason },
      });
      expect(intents.at(-2)).toMatchObject({ actor: "wang.wu", details: { id: proposal.id } });
    },
  );

  test("rejected, superseded or older than seven days can no longer be confirmed", async () => {
    const first = await write("zhang", "setAssignment", wish);
    const second = await write("zhang", "setAssignment", { ...wish, clearance: "L4" });
    const open = await graph.ask(as.wang, "{ assignmentProposals { id clearance } }");
    expect(open.data.assignmentProposals).toEqual([{ id: second.proposal.id, clearance: "L4" }]);
    const third = { id: second.proposal.id, confirm: false, reason: "撤回" };
    expect(await write("zhang", "decideAssignment", third)).toMatchObject({ ok: true });
    const old = await write("zhang", "setAssignment", wish);
    await db.owner.query(
      "update assignment_proposals set proposed_at = now() - interval '7 days 1 second' where decision is null",
    );
    for (const { proposal } of [first, second, old]) {
      const decision = { id: proposal.id, confirm: true, reason: "核对任命文件" };
      expect(await write("wang", "decideAssignment", decision)).toMatchObject({
        ok: false,
        error: { code: "NOT_FOUND" },
      });
    }
    expect(await assigned()).toEqual([]);
  });

  test("that is taken away at this moment is not given back without another person", async () => {
    await write("wang", "decideAssignment", {
      id: (await write("zhang", "setAssignment", wish)).proposal.id,
      confirm: true,
      reason: "核对任命文件",
    });
    const taking = await db.owner.connect();
    await taking.query("begin");
    await taking.query("update assignments set disabled_at = now()");
    // What li.si has already needs nobody, as far as can be seen from outside.
    const again = write("zhang", "setAssignment", wish);
    await Promise.race([again, sleep(300)]);
    await taking.query("commit");
    taking.release();
    expect((await again).proposal).toMatchObject({ subject: "li.si" });
    const { rows } = await db.owner.query(
      "select disabled_at is null as in_force from assignments",
    );
    expect(rows).toEqual([{ in_force: false }]);
  });

  test("the database itself refuses that one person confirms", async () => {
    const { proposal } = await write("zhang", "setAssignment", wish);
    const alone = db.owner.query(
      "update assignment_proposals set decision = 'CONFIRMED', decided_by = 'zhang.san' where id = $1",
      [proposal.id],
    );
    await expect(alone).rejects.toThrow(/two_persons/u);
  });

  test.each<readonly [string, Who, object, string]>([
    ["for oneself", "li", {}, "FORBIDDEN"],
    ["for an area of another tier", "zhang", { areaCodes: [zones.ocean] }, "BAD_USER_INPUT"],
    ["for no area", "zhang", { areaCodes: [] }, "BAD_USER_INPUT"],
    ["for a subject that is no name", "zhang", { subject: "; drop" }, "BAD_USER_INPUT"],
    ["without a reason", "zhang", { reason: " " }, "BAD_USER_INPUT"],
    ...notOfficers.map((who) => [`by ${who}`, who, {}, "FORBIDDEN"] as const),
    ...notOfficers.map(
      (who) => [`of L2 by ${who}`, who, { clearance: "L2" }, "FORBIDDEN"] as const,
    ),
  ])("%s is refused and changes nothing", async (_title, who, more, code) => {
    expect(await write(who, "setAssignment", { ...wish, ...more })).toMatchObject({
      ok: false,
      error: { code },
      proposal: null,
    });
    expect(await assigned()).toEqual([]);
    expect((await db.owner.query("select from assignment_proposals")).rowCount).toBe(0);
  });

  test.each(notOfficers)("%s neither sees nor decides a proposal", async (who) => {
    const { proposal } = await write("zhang", "setAssignment", wish);
    const decision = { id: proposal.id, confirm: true, reason: "核对任命文件" };
    expect(await write(who, "decideAssignment", decision)).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
    const { data } = await graph.ask(as[who], "{ assignmentProposals { id } }");
    expect(data?.assignmentProposals ?? null).toBeNull();
    expect(await assigned()).toEqual([]);
  });
});

describe("sight of another town", () => {
  const sight = {
    subject: as.boli.subject,
    areaCode: towns.yinzhu,
    reason: "重点项目联合走访",
    hours: 12,
  };
  const seen = async () => {
    const register = accountRegister({ load: () => readAccountFacts(db.gateway) });
    const { grants } = await register.read();
    const who = withGrants(as.boli, grants.get(as.boli.subject) ?? [], Date.now() / 1_000);
    const { data } = await graph.ask(who, `{ enterprise(creditCode: "${codes.A}") { name } }`);
    return data.enterprise !== null;
  };

  test("is granted with a reason and an end, shows the town, and is over when revoked", async () => {
    expect(await seen()).toBe(false);
    const { grant } = await write("zhang", "grantSight", sight);
    expect(grant).toMatchObject({ state: "IN_FORCE", areaName: expect.stringMatching(/./u) });
    expect(await seen()).toBe(true);
    const listed = await graph.ask(as.wang, "{ accessGrants { id grantedBy reason validTo } }");
    expect(listed.data.accessGrants).toMatchObject([
      { id: grant.id, grantedBy: "zhang.san", reason: sight.reason },
    ]);
    const end = { id: grant.id, reason: "走访结束" };
    expect(await write("wang", "revokeSight", end)).toMatchObject({ ok: true });
    expect(await seen()).toBe(false);
    expect(await write("wang", "revokeSight", end)).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(audit.events[0]).toMatchObject({
      action: "graph.grantSight",
      actor: "zhang.san",
      details: sight,
    });
  });

  test.each<readonly [string, Who, object, string]>([
    ["for oneself", "zhang", { subject: "zhang.san" }, "FORBIDDEN"],
    ["without a reason", "zhang", { reason: "" }, "BAD_USER_INPUT"],
    ["for longer than the policy allows", "zhang", { hours: 24 * 91 }, "BAD_USER_INPUT"],
    ["for no time", "zhang", { hours: 0 }, "BAD_USER_INPUT"],
    ["of the district", "zhang", { areaCode: "370211" }, "BAD_USER_INPUT"],
    ...notOfficers.map((who) => [`by ${who}`, who, {}, "FORBIDDEN"] as const),
  ])("%s is refused and grants nothing", async (_title, who, more, code) => {
    expect(await write(who, "grantSight", { ...sight, ...more })).toMatchObject({
      ok: false,
      error: { code },
      grant: null,
    });
    expect((await db.owner.query("select from access_grants")).rowCount).toBe(0);
  });

  test.each(notOfficers)("%s neither sees nor revokes a grant, its own neither", async (who) => {
    const { grant } = await write("zhang", "grantSight", { ...sight, subject: as[who].subject });
    expect(await write(who, "revokeSight", { id: grant.id, reason: "不需要" })).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
    const { data } = await graph.ask(as[who], "{ accessGrants { id } }");
    expect(data?.accessGrants ?? null).toBeNull();
    expect(
      (await db.owner.query("select from access_grants where revoked_at is null")).rowCount,
    ).toBe(1);
  });
});

test("an auditor writes and sees none of it", async () => {
  const text = `mutation ($input: SetAssignmentInput!) { setAssignment(input: $input) { ok } }`;
  const answer = await graph.ask(as.auditor, text, { input: { ...wish, clearance: "L2" } });
  expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([403, "FORBIDDEN_FIELD"]);
  expect(await assigned()).toEqual([]);
  const { data } = await graph.ask(
    as.auditor,
    "{ accessGrants { id } assignmentProposals { id } }",
  );
  expect(data).toEqual({ accessGrants: null, assignmentProposals: null });
});

test("an assignment made by two persons lets its subject in with it", async () => {
  const { proposal } = await write("zhang", "setAssignment", wish);
  await write("wang", "decideAssignment", {
    id: proposal.id,
    confirm: true,
    reason: "核对任命文件",
  });
  const register = accountRegister({ load: () => readAccountFacts(db.gateway) });
  const { areas, assignments } = await register.read();
  const claims = {
    subject: "li.si",
    actor: null,
    tier: null,
    areaCodes: null,
    role: null,
    clearance: null,
    purpose: null,
    tokenId: null,
    issuedAtS: 0,
    expiresAtS: 0,
  };
  const entered = principalOf(claims, {
    areas,
    assignment: assignments.get("li.si") ?? null,
    requireAssignment: true,
    clearances: new Map(),
  });
  expect(entered).toMatchObject({ tier: "TOWN", areaCodes: [towns.boli], clearance: "L3" });
});
