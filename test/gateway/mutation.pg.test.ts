/** Writes through the graph: one call of an engine a field, its payload read as the caller, refusals inside the payload. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { AuditEvent } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { mutations } from "../../resolvers/mutations.ts";
import { createTestDatabase } from "../kit/database.ts";
import { memoryAudit } from "../kit/memory-audit.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const officer = principal("DISTRICT", ["370211"]);

beforeAll(() => seedDistrict(db.owner));
beforeEach(() =>
  db.owner.query("update enterprises set town_code = null where credit_code = $1", [codes.F]),
);

const assign = `mutation ($input: AssignTownInput!) { assignTown(input: $input) {
  ok error { code message requestId } enterprise { creditCode town { name } } } }`;
const input = (creditCode: string, townCode: string = towns.boli) => ({
  input: { creditCode, townCode, reason: "实地核实" },
});

test("an officer's assignment is done and read back through the graph", async () => {
  const { data, errors } = await graph.ask(officer, assign, input(codes.F));
  expect(errors).toEqual([]);
  expect(data.assignTown).toEqual({
    ok: true,
    error: null,
    enterprise: { creditCode: codes.F, town: { name: "泊里镇" } },
  });
  const town = await graph.ask(
    principal("TOWN", [towns.boli]),
    `{ enterprise(creditCode: "${codes.F}") { name } }`,
  );
  expect(town.data.enterprise).not.toBeNull();
});

describe("a refusal is told in the payload and changes nothing", () => {
  test.each([
    ["a town's specialist", principal("TOWN", [towns.yinzhu]), input(codes.A), "FORBIDDEN"],
    [
      "a town's officer",
      principal("TOWN", [towns.yinzhu], { role: "OFFICER" }),
      input(codes.A),
      "FORBIDDEN",
    ],
    ["a zone's officer", principal("ZONE", [zones.dongjiakou]), input(codes.A), "FORBIDDEN"],
    ["the city", principal("CITY", ["3702"]), input(codes.A), "FORBIDDEN"],
    [
      "a viewer of the district",
      principal("DISTRICT", ["370211"], { role: "VIEWER" }),
      input(codes.A),
      "FORBIDDEN",
    ],
    ["an unknown enterprise", officer, input(testCode(999)), "NOT_FOUND"],
    ["a code that is no town's", officer, input(codes.A, zones.ocean), "BAD_USER_INPUT"],
  ] as const)("%s", async (_name, caller, variables, code) => {
    const { data } = await graph.ask(caller, assign, variables);
    expect(data.assignTown).toMatchObject({
      ok: false,
      error: { code, requestId: "test" },
      enterprise: null,
    });
    const { rows } = await db.owner.query(
      "select town_code from enterprises where credit_code = $1",
      [codes.A],
    );
    expect(rows).toEqual([{ town_code: towns.yinzhu }]);
  });
});

test("fields are carried out one after another, and one refused leaves the others done", async () => {
  const { data } = await graph.ask(
    officer,
    `mutation { bad: assignTown(input: { creditCode: "${testCode(999)}", townCode: "${towns.boli}", reason: "x" }) { ok }
      first: assignTown(input: { creditCode: "${codes.F}", townCode: "${towns.boli}", reason: "x" }) { ok }
      second: assignTown(input: { creditCode: "${codes.F}", townCode: "${towns.huangdao}", reason: "x" }) { ok enterprise { town { code } } } }`,
  );
  expect(data).toEqual({
    bad: { ok: false },
    first: { ok: true },
    second: { ok: true, enterprise: { town: { code: towns.huangdao } } },
  });
});

test("a graph without engines reads and does not write", async () => {
  const { data } = await openGraph(db.gateway).ask(officer, assign, input(codes.F));
  expect(data.assignTown).toMatchObject({ ok: false, error: { code: "OPERATION_NOT_SUPPORTED" } });
});

describe("what an engine throws", () => {
  const broken = (error: Error) => {
    const fail = async () => {
      throw error;
    };
    return openGraph(db.gateway, {
      workerPool: db.worker,
      mutations: { ...mutations, assignTown: fail },
    });
  };

  test("is masked when it is unknown", async () => {
    const { data, text } = await broken(new Error("select * from secrets")).ask(
      officer,
      assign,
      input(codes.F),
    );
    expect(data.assignTown.error.code).toBe("INTERNAL_SERVER_ERROR");
    expect(text).not.toContain("secrets");
  });

  test("is told when it is expected", async () => {
    const { data } = await broken(new GoldseedError("BAD_USER_INPUT", "因为。 Because.")).ask(
      officer,
      assign,
      input(codes.F),
    );
    expect(data.assignTown.error).toMatchObject({
      code: "BAD_USER_INPUT",
      message: "因为。 Because.",
    });
  });
});

describe("the audit of a write", () => {
  test.each([
    ["done", officer, input(codes.F), "DONE"],
    ["failed", officer, input(testCode(999)), "FAILED"],
    ["refused", principal("TOWN", [towns.yinzhu]), input(codes.A), "REFUSED"],
  ] as const)(
    "holds the intent with its reason, and that it was %s",
    async (_name, caller, variables, outcome) => {
      const audit = memoryAudit();
      await openGraph(db.gateway, { workerPool: db.worker, audit }).ask(caller, assign, variables);
      const told = audit.events.filter(({ category }) => category === "WRITE");
      expect(told.map((event) => [event.action, event.outcome, event.actor])).toEqual([
        ["graph.assignTown", "INTENT", caller.subject],
        ["graph.assignTown", outcome, caller.subject],
      ]);
      expect(told[0]).toMatchObject({
        details: { reason: "实地核实" },
        creditCodes: [variables.input.creditCode],
      });
    },
  );

  test("cannot be left out: what cannot be written down is not done", async () => {
    const down = new GoldseedError("AUDIT_UNAVAILABLE", "审计不可写。 The audit is away.");
    const audit = { ...memoryAudit(), record: () => Promise.reject(down) };
    const answer = await openGraph(db.gateway, { workerPool: db.worker, audit }).ask(
      officer,
      assign,
      input(codes.F),
    );
    expect(answer.errors[0]?.extensions.code).toBe("AUDIT_UNAVAILABLE");
    const { rows } = await db.owner.query(
      "select town_code from enterprises where credit_code = $1",
      [codes.F],
    );
    expect(rows).toEqual([{ town_code: null }]);
  });
});

describe("what was carried out and cannot be shown", () => {
  const down = new GoldseedError("AUDIT_UNAVAILABLE", "审计不可写。 The audit is away.");
  /** Takes entries of writes alone. */
  const forgetful = {
    ...memoryAudit(),
    record: ({ category }: AuditEvent) =>
      category === "WRITE" ? Promise.resolve() : Promise.reject(down),
  };
  const townOfF = async () =>
    (
      await db.owner.query<{ town_code: string | null }>(
        "select town_code from enterprises where credit_code = $1",
        [codes.F],
      )
    ).rows[0]?.town_code;
  const sensitive = `mutation ($input: AssignTownInput!) {
    moved: assignTown(input: $input) { ok enterprise { creditCode financials { revenue } } } }`;

  test("is told to be done", async () => {
    const graph = openGraph(db.gateway, { workerPool: db.worker, audit: forgetful });
    const { status, data, errors } = await graph.ask(officer, sensitive, input(codes.F));
    expect([status, data, errors]).toMatchObject([
      500,
      undefined,
      [
        {
          message: expect.stringContaining("已执行"),
          extensions: {
            code: "DONE_NOT_SHOWN",
            details: { done: ["moved"], reason: "AUDIT_UNAVAILABLE" },
          },
        },
      ],
    ]);
    expect(await townOfF()).toBe(towns.boli);
  });

  test("is told to be done when a later field may not begin", async () => {
    let intents = 0;
    const audit = {
      ...memoryAudit(),
      record: () => (++intents > 1 ? Promise.reject(down) : Promise.resolve()),
    };
    const graph = openGraph(db.gateway, { workerPool: db.worker, audit });
    const { errors } = await graph.ask(
      officer,
      `mutation ($input: AssignTownInput!) { one: assignTown(input: $input) { ok } two: assignTown(input: $input) { ok } }`,
      input(codes.F),
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: "DONE_NOT_SHOWN",
      details: { done: ["one"] },
    });
  });

  test("is not claimed where the engine refused", async () => {
    let entries = 0;
    const audit = {
      ...memoryAudit(),
      record: () => (++entries > 1 ? Promise.reject(down) : Promise.resolve()),
    };
    const graph = openGraph(db.gateway, { workerPool: db.worker, audit });
    const { errors } = await graph.ask(
      officer,
      `mutation ($input: AssignTownInput!) { one: assignTown(input: $input) { ok } two: assignTown(input: $input) { ok } }`,
      input(testCode(999)),
    );
    expect(errors[0]?.extensions.code).toBe("AUDIT_UNAVAILABLE");
  });
});

test("names that JavaScript knows are names like any other", async () => {
  const { text } = await graph.ask(
    officer,
    `mutation ($gsNode0: Int, $input: AssignTownInput!) { __proto__: assignTown(input: $input) {
      constructor: ok __proto__: enterprise { __proto__: creditCode ipRights(first: $gsNode0) { edges { cursor } } } } }`,
    { ...input(codes.A, towns.yinzhu), gsNode0: 0 },
  );
  expect(text).toBe(
    `{"data":{"__proto__":{"constructor":true,"__proto__":{"__proto__":"${codes.A}","ipRights":{"edges":[]}}}}}`,
  );
});
