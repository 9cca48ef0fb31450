import { beforeEach, describe, expect, test } from "vitest";

import { normaliseCompanyName } from "../../../domain/enterprise/company-name.ts";
import type { Mention } from "../../../domain/linking/mention.ts";
import { decideLink, undoLink } from "../../../intake/link/decide-link.ts";
import { groupKeyOf } from "../../../intake/link/group-key.ts";
import { linkAhead } from "../../../intake/link/link-ahead.ts";
import { relinkOpen } from "../../../intake/link/relink-open.ts";
import { readAhead } from "../../../intake/link/read-ahead.ts";
import { settleOpen } from "../../../intake/link/settle-open.ts";
import { sharedStoreLinker } from "../../../intake/link/shared-store-linker.ts";
import { openStoreLinker } from "../../../intake/link/store-linker.ts";
import { readSourceDecisions } from "../../../store/linking/link-decisions.ts";
import { listReviewGroups } from "../../../store/linking/link-reviews.ts";
import { factText, mentionText } from "../../../store/queries/staged-fact.ts";
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
    "truncate enterprises, enterprise_names, enterprise_aliases, staged_records, link_reviews, link_decisions, link_evidence, import_runs, ip_rights, fact_history",
  );
  await owner.query(
    `insert into import_runs (id, source_id, state, started_by, fact_columns) overriding system value
    values ($1, $2, 'MERGING', 'test', $3)`,
    [runId, sourceId, factColumns],
  );
  for (const { creditCode, names, address } of register) {
    await addEnterprise(creditCode, names[0]!.name, address);
  }
});

const mention = (name: string, code = ""): Mention => ({ name, code, address: "", place: "" });

const factColumns = ["right_no", "kind", "status", "acquisition", "title"];
const factOf = (n: number) =>
  factText(factColumns, {
    right_no: `ZL${n}`,
    kind: "INVENTION_PATENT",
    status: "GRANTED",
    acquisition: "SELF_DEVELOPED",
    title: `件${n}`,
  });

async function stage(mentions: readonly Mention[], from = 1): Promise<void> {
  for (const [i, one] of mentions.entries()) {
    await owner.query(
      "insert into staged_records (import_run_id, line, raw, mention, fact, record_key) values ($1, $2, $3, $4, $5, $6)",
      [runId, from + i, { 专利权人: one.name }, mentionText(one), factOf(from + i), `K${from + i}`],
    );
  }
}

/** What a run does with its next chunk, up to the merge. */
const linkAll = async ({ size = 1000, afterLine = 0 } = {}) => {
  const { link } = await openStoreLinker(worker);
  const linkerFor = () => Promise.resolve(link);
  const decided = await readSourceDecisions(worker, sourceId);
  const request = { read: readAhead(worker, { runId, size }), sourceId, decided, linkerFor };
  const ahead = await linkAhead(request, afterLine);
  if (ahead === null) return null;
  const settled = await inTransaction(worker, (client) =>
    settleOpen(client, { runId, sourceId, rows: ahead.open, dryRun: false }, linkerFor),
  );
  const links = [...ahead.links, ...settled.links];
  return { ...settled, links, throughLine: ahead.throughLine };
};

const outcomes = async () =>
  (
    await owner.query<{ outcome: string | null }>(
      "select outcome from staged_records order by line",
    )
  ).rows.map(({ outcome }) => outcome);

const unknown = "济南鹏图文化传播有限公司";

describe("linking a chunk of staged rows", () => {
  test("rows find their enterprise, wait, or wait without a candidate", async () => {
    await stage([
      mention(nameOf(0), codeOf(0)),
      mention(nameOf(1)),
      mention(`${nameOf(2)}招待所`),
      mention(unknown),
      mention(nameOf(3), codeOf(4)),
    ]);
    const linked = await linkAll();
    expect(linked).toMatchObject({ review: 2, unlinked: 1, throughLine: 5 });
    expect(linked?.links).toMatchObject([
      { line: 1, creditCode: codeOf(0), method: "CREDIT_CODE", evidence: null },
      { line: 2, creditCode: codeOf(1), method: "NAME" },
    ]);
    expect(linked?.links[1]?.evidence).toContain("名称主体一致");
    expect(await outcomes()).toEqual([null, null, "REVIEW", "REVIEW", "REVIEW"]);
  });

  test("chunks take the rows in turn, and none that waits twice", async () => {
    await stage(register.slice(0, 7).map(({ names }) => mention(names[0]!.name)));
    const first = await linkAll({ size: 4 });
    expect(first).toMatchObject({ throughLine: 4 });
    expect(await linkAll({ size: 4, afterLine: 4 })).toMatchObject({ throughLine: 7 });
    expect(await linkAll({ afterLine: 7 })).toBeNull();
  });

  test("a transaction that breaks opens no review and holds no row", async () => {
    await stage([mention(nameOf(0)), mention(unknown)]);
    const { link } = await openStoreLinker(worker);
    const linkerFor = () => Promise.resolve(link);
    const read = readAhead(worker, { runId, size: 10 });
    const at = { read, sourceId, decided: new Set<string>(), linkerFor };
    const ahead = await linkAhead(at, 0);
    const broken = inTransaction(worker, async (client) => {
      const rows = ahead?.open ?? [];
      await settleOpen(client, { runId, sourceId, rows, dryRun: false }, linkerFor);
      throw new Error("killed");
    });
    await expect(broken).rejects.toThrow("killed");
    expect(await outcomes()).toEqual([null, null]);
    expect(await listReviewGroups(worker, { limit: 10 })).toEqual([]);
  });

  test("an answer that was taken back meanwhile is no answer: the linker is asked", async () => {
    await stage([mention(nameOf(1)), mention(unknown)]);
    const { link } = await openStoreLinker(worker);
    const linkerFor = () => Promise.resolve(link);
    const decided = new Set(
      [mention(nameOf(1)), mention(unknown)].map((one) => groupKeyOf(one, sourceId)),
    );
    const ahead = await linkAhead(
      { read: readAhead(worker, { runId, size: 10 }), sourceId, decided, linkerFor },
      0,
    );
    expect(ahead).toMatchObject({ links: [], open: [{ line: 1 }, { line: 2 }] });
    const settled = await inTransaction(worker, (client) =>
      settleOpen(client, { runId, sourceId, rows: ahead?.open ?? [], dryRun: false }, linkerFor),
    );
    expect(settled).toMatchObject({ links: [{ line: 1, creditCode: codeOf(1) }], unlinked: 1 });
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

  test("two who ask at once after a change are given the same new linker", async () => {
    const before = await sharedStoreLinker(worker);
    await addEnterprise("91370200713735859Y", unknown, "");
    const [one, other] = await Promise.all([sharedStoreLinker(worker), sharedStoreLinker(worker)]);
    expect(one).toBe(other);
    expect(one.entities).toBe(before.entities + 1);
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
    expect(groups[0]?.note).toContain("一方名称多出一截");
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
      parsed: { fact: { title: "件1" } },
    });
    await stage([mention(unknown)], 10);
    expect((await linkAll({ afterLine: 9 }))?.links).toMatchObject([
      { line: 10, creditCode: codeOf(9), method: "REVIEWED" },
    ]);
  });

  test("what is not registered stays unlinked and is not asked again", async () => {
    await stage([mention(unknown)]);
    await linkAll();
    const groupKey = groupKeyOf(mention(unknown), sourceId);
    await decideLink({ pool: worker, groupKey, decision: "NOT_REGISTERED", decidedBy: "officer" });
    await stage([mention(unknown)], 10);
    expect(await linkAll({ afterLine: 9 })).toMatchObject({ links: [], review: 0, unlinked: 1 });
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
