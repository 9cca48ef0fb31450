/** Enterprises whose town nobody knows are a work list, in the store's words and in the graph's. */
import { beforeAll, expect, it } from "vitest";

import { localOfficer } from "../../../cli/local-officer.ts";
import { assignTown } from "../../../intake/enterprises/assign-town.ts";
import { importRecords } from "../../../intake/import-records.ts";
import { countTownless, listTownless } from "../../../store/queries/townless-enterprises.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGraph, principal } from "../../kit/graph.ts";
import { towns } from "../../kit/seed.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const { worker: pool, gateway } = await createTestDatabase();
const folder = fileFolder();
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });
const graph = openGraph(gateway, { workerPool: pool });
const addresses = [
  "山东省青岛市黄岛区泊里镇虚构路1号",
  "青岛市黄岛区虚构路2号",
  "青岛市市南区香港中路6号",
  "青岛市黄岛区北江路18号",
  "青岛保税区虚构大厦701室",
];

beforeAll(async () => {
  await loadReferenceData(pool);
  const rows = addresses.map((注册地址, i) => rowOf(i, { 注册地址 }));
  const path = folder.write("a.csv", csvOf(rows));
  await importRecords({ pool, sourceId: "registry", path, startedBy: "test" });
});

const query = `{ enterprises(first: 10, filter: { townSettled: false }) { totalCount edges { node { creditCode } } } }`;
const inGraph = async () => {
  const { data } = await graph.ask(officer, query);
  const codes = data.enterprises.edges.map(
    ({ node }: { node: { creditCode: string } }) => node.creditCode,
  ) as string[];
  return codes.sort();
};
const listed = async () =>
  (await listTownless(pool, { limit: 10 })).map(({ creditCode }) => creditCode).sort();

it("holds those inside the district alone, with a hint first; an officer's word takes one off it", async () => {
  const found = await listTownless(pool, { limit: 10 });
  expect(found[0]).toMatchObject({
    creditCode: codeOf(3),
    address: addresses[3],
    hints: [{ townCode: "370211005", evidence: "北江路" }],
  });
  const waiting = [codeOf(1), codeOf(3), codeOf(4)].sort();
  expect([await listed(), await inGraph()]).toEqual([waiting, waiting]);
  expect(await countTownless(pool)).toBe(3);
  await assignTown(pool, localOfficer(), { creditCode: codeOf(3), townCode: towns.boli });
  const left = [codeOf(1), codeOf(4)].sort();
  expect([await listed(), await inGraph()]).toEqual([left, left]);
});

it("knows the zone of an enterprise whose town it does not know", async () => {
  const { data } = await graph.ask(
    officer,
    `{ enterprise(creditCode: "${codeOf(4)}") { town { code } zone { code } } }`,
  );
  expect(data.enterprise).toEqual({ town: null, zone: { code: "370211Z01" } });
});
