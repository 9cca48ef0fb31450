import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { fetchInTurn } from "../../cli/fetch-in-turn.ts";
import type { LogEvent } from "../../cli/log-line.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { json, startFaultyApi } from "../intake/kit/faulty-api.ts";
import { rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";

const database = await createTestDatabase();
const api = await startFaultyApi();
const folder = mkdtempSync(join(tmpdir(), "goldseed-connections-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => loadReferenceData(database.worker));

it("fetches each source when its time has come, whatever becomes of the others", async () => {
  writeFileSync(join(folder, "broken.yaml"), "api: { url: nowhere }");
  writeFileSync(
    join(folder, "registry.yaml"),
    `api:
  url: ${api.url}/r?page={page}
  records: list
  paging: { by: page, size: 10 }
  auth: { secretFile: registry.key }
  everyS: 3600
`,
  );
  const events: LogEvent[] = [];
  const turn = fetchInTurn({
    pool: database.worker,
    config: { auditDigest: "sha256" },
    folder,
    log: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  await turn();
  expect(events).toMatchObject([
    { level: "warn", source: "broken", message: expect.stringContaining("api.url: is no URL") },
    { level: "warn", source: "registry", message: expect.stringContaining("registry.key") },
  ]);

  writeFileSync(join(folder, "registry.key"), "s3cret\n");
  const asked: unknown[] = [];
  api.usually = (url, response, headers) => {
    asked.push(headers.authorization);
    json({ list: [rowOf(1), rowOf(2)] })(url, response, headers);
  };
  const later = fetchInTurn({
    pool: database.worker,
    config: { auditDigest: "sha256" },
    folder,
    log: (event) => events.push(event),
    signal: new AbortController().signal,
  });
  await later();
  await later();
  // A clock that is set brings no source forward and puts none off: what has passed is told by another.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  await later();
  vi.useRealTimers();
  expect(asked).toEqual(["Bearer s3cret"]);
  const { rows } = await database.owner.query(
    "select actor, outcome, details from audit_entries where action = 'job.import' order by sequence desc limit 2",
  );
  expect(rows).toEqual(
    ["DONE", "INTENT"].map((outcome) => ({
      actor: "goldseed",
      outcome,
      details: { sourceId: "registry", way: "API" },
    })),
  );
  expect(events.filter(({ level }) => level === "info")).toMatchObject([
    { job: "fetch", source: "registry", way: "API", read: 2, accepted: 2 },
  ]);
});
