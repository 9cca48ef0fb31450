/** Heads of the audit that do not reach their second place: tried again, told, and refused by after a time of grace. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test, vi } from "vitest";

import { readHeadsFolder, writeHead } from "../../cli/audit-heads-folder.ts";
import { SecondPlace } from "../../cli/second-place.ts";
import { startShippingHeads } from "../../cli/ship-audit-heads.ts";
import type { AuditHead } from "../../store/audit/audit-heads.ts";
import { memoryAudit } from "../kit/memory-audit.ts";

const root = mkdtempSync(join(tmpdir(), "goldseed-heads-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const head = (sequence: string): AuditHead => ({
  sequence,
  digest: "sha256:00",
  signedAt: "2026-11-27T08:00:00.000Z",
  signature: "audit-x.y",
});
const event = { actor: "li", category: "ACCESS", action: "graph.read", outcome: "DONE" } as const;

test("within the time of grace entries are taken, beyond it refused, and taken again when the place is back", async () => {
  let now = 0;
  const place = new SecondPlace({ graceS: 60, clock: () => now });
  const audit = memoryAudit();
  const log = place.guard(audit);
  const away = () => place.metrics()[0]?.samples[0]?.value;
  place.missed();
  now = 60_000;
  place.missed();
  await log.record(event);
  now = 60_001;
  await expect(log.record(event)).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
  await expect(log.record(event)).rejects.toThrow(/第二处.*second place for 1 min/u);
  log.note(event);
  expect([audit.events.length, away()]).toEqual([2, 60]);
  place.reached();
  await log.record(event);
  expect([audit.events.length, away()]).toEqual([3, 0]);
});

test("a head that could not be shipped is shipped when the place is back, though nothing new was written", async () => {
  const folder = join(root, "away");
  // A file where the folder should be: nobody writes below it, whoever one is.
  writeFileSync(folder, "");
  const heads = [head("7")];
  const place = { reached: vi.fn(), missed: vi.fn() };
  const told = new Set<unknown>();
  const shipping = startShippingHeads({
    sign: () => Promise.resolve(heads.shift() ?? null),
    folder,
    intervalS: 0.01,
    place,
    log: (line) => told.add(line.level),
  });
  await vi.waitFor(() => expect(place.missed).toHaveBeenCalled());
  expect(place.reached).not.toHaveBeenCalled();
  rmSync(folder);
  await vi.waitFor(() => expect(place.reached).toHaveBeenCalled());
  await shipping.stop();
  expect(readHeadsFolder(folder)).toEqual([head("7")]);
  expect([...told]).toEqual(["info", "error"]);
});

test("half a line is not added to and not read, and a line of another shape is refused", () => {
  const folder = join(root, "torn");
  writeHead(folder, head("1"));
  const file = join(folder, "heads-2026-11.ndjson");
  appendFileSync(file, JSON.stringify(head("2")).slice(0, 30));
  writeHead(folder, head("3"));
  expect(readHeadsFolder(folder)).toEqual([head("1"), head("3")]);
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
  appendFileSync(file, '{"sequence":"x"}\n');
  expect(() => readHeadsFolder(folder)).toThrow(expect.objectContaining({ code: "FILE_REFUSED" }));
});
