/** What a city may send that is wrong: refused or quarantined with its reason, never applied by half. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createHttpPlatform } from "../../sync/platform/http/http-platform.ts";
import { cityKey } from "../demo/city-platform/city-key.ts";
import { creditCodeOf, seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { district } from "./connect-to.ts";
import { createDistrict, type District } from "./district-kit.ts";

// At the top: what it registers to be undone after the tests is not heard inside a hook.
const here: District = await createDistrict();
let round = 0;

beforeAll(async () => {
  await here.registerEnterprises(700);
  await here.city.admin("POST /admin/seed", seedLines(600));
  await here.sync();
});
beforeEach(() => here.city.admin("DELETE /admin/faults"));

const titles = () => here.rows("select * from titles order by credit_code, kind, batch");
const change = async (): Promise<void> => {
  round += 1;
  await here.rows("update sync_streams set cursor = null");
  await here.city.admin("PUT /admin/titles", [
    seedTitle(0, { batch: `r${round}` }),
    seedTitle(599, { batch: `r${round}` }),
  ]);
};
const arrived = () =>
  here.rows("select credit_code from titles where batch = $1 order by 1", [`r${round}`]);

describe("a list that is wrong is refused whole, and the next one is taken whole", () => {
  test.each([
    ["JSON cut short and the connection with it", { kind: "truncate", fraction: 0.6 }],
    ["JSON cut short, framed and signed", { kind: "truncate-framed", fraction: 0.6 }],
    ["cut short on its second page", { kind: "truncate", fraction: 0.6, skip: 1 }],
    ["a body without end", { kind: "endless" }],
    ["GB 18030 for UTF-8", { kind: "gb18030" }],
    ["a byte order mark", { kind: "bom" }],
    ["a member twice", { kind: "duplicate-member" }],
    ["a record twice", { kind: "duplicate" }],
    ["a page twice", { kind: "repeat-page" }],
    ["a page missing", { kind: "miss-page" }],
    ["a total that is not that of the pages", { kind: "wrong-total" }],
    ["an empty success", { kind: "empty-body" }],
    ["a page of a gateway", { kind: "html" }],
    ["an error inside a success", { kind: "error-in-200" }],
    ["a signature that is wrong", { kind: "bad-signature" }],
    ["no signature", { kind: "unsigned" }],
    ["a list that lost all it had", { kind: "empty" }],
    ["a list that lost most of it", { kind: "shrink", fraction: 0.03 }],
  ])("%s", async (_, fault) => {
    await change();
    const before = await titles();
    await here.city.admin("POST /admin/faults", { on: "titles", times: -1, ...fault });
    const [report] = (await here.sync({ parts: ["pull"] })).parts;
    expect(["INCOMPLETE", "FAILED", "HELD"]).toContain(report?.state);
    expect(report?.failure).toMatch(/\w{3}/u);
    expect(await titles()).toEqual(before);
    await here.city.admin("DELETE /admin/faults");
    await here.sync();
    expect(await arrived()).toHaveLength(2);
  });
});

describe("a record that is wrong is quarantined by itself, and the others are taken", () => {
  test.each([
    ["an unknown kind", "unknown-kind"],
    ["an unknown status", "unknown-status"],
    ["neither deleted nor not", "odd-deleted"],
    ["a member missing", "missing-member"],
    ["a credit code whose check character is wrong", "bad-code"],
    ["a record of another district", "foreign-district"],
    ["a day that is none", "bad-date"],
    ["a character that cannot be stored", "nul-character"],
  ])("%s", async (_, kind) => {
    await change();
    await here.city.admin("POST /admin/faults", { on: "titles", kind, times: 1 });
    const [report] = (await here.sync({ parts: ["pull"] })).parts;
    expect(report?.counts.quarantined).toBe(1);
    expect((await arrived()).at(-1)).toEqual({ credit_code: creditCodeOf(599) });
    const open = await here.rows<{ reason: string }>(
      "select reason from sync_conflicts where kind = 'INVALID' and state = 'OPEN'",
    );
    expect(open).toHaveLength(1);
    expect(open[0]?.reason).toMatch(/\w{3}/u);
    // Under a key that the fault made, it would wait for an officer.
    await here.rows(
      "update sync_conflicts set state = 'DECIDED', decided_by = 'officer', decision = 'DISMISS' where state = 'OPEN'",
    );
    await here.city.admin("DELETE /admin/faults");
    await here.rows("update sync_streams set cursor = null");
    await here.sync();
  });

  test("a credit code that our registry does not have", async () => {
    await here.city.admin("PUT /admin/titles", [seedTitle(5_000)]);
    const [report] = (await here.sync({ parts: ["pull"] })).parts;
    expect(report?.counts).toMatchObject({ quarantined: 1 });
  });
});

describe("clocks and keys", () => {
  const connect = (key: typeof cityKey, nowMs = Date.now) =>
    createHttpPlatform({ origin: here.city.url, district, key, readAttempts: 1, nowMs });
  const hour = 3_600_000;

  test.each([
    ["our clock an hour behind", () => connect(cityKey, () => Date.now() - hour)],
    ["our clock an hour ahead", () => connect(cityKey, () => Date.now() + hour)],
    ["a key that the city does not know", () => connect({ ...cityKey, id: "nobody" })],
    ["a secret that is not the key's", () => connect({ ...cityKey, secret: "x".repeat(40) })],
  ])("%s: refused as a matter for an operator", async (_, make) => {
    await change();
    const platform = make();
    await expect(here.sync({ platform })).rejects.toMatchObject({ code: "FORBIDDEN" });
    platform.close();
    expect(await arrived()).toEqual([]);
    await here.sync();
    expect(await arrived()).toHaveLength(2);
  });

  test("a key past its time", async () => {
    const old = { id: "old", secret: "o".repeat(40) };
    const times = { notBefore: "2020-01-01T00:00:00.000Z", notAfter: "2021-01-01T00:00:00.000Z" };
    await here.city.admin("PUT /admin/keys", [{ ...old, districts: [district], ...times }]);
    const platform = connect(old);
    await expect(here.sync({ platform })).rejects.toMatchObject({ code: "FORBIDDEN" });
    platform.close();
  });

  test("the city's clock an hour ahead: what it signs is taken, and nothing of ours depends on it", async () => {
    await here.city.admin("POST /admin/clock", { offsetMs: hour });
    await change();
    await expect(here.sync()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await here.city.admin("POST /admin/clock", { offsetMs: 0 });
    await here.sync();
    expect(await arrived()).toHaveLength(2);
  });
});
