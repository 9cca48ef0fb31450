/** importRunChanged: steps of an import are heard by the district with their figures, and by nobody below or above. */
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { importRecords } from "../../intake/import-records.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { csvOf, fileFolder, rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = fileFolder();
const callers = {
  district: principal("DISTRICT", ["370211"]),
  town: principal("TOWN", [towns.boli]),
  zone: principal("ZONE", [zones.dongjiakou]),
  city: principal("CITY", ["3702"]),
};
const gateway = await openGateway(db.gateway, callers, { workerPool: db.worker });
beforeAll(() => loadReferenceData(db.worker));
afterAll(() => gateway.stop());

interface Event {
  readonly data?: { importRunChanged: { importRun: { state: string; report: object | null } } };
  readonly errors?: readonly unknown[];
}

const listen = (token: string) =>
  createClient({
    url: `${gateway.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  }).iterate({
    query:
      "subscription { importRunChanged { importRun { id source state report { read created linked { name count } } } } }",
  }) as AsyncIterableIterator<Event>;

let files = 0;
function take(): Promise<unknown> {
  const path = folder.write(`${files}.csv`, csvOf([rowOf(files++)]));
  return importRecords({ pool: db.worker, sourceId: "registry", path, startedBy: "test" });
}

test("an import is followed to its end with the figures of each moment", async () => {
  const events = listen("district");
  const heard: Event[] = [];
  const following = (async () => {
    for await (const event of events) {
      heard.push(event);
      if (event.data?.importRunChanged.importRun.state === "DONE") return;
    }
  })();
  // The gateway may not listen yet when the first one goes by.
  const done = new AbortController();
  const importing = (async () => {
    while (!done.signal.aborted) await take();
  })();
  await following;
  done.abort();
  await importing;
  expect(heard.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  expect(heard.at(-1)?.data).toMatchObject({
    importRunChanged: {
      importRun: {
        source: "registry",
        state: "DONE",
        report: { read: 1, created: 1, linked: [{ name: "REGISTRY", count: 1 }] },
      },
    },
  });
});

test.each(["town", "zone", "city"])("%s is refused", async (caller) => {
  const event = await listen(caller)
    .next()
    .catch((error: unknown) => ({ value: { errors: error } }));
  expect(JSON.stringify(event.value)).toContain("FORBIDDEN");
});
