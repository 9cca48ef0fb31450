/** A list that the city did not sign: nobody believes it until an officer vouches for it, and then every receipt says so. */
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import { cityFormReader } from "../../cli/read-city-form.ts";
import { receiptText } from "../../cli/sync-proofs-text.ts";
import { readReceipts } from "../../store/queries/sync-proofs.ts";
import { vouchForList } from "../../sync/platform/files/vouch-for-list.ts";
import { readCityForms } from "../../sync/read-city-forms.ts";
import { checkReceipt } from "../../sync/verify/check-receipt.ts";
import { seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { goldseed } from "../kit/goldseed-process.ts";
import { principal } from "../kit/graph.ts";
import { district } from "./connect-to.ts";
import { fileBox } from "./file-box-for-tests.ts";
import { parcelKeys } from "./parcel-keys.ts";
import { createParcelDistrict, type ParcelDistrict } from "./parcel-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: ParcelDistrict = await createParcelDistrict("files");
const inbox = join(here.folder, "from-city");
const list = join(here.folder, "list.csv");
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });

beforeAll(async () => {
  await here.registerEnterprises(60);
  await here.city.admin("POST /admin/seed", seedLines(10));
});

/** What the city's officers send by mail: the list, and nothing that signs it. */
async function unsignedList(): Promise<void> {
  const before = new Set(existsSync(inbox) ? readdirSync(inbox) : []);
  await here.layOut("csv");
  const laid = readdirSync(inbox).filter((one) => !before.has(one) && !one.startsWith("profile"));
  copyFileSync(join(inbox, laid.find((one) => one.endsWith(".csv")) ?? ""), list);
  for (const one of laid) rmSync(join(inbox, one));
}

const vouch = (who = officer, file = list) => {
  const readForm = cityFormReader(readCityForms().titles);
  const where = { box: fileBox(here.folder), folder: here.folder, file };
  return vouchForList(who, { ...where, district, keys: parcelKeys, readForm });
};

test("a list that an officer vouches for is taken in, and the receipt names the officer", async () => {
  await unsignedList();
  const vouched = await vouch();
  expect(vouched.records).toBe(10);
  const report = await here.sync();
  expect(report.parts.map(({ direction, state }) => `${direction} ${state}`)).toEqual([
    "PULL DONE",
    "PUSH DONE",
    "VERIFY DONE",
  ]);
  expect(report.parts[0]?.counts.applied).toBe(10);
  const [receipt] = await readReceipts(here.database.worker, "city", { id: null, limit: 1 });
  if (receipt === undefined) throw new Error("no receipt");
  const checked = checkReceipt(receipt, []);
  expect(checked.worth).toBe("DERIVED");
  expect(receiptText(checked)).toContain(`${officer.subject}，市级未签名 / the city did not sign`);
});

test("vouched for on the command line it is in the audit, and the next command takes it in", async () => {
  await here.city.admin("PUT /admin/titles", [seedTitle(15)]);
  await unsignedList();
  const keysFile = join(here.folder, "district-keys.json");
  writeFileSync(keysFile, JSON.stringify(parcelKeys));
  const { database } = here;
  const env = {
    GOLDSEED_DATA_DIR: join(here.folder, "data"),
    DATABASE_URL: database.ownerUrl,
    GATEWAY_DATABASE_URL: database.gatewayUrl,
    WORKER_DATABASE_URL: database.workerUrl,
    CITY_FILES_DIR: here.folder,
    CITY_KEYS_FILE: keysFile,
  };
  const vouched = await goldseed(["sync", "vouch", list], env);
  expect([vouched.code, vouched.stderr]).toEqual([0, ""]);
  expect(vouched.stdout).toMatch(/vouched: 370211:titles:[^,]+, 11 条 records/u);
  const run = await goldseed(["sync", "run", "--json"], env);
  expect(JSON.parse(run.stdout)).toMatchObject({
    parts: [{ direction: "PULL", state: "DONE", counts: { applied: 1 } }, {}, {}],
  });
  const entries = await here.rows<{ outcome: string }>(
    "select outcome from audit_entries where action = 'cli.sync.vouch' order by sequence",
  );
  expect(entries.map(({ outcome }) => outcome)).toEqual(["INTENT", "DONE"]);
});

test("the next list follows it, and one that the city signs follows both", async () => {
  await here.city.admin("PUT /admin/titles", [seedTitle(20)]);
  await unsignedList();
  const { parcelId } = await vouch();
  expect((await here.sync()).parts[0]?.counts.applied).toBe(1);
  expect(existsSync(join(inbox, `${parcelId.replaceAll(":", ".")}.done`))).toBe(true);
  for (let no = 21; no < 24; no++) await here.city.admin("PUT /admin/titles", [seedTitle(no)]);
  await here.layOut("csv");
  expect((await here.sync()).parts[0]?.counts.applied).toBe(3);
});

test("changed after the officer has vouched for it, it is not believed", async () => {
  await here.city.admin("PUT /admin/titles", [seedTitle(30)]);
  await unsignedList();
  const { parcelId } = await vouch();
  const part = join(inbox, `${parcelId.replaceAll(":", ".")}.csv`);
  writeFileSync(part, "x");
  const report = await here.sync({ parts: ["pull"] });
  expect(report.parts[0]?.failure).toMatch(/signed for|not the file/u);
  for (const one of readdirSync(inbox))
    if (one.startsWith(parcelId.replaceAll(":", "."))) rmSync(join(inbox, one));
});

test.each([
  [
    "a viewer of the district",
    principal("DISTRICT", ["370211"], { role: "VIEWER" }),
    list,
    "FORBIDDEN",
  ],
  ["a town's officer", principal("TOWN", ["370211001"], { role: "OFFICER" }), list, "FORBIDDEN"],
  ["a file that is not there", officer, join(here.folder, "none.csv"), "FILE_UNREADABLE"],
  ["a file of another kind", officer, join(here.folder, "keys.json"), "FILE_UNREADABLE"],
])("%s: nothing is written", async (_, who, file, code) => {
  const before = readdirSync(inbox);
  await expect(vouch(who, file)).rejects.toMatchObject({ code });
  expect(readdirSync(inbox)).toEqual(before);
});
