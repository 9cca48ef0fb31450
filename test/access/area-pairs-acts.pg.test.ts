/**
 * All ordered pairs of the 33 areas by what is no plain read: mutations, subscriptions, fields that an engine works out,
 * and exports. Nothing of another area is changed, and none of its words come back.
 *
 * Each pair is tried by one mutation, in turn; PAIRS_FULL=1 tries each by all of them.
 */
import { beforeAll, expect, test } from "vitest";

import { type AskPage, exportPages } from "../../cli/export-pages.ts";
import { streamOperation } from "../../gateway/subscriptions/stream-operation.ts";
import { createCityRecordLoader } from "../../resolvers/city-record/load-city-records.ts";
import { subscriptions } from "../../resolvers/subscriptions.ts";
import { channels } from "../../store/notify.ts";
import type { NoticeHub } from "../../store/notice-hub.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph } from "../kit/graph.ts";
import { type Home, nameOf, openHomes } from "./area-homes.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const isFull = process.env["PAIRS_FULL"] === "1";

let homes: readonly Home[] = [];
beforeAll(async () => {
  homes = await openHomes(db, graph);
  await db.owner.query(
    `insert into alert_outbox (credit_code, town_code, zone_code, alert_id, sequence) select credit_code, town_code, zone_code, id, 1 from alerts`,
  );
});

const pairs = () =>
  homes.flatMap((own) =>
    homes.filter((other) => other !== own).map((other) => [own, other] as const),
  );

const payload = "ok error { code }";
/** What is written about an enterprise of an area, by name of the mutation: one document each, so that it is read once. */
const acts = {
  handleAlert: [
    `mutation ($input: HandleAlertInput!) { handleAlert(input: $input) { ${payload} alert { headline } } }`,
    ({ alert }: Home) => ({ alert, action: "ACKNOWLEDGE" }),
  ],
  recordFollowUp: [
    `mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) { ${payload} enterprise { name } } }`,
    ({ code }: Home) => ({
      creditCode: code,
      kind: "VISIT",
      outcome: "OTHER",
      happenedOn: "2026-01-05",
      note: "x",
    }),
  ],
  claimTitle: [
    `mutation ($input: ClaimTitleInput!) { claimTitle(input: $input) { ${payload} enterprise { name } } }`,
    ({ code }: Home) => ({
      creditCode: code,
      kind: "GAZELLE",
      claimedOn: "2026-01-05",
      source: "x",
      statement: "x",
    }),
  ],
  withdrawTitleClaim: [
    `mutation ($input: WithdrawTitleClaimInput!) { withdrawTitleClaim(input: $input) { ${payload} enterprise { name } } }`,
    ({ code }: Home) => ({ creditCode: code, kind: "GAZELLE", reason: "x" }),
  ],
} satisfies Record<string, readonly [string, (home: Home) => Record<string, string>]>;
type Act = keyof typeof acts;
const actNames = Object.keys(acts) as Act[];
const act = (own: Home, name: Act, other: Home) => {
  const [query, inputOf] = acts[name];
  return graph.ask(own.who, query, { input: inputOf(other) });
};

const written = async () => {
  const { rows } = await db.owner.query(
    `select (select count(*) from follow_ups) as "followUps", (select count(*) from title_claims) as claims,
       (select count(*) from alert_events) as events, (select count(*) from alerts where state <> 'PENDING') as handled`,
  );
  return rows[0] as Record<string, string>;
};

test("by a mutation nobody changes or reads anything of another area (1,056 ordered pairs)", async () => {
  const before = await written();
  for (const [index, [own, other]] of pairs().entries()) {
    const tried = isFull ? actNames : [actNames[index % actNames.length] as Act];
    for (const name of tried) {
      const { data, errors, text } = await act(own, name, other);
      expect([own.area, other.area, name, data[name].ok, data[name].error.code]).toEqual([
        own.area,
        other.area,
        name,
        false,
        "NOT_FOUND",
      ]);
      expect([errors, text]).toEqual([[], expect.not.stringMatching(/机密|预警-/u)]);
    }
  }
  expect(await written()).toEqual(before);
});

/** A hub whose every channel tells all there is to tell, once. */
const hubOf = (notices: Readonly<Record<string, readonly string[]>>) =>
  ({
    hear: async function* (
      channel: string,
      _signal: AbortSignal,
      concerns: (notice: string) => boolean = () => true,
    ) {
      for (const notice of notices[channel] ?? []) if (concerns(notice)) yield notice;
    },
  }) as unknown as NoticeHub;

async function heardBy(own: Home, query: string): Promise<string> {
  const { rows } = await db.owner.query<{ notice: string }>(
    `select concat_ws(' ', credit_code, alert_id, sequence, coalesce(town_code, '-'), coalesce(zone_code, '-')) as notice from alert_outbox`,
  );
  const hub = hubOf({
    [channels.enterprises]: homes.map(({ code }) => code),
    [channels.alerts]: rows.map(({ notice }) => notice),
  });
  const contextNow = () =>
    Promise.resolve({
      principal: own.who,
      requestId: "test",
      deadlineMs: performance.now() + 10_000,
      signal: new AbortController().signal,
      explain: false,
      cityRecords: createCityRecordLoader(null),
    });
  const request = { query, variables: { codes: homes.map(({ code }) => code) } };
  const events: unknown[] = [];
  const streaming = { answering: graph.answering, subscriptions, hub };
  for await (const event of streamOperation(streaming, request, contextNow)) events.push(event);
  return JSON.stringify(events);
}

test("by a subscription each area hears of its own and of no other", async () => {
  const ways = [
    [
      "subscription ($codes: [CreditCode!]!) { enterpriseChanged(creditCodes: $codes) { enterprise { name } } }",
      ({ area }: Home) => [{ data: { enterpriseChanged: { enterprise: { name: nameOf(area) } } } }],
    ],
    [
      "subscription { alertChanged { alert { headline enterprise { name } } } }",
      ({ area }: Home) => [
        {
          data: {
            alertChanged: {
              alert: { headline: `预警-${area}`, enterprise: { name: nameOf(area) } },
            },
          },
        },
      ],
    ],
  ] as const;
  for (const own of homes)
    for (const [query, expected] of ways)
      expect([own.area, JSON.parse(await heardBy(own, query))]).toEqual([own.area, expected(own)]);
});

test("a field that an engine works out tells nothing of another area, nor that it is there", async () => {
  const entities = homes.map(({ code }) => ({ __typename: "Enterprise", creditCode: code }));
  const byKey =
    "query ($codes: [_Any!]!) { _entities(representations: $codes) { ... on Enterprise { name } } }";
  const query =
    'query ($code: CreditCode!) { enterprise(creditCode: $code) { indicators { indicatorId } } explainAccess(creditCode: $code, field: "Enterprise.name") { visible reason { rowInSight } } }';
  for (const own of homes) {
    const { data } = await graph.ask(own.who, byKey, { codes: entities });
    expect(data._entities.map((one: { name: string } | null) => one?.name ?? null)).toEqual(
      homes.map((home) => (home === own ? nameOf(own.area) : null)),
    );
  }
  const told: unknown[] = [];
  for (const [own, other] of pairs()) {
    const { code } = other;
    const { data } = await graph.ask(own.who, query, { code });
    told.push([data.explainAccess.visible, data.explainAccess.reason.rowInSight, data.enterprise]);
  }
  expect(told).toHaveLength(33 * 32);
  expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(new Set(["[false,false,null]"]));
});

test("an export of everything is the area's own and no more, over enterprises and alerts", async () => {
  const pageOf = "pageInfo { hasNextPage endCursor }";
  const lists = [
    `query ($after: String) { enterprises(first: 20, after: $after) { edges { node { name } } ${pageOf} } }`,
    `query ($after: String) { alerts(first: 20, after: $after) { edges { node { name: headline } } ${pageOf} } }`,
    `query ($after: String) { bases(first: 20, after: $after) { edges { node { name } } ${pageOf} } }`,
  ];
  for (const own of homes)
    for (const query of lists) {
      const ask: AskPage = async (after) => {
        const { data, errors } = await graph.ask(own.who, query, { after });
        return { data, errors, requestId: "r" };
      };
      const names: unknown[] = [];
      for await (const { rows } of exportPages(ask)) names.push(...rows.map(({ name }) => name));
      expect(names).toEqual([expect.stringContaining(own.area)]);
    }
});

test("each area does all of this to its own, so that a refusal means something", async () => {
  for (const [index, own] of homes.entries()) {
    const name = actNames[index % 2] as Act;
    const { data } = await act(own, name, own);
    expect([own.area, name, data[name].ok]).toEqual([own.area, name, true]);
  }
  const [own] = homes as [Home];
  for (const name of ["claimTitle", "withdrawTitleClaim"] as const)
    expect((await act(own, name, own)).data[name].ok).toBe(true);
  const { followUps, handled } = await written();
  expect([Number(followUps), Number(handled)]).toEqual([16, 17]);
});
