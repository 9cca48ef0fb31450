import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test, vi } from "vitest";

import { lockDataFolder } from "../../store/data-folder-lock.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const folder = temporaryFolder();
const elsewhere = temporaryFolder();
afterEach(() => vi.unstubAllEnvs());

test("a folder in use is refused, also to who has another folder for temporary files", async () => {
  const giveBack = await lockDataFolder(folder);
  for (const tmp of [process.env["TMPDIR"], elsewhere]) {
    vi.stubEnv("TMPDIR", tmp);
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: "DATA_DIR_IN_USE" });
  }
  await giveBack();
  await (
    await lockDataFolder(folder)
  )();
});

test("a folder is one folder by whichever link it is named", async () => {
  const link = join(elsewhere, "link");
  symlinkSync(folder, link);
  const giveBack = await lockDataFolder(folder);
  await expect(lockDataFolder(link)).rejects.toMatchObject({ code: "DATA_DIR_IN_USE" });
  await giveBack();
});

test("of many that come at once one gets it", async () => {
  const taken = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
  const got = taken.filter((one) => one.status === "fulfilled");
  expect(got).toHaveLength(1);
  for (const one of taken)
    if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "DATA_DIR_IN_USE" });
  for (const { value: giveBack } of got) await giveBack();
});
