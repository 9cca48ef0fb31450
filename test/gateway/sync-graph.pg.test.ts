/** The exchange in the graph: what an officer sees of it, decides, and who is not let near it. */
import { beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });
const key = `${codes.A}|GAZELLE|2026`;

beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query(
    `insert into sync_peers (id, name, level, capabilities) values ('city', '市级平台', 'L3', '{}');
     insert into sync_streams (peer_id, stream, direction) values ('city', 'recommendations', 'PUSH');
     insert into sync_outbox (stream, entity_key, operation, origin) values ('recommendations', 'k', 'INSERT', 'LOCAL')`,
  );
  await db.owner.query(
    `insert into sync_conflicts (peer_id, stream, entity_key, kind, base_value, our_value, their_value, state, opened_at,
       decision, decided_by)
     values ('city', 'titles', $1, 'INVALID', null, null, '{"a":1}', 'DECIDED', '2026-11-01', 'RESOLVED', 'RULE'),
       ('city', 'titles', $1, 'INVALID', '{"a":1}', '{"a":2}', '{"a":3}', 'OPEN', '2026-11-02', null, null)`,
    [key],
  );
  await db.owner.query(
    `insert into sync_drifts (peer_id, stream, kind, field, example, records, state) values
       ('city', 'titles', 'NEW_MEMBER', 'colour', '"gold"', 3, 'OPEN'),
       ('city', 'titles', 'NEW_VALUE', 'kind', '"DRAGON"', 1, 'CLOSED')`,
  );
  await db.owner.query(
    `insert into agreement_receipts (peer_id, stream, level, agreed, our_root, their_root, record_count, round_trips,
       bytes_exchanged) values ('city', 'titles', 'L3', true, 'r', 'r', 12, 1, 900)`,
  );
});

interface Conflict {
  readonly id: string;
}
const openConflict = async (): Promise<string> => {
  const { data } = await graph.ask(
    officer,
    `{ syncConflicts(filter: { state: OPEN }) { edges { node { id } } } }`,
  );
  return (data.syncConflicts.edges as { node: Conflict }[])[0]?.node.id ?? "";
};
const decide = `mutation ($input: DecideConflictInput!) { decideConflict(input: $input) {
  ok error { code } conflict { state decision decidedBy note } } }`;

test("an officer sees each conflict with its three values and its history", async () => {
  const { data, errors } = await graph.ask(
    officer,
    `{ syncConflicts(filter: { state: OPEN }) { totalCount edges { node { recordKey kind base ours theirs
         history { state decision } } } }
       agreementReceipts { edges { node { level agreed recordCount bytesExchanged } } }
       syncStatus { level streams { stream outboxDepth openConflicts } ledger { runs intact problems }
         drifts { stream kind field example records } } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    syncConflicts: {
      totalCount: 1,
      edges: [
        {
          node: {
            recordKey: key,
            kind: "INVALID",
            base: { a: 1 },
            ours: { a: 2 },
            theirs: { a: 3 },
            history: [
              { state: "DECIDED", decision: "RESOLVED" },
              { state: "OPEN", decision: null },
            ],
          },
        },
      ],
    },
    agreementReceipts: {
      edges: [{ node: { level: "L3", agreed: true, recordCount: 12, bytesExchanged: "900" } }],
    },
    syncStatus: {
      level: "L3",
      streams: [{ stream: "recommendations", outboxDepth: 1, openConflicts: 0 }],
      ledger: { runs: 0, intact: true, problems: [] },
      drifts: [
        { stream: "titles", kind: "NEW_MEMBER", field: "colour", example: '"gold"', records: 3 },
      ],
    },
  });
});

describe("nobody else decides, and nothing is written", () => {
  test.each([
    ["a town's officer", principal("TOWN", [towns.yinzhu], { role: "OFFICER" })],
    ["another town's officer", principal("TOWN", [towns.boli], { role: "OFFICER" })],
    ["a zone's officer", principal("ZONE", [zones.dongjiakou], { role: "OFFICER" })],
    ["the city", principal("CITY", ["3702"], { role: "OFFICER" })],
    ["a viewer of the district", principal("DISTRICT", ["370211"], { role: "VIEWER" })],
  ])("%s", async (_, caller) => {
    const input = { id: await openConflict(), decision: "DISMISS" };
    const { data } = await graph.ask(caller, decide, { input });
    expect(data.decideConflict).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    const { rows } = await db.owner.query("select from sync_conflicts where state = 'OPEN'");
    expect(rows).toHaveLength(1);
  });

  test("an answer that does not fit, or an id of something else, is told in the payload", async () => {
    const wrong = [
      { id: await openConflict(), decision: "TAKE_CITY" },
      { id: Buffer.from("Enterprise:x").toString("base64url"), decision: "DISMISS" },
    ];
    for (const input of wrong) {
      const { data } = await graph.ask(officer, decide, { input });
      expect(data.decideConflict).toMatchObject({ ok: false, error: { code: "BAD_USER_INPUT" } });
    }
  });
});

test("an officer's decision stands in the graph, once", async () => {
  const input = { id: await openConflict(), decision: "DISMISS", note: "已核实" };
  const { data } = await graph.ask(officer, decide, { input });
  expect(data.decideConflict).toEqual({
    ok: true,
    error: null,
    conflict: {
      state: "DECIDED",
      decision: "DISMISS",
      decidedBy: officer.subject,
      note: "已核实",
    },
  });
  const again = await graph.ask(officer, decide, { input });
  expect(again.data.decideConflict).toMatchObject({ ok: false, error: { code: "CONFLICT" } });
});

test("towns and zones are not told of the exchange; the city is told of receipts alone", async () => {
  const query =
    "{ syncConflicts { totalCount } agreementReceipts { totalCount } syncStatus { level } }";
  const town = await graph.ask(principal("TOWN", [towns.yinzhu]), query);
  expect(town.data).toEqual({ syncConflicts: null, agreementReceipts: null, syncStatus: null });
  const city = await graph.ask(principal("CITY", ["3702"]), query);
  expect(city.data).toEqual({
    syncConflicts: null,
    agreementReceipts: { totalCount: 1 },
    syncStatus: null,
  });
});
