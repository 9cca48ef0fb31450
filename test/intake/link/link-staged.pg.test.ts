import { beforeEach, describe, expect, test } from "vitest";

import { normaliseCompanyName } from "../../../domain/enterprise/company-name.ts";
import type { Mention } from "../../../domain/linking/mention.ts";
import { decideLink, undoLink } from "../../../intake/link/decide-link.ts";
import { groupKeyOf } from "../../../intake/link/group-key.ts";
import { linkStagedChunk } from "../../../intake/link/link-staged.ts";
import { relinkOpen } from "../../../intake/link/relink-open.ts";
import { openStoreLinker } from "../../../intake/link/store-linker.ts";
import { listReviewGroups } from "../../../store/linking/link-reviews.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { makeRegistry } from "../../kit/registry-names.ts";

const database = await createTestDatabase();
const { owner, worker } = database;
const register = makeRegistry(400, 3);
const nameOf = (i: number): string => register[i]!.names[0]!.name;
const codeOf = (i: number): string => register[i]!.creditCode;
const runId = "7";
const sourceId = "patents";

async function addEnterprise(creditCode: string, name: string, address: string): Promise<void> {
  await owner.query(
    `insert into enterprises (credit_code, name, kind, status, address, source_id, record_key, link_method, link_confidence, content_digest)
    values ($1, $2, 'COMPANY', 'ACTIVE', $3, 'registry', $1, 'REGISTRY', 1, '')`,
    [creditCode, name, address],
  );
}

beforeEach(async () => {
  await owner.query(
    "truncate enterprises, enterprise_names, enterprise_aliases, staged_records, link_reviews, link_decisions",
  );
  for (const { creditCode, names, address } of register) {
    await addEnterprise(creditCode, names[0]!.name, address);
  }
});

const mention = (name: string, code = ""): Mention => ({ name, code, address: "", place: "" });

async function stage(mentions: readonly Mention[], from = 1): Promise<void> {
  for (const [i, one] of mentions.entries()) {
    await owner.query(
      "insert into staged_records (import_run_id, line, raw, parsed, record_key) values ($1, $2, $3, $4, $5)",
      [runId, from + i, { 专利权人: one.name }, { mention: one, title: `件${i}` }, `K${from + i}`],
    );
  }
}

const linkAll = async (size = 1000) => {
  const linker = await openStoreLinker(worker);
  return inTransaction(worker, (client) =>
    linkStagedChunk(client, { runId, sourceId, size, afterLine: 0, dryRun: false }, linker),
  );
};

const staged = async () =>
  (
    await owner.query<{
      line: number;
      code: string | null;
      method: string | null;
      outcome: string | null;
    }>(
      "select line, credit_code as code, link_method as method, outcome from staged_records order by line",
    )
  ).rows;

const unknown = "济南鹏图文化传播有限公司";

describe("linkStagedChunk", () => {
  test("rows find their enterprise, wait, or wait without a candidate; the figures sum", async () => {
    await stage([
      mention(nameOf(0), codeOf(0)),
      mention(nameOf(1)),
      mention(`${nameOf(2)}招待所`),
      mention(unknown),
      mention(nameOf(3), codeOf(4)),
    ]);
    const figures = await linkAll();
    expect(figures).toMatchObject({
      rows: 5,
      linked: { CREDIT_CODE: 1, NAME: 1 },
      review: 2,
      unlinked: 1,
    });
    expect(await staged()).toEqual([
      { line: 1, code: codeOf(0), method: "CREDIT_CODE", outcome: null },
      { line: 2, code: codeOf(1), method: "NAME", outcome: null },
      { line: 3, code: null, method: null, outcome: "REVIEW" },
      { line: 4, code: null, method: null, outcome: "REVIEW" },
      { line: 5, code: null, method: null, outcome: "REVIEW" },
    ]);
  });

  test("a second run over the same rows finds nothing to do", async () => {
    await stage([mention(nameOf(0), codeOf(0)), mention(unknown)]);
    await linkAll();
    expect(await linkAll()).toMatchObject({ rows: 0, linked: {}, review: 0, unlinked: 0 });
  });

  test("chunks take the rows in turn", async () => {
    await stage(register.slice(0, 7).map(({ names }) => mention(names[0]!.name)));
    expect([(await linkAll(4)).rows, (await linkAll(4)).rows, (await linkAll(4)).rows]).toEqual([
      4, 3, 0,
    ]);
  });

  test("a transaction that breaks leaves the rows unlinked and opens no review", async () => {
    await stage([mention(nameOf(0)), mention(unknown)]);
    const linker = await openStoreLinker(worker);
    const broken = inTransaction(worker, async (client) => {
      await linkStagedChunk(
        client,
        { runId, sourceId, size: 10, afterLine: 0, dryRun: false },
        linker,
      );
      throw new Error("killed");
    });
    await expect(broken).rejects.toThrow("killed");
    expect((await staged()).every(({ code, outcome }) => code === null && outcome === null)).toBe(
      true,
    );
    expect(await listReviewGroups(worker, { limit: 10 })).toEqual([]);
  });

  test("evidence is kept with the row, where the merge finds it", async () => {
    await owner.query("truncate staged_records");
    await stage([mention(nameOf(1))]);
    await linkAll();
    const { rows } = await owner.query<{ evidence: string[] }>(
      "select parsed -> 'evidence' as evidence from staged_records",
    );
    expect(rows[0]?.evidence.join()).toContain("名称主体一致");
  });
});

describe("the register of the store", () => {
  test("former names and corrected codes lead to the enterprise", async () => {
    await owner.query(
      `insert into enterprise_names (credit_code, name, normal_name, valid_from, valid_to, source_id)
      values ($1, '青岛远帆蔚船务有限公司', $2, '2001-01-01', '2015-01-01', 'registry')`,
      [codeOf(5), normaliseCompanyName("青岛远帆蔚船务有限公司")],
    );
    await owner.query(
      `insert into enterprise_aliases (credit_code, kind, alias) values ($1, 'CREDIT_CODE', '91370200713735859Y'),
        ($1, 'REGISTRATION_NUMBER', '370284228012344')`,
      [codeOf(6)],
    );
    const linker = await openStoreLinker(worker);
    expect(linker.link(mention("青岛远帆蔚船务有限公司"))).toMatchObject({
      decision: "LINK",
      method: "FORMER_NAME",
      candidates: [{ id: codeOf(5), former: true }],
    });
    expect(linker.link(mention(nameOf(6), "91370200713735859Y"))).toMatchObject({
      decision: "LINK",
      method: "CREDIT_CODE",
    });
    expect(linker.link(mention(nameOf(6), "370284228012344"))).toMatchObject({
      decision: "LINK",
      method: "REGISTRATION_NUMBER",
    });
  });

  test("a linker knows when the register has changed", async () => {
    const linker = await openStoreLinker(worker);
    expect(linker.entities).toBe(register.length);
    expect(await linker.isCurrent()).toBe(true);
    await addEnterprise("91370200713735859Y", unknown, "");
    expect(await linker.isCurrent()).toBe(false);
  });
});

describe("the review queue", () => {
  test("records that look alike are one group, the larger group first", async () => {
    await stage([
      mention(`${nameOf(2)}招待所`),
      mention(unknown),
      mention(` ${unknown}。`),
      mention(`${nameOf(2)}招待所`),
      mention(`${nameOf(2)}招待所`),
    ]);
    await linkAll();
    const groups = await listReviewGroups(worker, { limit: 10 });
    expect(groups.map(({ records, candidates }) => [records, candidates.length > 0])).toEqual([
      [3, true],
      [2, false],
    ]);
    expect(groups[0]?.candidates[0]).toMatchObject({
      creditCode: codeOf(2),
      stops: expect.arrayContaining(["SUFFIX"]),
    });
    expect(groups[0]?.note).toContain("SUFFIX");
  });

  test("an answer settles the whole group, gives its records back and is remembered", async () => {
    await stage([mention(unknown), mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    const { settled } = await decideLink({
      pool: worker,
      groupKey,
      decision: "LINK",
      creditCode: codeOf(9),
      decidedBy: "officer",
    });
    expect(settled.flatMap(({ record }) => record.rows.map(({ recordKey }) => recordKey))).toEqual([
      "K1",
      "K2",
    ]);
    expect(settled[0]?.record.rows[0]).toMatchObject({
      raw: { 专利权人: unknown },
      parsed: { title: "件0" },
    });
    await stage([mention(unknown)], 10);
    expect(await linkAll()).toMatchObject({ rows: 1, linked: { REVIEWED: 1 } });
    expect((await staged()).at(-1)).toMatchObject({ code: codeOf(9), method: "REVIEWED" });
  });

  test("what is not registered stays unlinked and is not asked again", async () => {
    await stage([mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    await decideLink({ pool: worker, groupKey, decision: "NOT_REGISTERED", decidedBy: "officer" });
    await stage([mention(unknown)], 10);
    expect(await linkAll()).toMatchObject({ rows: 1, linked: {}, review: 0, unlinked: 1 });
    expect(await listReviewGroups(worker, { limit: 10 })).toEqual([]);
  });

  test("an answer taken back is forgotten, and the group waits again", async () => {
    await stage([mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    await decideLink({
      pool: worker,
      groupKey,
      decision: "LINK",
      creditCode: codeOf(9),
      decidedBy: "officer",
    });
    expect(await undoLink(worker, groupKey)).toBe(1);
    expect(await listReviewGroups(worker, { limit: 10 })).toHaveLength(1);
    await expect(undoLink(worker, groupKey)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { rows } = await owner.query("select state from link_reviews order by state");
    expect(rows).toEqual([{ state: "OPEN" }, { state: "UNDONE" }]);
  });

  test.each([
    [{ decision: "LINK" }, "BAD_USER_INPUT", "no code"],
    [
      { decision: "NOT_REGISTERED", creditCode: "91370200713735859Y" },
      "BAD_USER_INPUT",
      "a code too many",
    ],
    [{ decision: "LINK", creditCode: "91370200713735859Y" }, "NOT_FOUND", "an unknown enterprise"],
  ] as const)("an answer is refused: %j %s (%s)", async (given, code, _why) => {
    await stage([mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    const answer = decideLink({ pool: worker, groupKey, decidedBy: "officer", ...given });
    await expect(answer).rejects.toMatchObject({ code });
    expect(await listReviewGroups(worker, { limit: 10 })).toHaveLength(1);
  });

  test("a group that nothing waits in cannot be answered", async () => {
    const answer = decideLink({
      pool: worker,
      groupKey: "x",
      decision: "SPLIT",
      decidedBy: "officer",
    });
    await expect(answer).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("relinkOpen", () => {
  test("a record finds its enterprise when that is registered later; the rest waits on", async () => {
    await stage([mention(unknown), mention("济宁恒岳酿造厂")]);
    await linkAll();
    await addEnterprise("91370200713735859Y", unknown, "");
    const figures = await relinkOpen(worker, await openStoreLinker(worker));
    expect(figures).toMatchObject({ tried: 2, settled: 1 });
    const { rows } = await owner.query(
      "select decided_credit_code, decided_by from link_reviews where state = 'DECIDED'",
    );
    expect(rows).toEqual([{ decided_credit_code: "91370200713735859Y", decided_by: "linker" }]);
    expect(await listReviewGroups(worker, { limit: 10 })).toHaveLength(1);
  });

  test("what an officer decided is not tried again", async () => {
    await stage([mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    await decideLink({ pool: worker, groupKey, decision: "NOT_REGISTERED", decidedBy: "officer" });
    await addEnterprise("91370200713735859Y", unknown, "");
    const figures = await relinkOpen(worker, await openStoreLinker(worker));
    expect(figures).toMatchObject({ tried: 0, settled: 0 });
  });
});
