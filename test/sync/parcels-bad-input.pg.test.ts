/** What a city may lay down that is wrong, in a folder or in tables: refused or quarantined, never applied by half. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createParcelPlatform } from "../../sync/platform/parcels/parcel-platform.ts";
import { signDetached } from "../../sync/protocol/signatures/sign-detached.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { fileBox } from "./file-box-for-tests.ts";
import { cityParcelKey, parcelKeys } from "./parcel-keys.ts";
import { createParcelDistrict, type ParcelDistrict } from "./parcel-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const districts: Readonly<Record<string, ParcelDistrict>> = {
  files: await createParcelDistrict("files"),
  tables: await createParcelDistrict("tables"),
};
let round = 0;

const titlesOf = (here: ParcelDistrict) =>
  here.rows("select * from titles order by credit_code, kind, batch");
const change = async (here: ParcelDistrict): Promise<void> => {
  round += 1;
  await here.city.admin(
    "PUT /admin/titles",
    [0, 39].map((no) => seedTitle(no, { batch: `r${round}` })),
  );
};
const arrived = (here: ParcelDistrict) =>
  here.rows("select credit_code from titles where batch = $1 order by 1", [`r${round}`]);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const pull = async (here: ParcelDistrict) => (await here.sync({ parts: ["pull"] })).parts[0];

beforeAll(async () => {
  for (const here of Object.values(districts)) {
    await here.registerEnterprises(60);
    await here.city.admin("POST /admin/seed", seedLines(40));
    await here.layOut();
    await here.sync();
  }
});
beforeEach(async () => {
  for (const here of Object.values(districts)) await here.city.admin("DELETE /admin/faults");
});

const bothWays = [
  ["cut short on the way", { kind: "truncate", fraction: 0.6 }],
  ["a signature over other bytes", { kind: "bad-signature" }],
  ["a record twice", { kind: "duplicate" }],
  ["a list that lost most of it", { kind: "shrink", fraction: 0.03 }],
] as const;
// What both ways read with the same code is tried by one of them.
const filesAlone = [
  ["changed on the way", { kind: "altered" }],
  ["its part missing", { kind: "miss-page" }],
  ["no signature", { kind: "unsigned" }],
  ["a key that nobody named", { kind: "unknown-key" }],
  ["fewer records than announced", { kind: "wrong-total" }],
  ["a list that lost all it had", { kind: "empty" }],
  ["cut short before it was signed", { kind: "truncate-framed", fraction: 0.6 }],
  ["a page of a portal for a list", { kind: "html" }],
  ["an empty file", { kind: "empty-body" }],
] as const;

describe.each([
  ["files", [...bothWays, ...filesAlone]],
  ["tables", bothWays],
] as const)(
  "a list that is wrong, by %s, is refused whole, and the next one is taken whole",
  (way, cases) => {
    const here = districts[way] as ParcelDistrict;

    test.each(cases)("%s", async (_, fault) => {
      await change(here);
      const before = await titlesOf(here);
      await here.city.admin("POST /admin/faults", { on: "exportTitles", ...fault });
      await here.layOut();
      const part = await pull(here);
      expect(["INCOMPLETE", "FAILED", "HELD"]).toContain(part?.state);
      expect(part?.failure).toMatch(/\w{3}/u);
      expect(await titlesOf(here)).toEqual(before);
      await here.city.admin("DELETE /admin/faults");
      await change(here);
      await here.layOut();
      await pull(here);
      expect(await arrived(here)).toHaveLength(2);
    });

    test("signed by a key past its time", async () => {
      await change(here);
      await here.city.admin("PUT /admin/parcels/key", { ...cityParcelKey, id: "city-old" });
      await here.layOut();
      await expect(pull(here)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await arrived(here)).toEqual([]);
      await here.city.admin("PUT /admin/parcels/key", cityParcelKey);
      await here.layOut();
      await pull(here);
      expect(await arrived(here)).toHaveLength(2);
    });

    test("two lists under one revision", async () => {
      await change(here);
      await here.layOut();
      await here.city.admin("POST /admin/faults", { on: "exportTitles", kind: "same-revision" });
      await here.city.admin("POST /admin/faults", {
        on: "exportTitles",
        kind: "shrink",
        fraction: 0.9,
      });
      await here.layOut();
      expect(await pull(here)).toMatchObject({
        state: "FAILED",
        failure: expect.stringContaining("one revision"),
      });
      await change(here);
      await here.layOut();
      await pull(here);
      expect(await arrived(here)).toHaveLength(2);
    });
  },
);

describe.each(["files", "tables"])(
  "a record that is wrong, by %s, is quarantined by itself",
  (way) => {
    const here = districts[way] as ParcelDistrict;
    test.each([
      ["an unknown kind", "unknown-kind"],
      ["an unknown status", "unknown-status"],
      ["a cell missing", "missing-member"],
      ["a credit code whose check character is wrong", "bad-code"],
      ["a record of another district", "foreign-district"],
      ["a day that is none", "bad-date"],
    ])("%s", async (_, kind) => {
      await change(here);
      await here.city.admin("POST /admin/faults", { on: "exportTitles", kind });
      await here.layOut();
      const part = await pull(here);
      expect(part?.counts.quarantined).toBe(1);
      expect((await arrived(here)).at(-1)).toEqual({ credit_code: creditCodeOf(39) });
      await here.rows(
        "update sync_conflicts set state = 'DECIDED', decided_by = 'officer', decision = 'DISMISS' where state = 'OPEN'",
      );
    });
  },
);

describe("what happens to files", () => {
  const here = districts["files"] as ParcelDistrict;
  const inbox = join(here.folder, "from-city");
  const newest = (): string => {
    const stems = readdirSync(inbox).filter((name) => name.endsWith(".done"));
    const revision = (stem: string) => Number(stem.split(".")[2] ?? 0);
    return (stems.sort((a, b) => revision(b) - revision(a))[0] ?? "").slice(0, -5);
  };

  test("a list that is not finished is not seen", async () => {
    await change(here);
    await here.city.admin("POST /admin/faults", { on: "exportTitles", kind: "no-done" });
    await here.layOut();
    expect((await pull(here))?.counts.read).toBe(0);
    await here.layOut();
    await pull(here);
    expect(await arrived(here)).toHaveLength(2);
  });

  test.each(["csv", "xlsx"] as const)(
    "a renamed list, as %s, is the list it is, and a copy of it is no second one",
    async (format) => {
      await change(here);
      await here.city.admin("POST /admin/faults", { on: "exportTitles", kind: "renamed" });
      await here.layOut(format);
      for (const name of readdirSync(inbox).filter((one) => one.startsWith("新建文件夹"))) {
        copyFileSync(join(inbox, name), join(inbox, name.replace("(1)", "(2)")));
      }
      expect((await pull(here))?.state).toBe("DONE");
      expect(await arrived(here)).toHaveLength(2);
      const [held] = await here.rows<{ valid_from: string }>(
        "select valid_from::text from titles where batch = $1",
        [`r${round}`],
      );
      expect(held?.valid_from).toBe("2024-06-01");
      expect((await pull(here))?.counts.read).toBe(0);
      // The same stem would be laid over by the next test's.
      await change(here);
      await here.layOut();
      await pull(here);
    },
  );

  test("an older list that comes after a newer one is passed over", async () => {
    await change(here);
    const old = { ...(await heldBack(here)) };
    await change(here);
    await here.layOut();
    await pull(here);
    const before = await titlesOf(here);
    for (const [name, bytes] of Object.entries(old)) writeFileSync(join(inbox, name), bytes);
    expect((await pull(here))?.counts.read).toBe(0);
    expect(await titlesOf(here)).toEqual(before);
  });

  /** A list whose files are kept back, as by a clerk on leave. */
  async function heldBack(from: ParcelDistrict): Promise<Record<string, Buffer>> {
    await from.layOut();
    const stem = newest();
    const names = readdirSync(inbox).filter((name) => name.startsWith(`${stem}.`));
    const kept = Object.fromEntries(names.map((name) => [name, readFileSync(join(inbox, name))]));
    for (const name of names) rmSync(join(inbox, name));
    return kept;
  }

  /** A parcel that the city did sign, with whatever in it. */
  async function lay(
    stem: string,
    changes: object,
    parts: Readonly<Record<string, Uint8Array>>,
  ): Promise<void> {
    const profile = JSON.parse(readFileSync(join(inbox, "profile.json"), "utf8")) as {
      generation: string;
    };
    const content = Object.entries(parts).map(([part, bytes]) => ({
      part,
      bytes: bytes.length,
      sha256: sha256(bytes),
    }));
    const manifest = {
      protocol: "sme-sync/1",
      canonVersion: 1,
      parcel: "titles",
      parcelId: stem,
      from: "city-3702",
      district,
      generation: profile.generation,
      revision: "900000",
      madeAt: "2026-11-27T05:00:00.000Z",
      count: 1,
      batchKey: null,
      bodySha256: null,
      content,
      ...changes,
    };
    const bytes = Buffer.from(JSON.stringify(manifest));
    const key = {
      id: "city",
      algorithm: "SM2-SM3" as const,
      privateKey: cityParcelKey.key,
      notBefore: null,
      notAfter: null,
    };
    for (const [part, of] of Object.entries(parts))
      writeFileSync(join(inbox, `${stem}.${part}`), of);
    writeFileSync(join(inbox, `${stem}.manifest.json`), bytes);
    writeFileSync(
      join(inbox, `${stem}.manifest.sig`),
      JSON.stringify(await signDetached(key, bytes)),
    );
    writeFileSync(join(inbox, `${stem}.done`), "");
  }
  const take = (stem: string): void => {
    for (const name of readdirSync(inbox).filter((one) => one.startsWith(`${stem}.`))) {
      rmSync(join(inbox, name));
    }
  };

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      "a part that names a path",
      () =>
        lay(
          "evil",
          { content: [{ part: "../../etc/passwd", bytes: 1, sha256: "0".repeat(64) }] },
          {},
        ),
      /not of the protocol/,
    ],
    [
      "ten gigabytes, of which not one is read",
      async () => {
        await lay(
          "evil",
          { content: [{ part: "csv", bytes: 10_000_000_000, sha256: "0".repeat(64) }] },
          { csv: Buffer.from("x") },
        );
        truncateSync(join(inbox, "evil.csv"), 10_000_000_000);
      },
      /at most 268435456 are read/,
    ],
    [
      "an archive that is no workbook",
      () => lay("evil", {}, { xlsx: Buffer.from("504b0506".padEnd(44, "0"), "hex") }),
      /no XLSX workbook|damaged/,
    ],
    [
      "a list without the column of the codes",
      () => lay("evil", {}, { csv: Buffer.from("企业名称,称号类别\n甲,乙\n") }),
      /统一社会信用代码/,
    ],
    [
      "half a manifest",
      async () => {
        await lay("evil", {}, { csv: Buffer.from("x") });
        truncateSync(join(inbox, "evil.manifest.json"), 40);
      },
      /cannot be read/,
    ],
  ])("%s stops the pull with its reason until it is taken away", async (_, make, reason) => {
    await make();
    const part = await pull(here);
    expect(part).toMatchObject({ state: "FAILED", failure: expect.stringMatching(reason) });
    take("evil");
    expect((await pull(here))?.state).toBe("DONE");
  });

  test("a receipt for a batch that nobody sent settles nothing, and one that was changed is not believed", async () => {
    await here.recommend(50, { reason: '=HYPERLINK("http://x")' });
    await here.sync({ parts: ["push"] });
    const stem =
      readdirSync(join(here.folder, "to-city")).find((name) => name.endsWith(".csv")) ?? "";
    const sheet = readFileSync(join(here.folder, "to-city", stem), "utf8");
    // Opened by a clerk it runs nothing; the batch beside it holds the reason as it is.
    expect(sheet).toContain(`"'=HYPERLINK(""http://x"")"`);
    for (const kind of ["other-batch", "bad-signature"]) {
      await here.city.admin("POST /admin/faults", { on: "pushBatch", kind });
      await here.pickUp();
      const [part] = (await here.sync({ parts: ["push"] })).parts;
      expect(part).toMatchObject({
        state: "INCOMPLETE",
        failure: expect.stringContaining("receipt"),
      });
    }
    await here.pickUp();
    expect((await here.sync({ parts: ["push"] })).parts[0]).toMatchObject({
      state: "DONE",
      counts: { applied: 1 },
    });
  });

  test("other bytes under a number that lies there already are refused", async () => {
    const platform = createParcelPlatform({
      box: fileBox(here.folder),
      district,
      keys: parcelKeys,
    });
    const [last] = await here.rows<{ key: string }>(
      "select idempotency_key as key from sync_batches order by batch_no desc limit 1",
    );
    await expect(
      platform.pushBatch(last?.key.replace(/\d+$/, "77") ?? "", Buffer.from('{"items":[]}')),
    ).rejects.toMatchObject({ kind: "AWAITING_RECEIPT" });
    await expect(
      platform.pushBatch(last?.key.replace(/\d+$/, "77") ?? "", Buffer.from('{"items": []}')),
    ).rejects.toMatchObject({ kind: "KEY_REUSED" });
  });
});
