import { generateKeyPairSync } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { readReceipts, readStatementKeys } from "../../store/queries/sync-proofs.ts";
import { checkReceipt } from "../../sync/verify/check-receipt.ts";
import { isStatementSigned, publicKeyOf } from "../../sync/protocol/statement.ts";
import { diffText } from "../../cli/sync-proofs-text.ts";
import { diffSync } from "../../sync/run-sync.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict({ args: ["--level", "L1"] });
const statementKey = {
  keyId: "district-2026",
  privateKey: generateKeyPairSync("ed25519").privateKey,
};

beforeAll(async () => {
  await here.registerEnterprises(2_000);
  await here.city.admin("POST /admin/seed", seedLines(1_500));
  await here.city.admin("PUT /admin/district-keys", {
    keyId: statementKey.keyId,
    publicKey: publicKeyOf(statementKey),
  });
});

test("at L1 titles come by the full list, and agreement is derived from it and no more", async () => {
  await here.recommend(1_600);
  const report = await here.sync();
  expect(report.parts.map((p) => [p.direction, p.state, p.counts.applied])).toEqual([
    ["PULL", "DONE", 1_500],
    ["PUSH", "DONE", 1],
    ["VERIFY", "DONE", 0],
  ]);
  expect(report.parts[2]?.agreement).toMatchObject({ level: "L1", agreed: true, records: 1_500 });
  const again = await here.sync();
  expect(again.parts[0]?.counts).toMatchObject({ read: 1_500, unchanged: 1_500, applied: 0 });
  const [receipt] = await readReceipts(here.database.worker, "city", { id: null, limit: 1 });
  expect(receipt && checkReceipt(receipt, []).worth).toBe("DERIVED");
  // What it says is of the city's list and of what we hold: a record changed here past everything shows.
  await here.rows(
    "update sync_shadow set digest = repeat('0', 64) where stream = 'titles' and entity_key = $1",
    [`${creditCodeOf(9)}|SPECIALIZED|2024-1`],
  );
  const [spoilt] = (await here.sync({ parts: ["verify"] })).parts;
  expect(spoilt?.agreement).toMatchObject({ agreed: false, differences: 1 });
  await here.sync();
});

test("at L1 the differences are told with their fields from the list, and of ours that the city lists nothing", async () => {
  const key = `${creditCodeOf(9)}|SPECIALIZED|2024-1`;
  await here.rows(
    `update sync_shadow set digest = repeat('0', 64), record = jsonb_set(record, '{level}', '"NATIONAL"')
     where stream = 'titles' and entity_key = $1`,
    [key],
  );
  const options = { pool: here.database.worker, platform: here.platform, district };
  const [titles, recommendations] = await diffSync(options, 20);
  expect([titles?.count, titles?.records]).toEqual([
    1,
    [
      {
        key,
        kind: "DIFFERS",
        fields: [{ field: "level", ours: "NATIONAL", theirs: "PROVINCIAL" }],
      },
    ],
  ]);
  if (recommendations === undefined) throw new Error("no word of the recommendations");
  expect([recommendations.comparison, diffText(recommendations)]).toEqual([
    null,
    expect.stringContaining("does not list what it holds of ours"),
  ]);
  await here.sync();
  expect((await diffSync(options, 20))[0]?.count).toBe(0);
});

test("at L2 the platform's hash list shows agreement, and the receipt says that it is its word", async () => {
  await here.city.admin("POST /admin/level", { level: "L2" });
  const report = await here.sync({ parts: ["verify"] });
  expect(report.parts.map((p) => [p.stream, p.agreement?.level, p.agreement?.agreed])).toEqual([
    ["titles", "L2", true],
    ["recommendations", "L2", true],
  ]);
  await here.city.admin("PUT /admin/titles", [seedTitle(3, { status: "EXPIRED" })]);
  const [titles] = (await here.sync({ parts: ["verify"] })).parts;
  expect(titles?.agreement).toMatchObject({ agreed: false, differences: 1 });
});

describe("at L3", () => {
  test("agreement is signed by both, over the same root, for the same question", async () => {
    await here.city.admin("POST /admin/level", { level: "L3" });
    await here.sync({ statementKey });
    const report = await here.sync({ statementKey });
    expect(report.parts.filter((p) => p.agreement?.agreed === true)).toHaveLength(2);
    const [receipt] = await here.rows<Record<string, string>>(
      "select our_root, their_root, our_signature, their_signature from agreement_receipts where stream = 'titles' order by obtained_at desc limit 1",
    );
    const ours = JSON.parse(receipt?.["our_signature"] ?? "");
    const theirs = JSON.parse(receipt?.["their_signature"] ?? "");
    expect(isStatementSigned(ours.statement, ours.signature, publicKeyOf(statementKey))).toBe(true);
    const line = (text: string, name: string) =>
      text.split("\n").find((l) => l.startsWith(`${name}: `));
    for (const name of ["root", "n", "answers", "tree"]) {
      expect(line(ours.statement, name)).toBe(line(theirs.statement, name));
    }
    expect(line(ours.statement, "root")).toBe(`root: ${receipt?.["our_root"]}`);
    const [stored] = await readReceipts(here.database.worker, "city", { id: null, limit: 1 });
    const theirKeys = await readStatementKeys(here.database.worker, "city");
    const ourKey = { keyId: statementKey.keyId, publicKey: publicKeyOf(statementKey) };
    if (stored === undefined) throw new Error("no receipt");
    const worth = (keys: typeof theirKeys) => checkReceipt(stored, keys).worth;
    expect(worth([...theirKeys, ourKey])).toBe("DOUBLE_SIGNED");
    // Ours counts only under our key, as theirs under theirs.
    expect(worth(theirKeys)).toBe("BROKEN");
    expect(worth([...theirKeys, { ...ourKey, publicKey: "A".repeat(43) }])).toBe("BROKEN");
  });

  test("ten differences among 1,500 take three questions and a twentieth of the full list", async () => {
    const full = await here.rows<{ size: string }>(
      "select sum(length(body))::text as size from sync_inbound_raw where run_id = (select id from sync_runs where direction = 'PULL' and read = 1500 limit 1)",
    );
    const changes = Array.from({ length: 10 }, (_, i) => seedTitle(100 + i, { status: "REVOKED" }));
    await here.city.admin("PUT /admin/titles", changes);
    const report = await here.sync({ parts: ["verify"] });
    const [verify, mending] = report.parts;
    expect(mending).toMatchObject({ direction: "PULL", counts: { read: 10, applied: 10 } });
    expect(report.parts.findLast((p) => p.stream === "titles")?.agreement?.agreed).toBe(true);
    expect(verify?.agreement).toMatchObject({ agreed: false, differences: 10, roundTrips: 3 });
    expect(verify?.agreement?.bytesExchanged).toBeLessThan(Number(full[0]?.size) / 20);
    const [receipt] = await here.rows<{
      differences: { records: { key: string; kind: string }[] };
    }>(
      "select differences from agreement_receipts where stream = 'titles' and not agreed order by obtained_at desc limit 1",
    );
    expect(receipt?.differences.records.map((d) => `${d.key.slice(0, 18)} ${d.kind}`)).toEqual(
      changes.map((c) => `${c.creditCode} DIFFERS`).toSorted(),
    );
  });

  test("agreement costs one question and less than 2 KB", async () => {
    await here.sync();
    const [verify] = (await here.sync({ parts: ["verify"] })).parts;
    expect(verify?.agreement).toMatchObject({ agreed: true, roundTrips: 1 });
    expect(verify?.agreement?.bytesExchanged).toBeLessThan(2_000);
  });

  test("what the city holds as ours and we know nothing of is withdrawn there", async () => {
    await here.rows("delete from recommendations where credit_code = $1", [creditCodeOf(1_600)]);
    await here.rows("delete from sync_outbox");
    await here.rows("delete from sync_shadow where stream = 'recommendations'");
    const report = await here.sync();
    const compared = report.parts.filter(
      (p) => p.direction === "VERIFY" && p.stream === "recommendations",
    );
    expect(compared.map((p) => p.agreement?.agreed)).toEqual([false, true]);
    const held = await here.city.admin<{ withdrawn: boolean }[]>("GET /admin/recommendations");
    expect(held.map((row) => row.withdrawn)).toEqual([true]);
  });

  test("a statement that the city did not sign is no agreement", async () => {
    await here.city.admin("POST /admin/faults", { on: "compare", kind: "bad-signature" });
    const [verify] = (await here.sync({ parts: ["verify"] })).parts;
    expect(verify).toMatchObject({ state: "FAILED", agreement: null });
  });
});
