/**
 * The ready examples over the real gateway and a real database: each runs without an error for every tier, through HTTP
 * and from the page itself.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sample } from "../../../gateway/graphiql/fill-sample.ts";
import { fillSample, readSample, sampleQuery } from "../../../gateway/graphiql/fill-sample.ts";
import { channels } from "../../../store/notify.ts";
import { ensureGraphiqlBuilt } from "../../../tools/build-graphiql.ts";
import { readExamples } from "../../../tools/graphiql/read-examples.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGateway } from "../../kit/gateway.ts";
import { principal } from "../../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../../kit/seed.ts";
import { chromiumPath, openBrowser } from "./open-browser.ts";

const all = readExamples("docs/examples");
/** A subscription is followed and not asked once: it has a test of its own below. */
const isFollowed = ({ query }: { query: string }) => query.includes("\nsubscription ");
const examples = all.filter((example) => !isFollowed(example));
const principals = {
  CITY: principal("CITY", ["3702"]),
  DISTRICT: principal("DISTRICT", ["370211"]),
  ZONE: principal("ZONE", [zones.dongjiakou]),
  TOWN: principal("TOWN", [towns.yinzhu]),
};
const tiers = Object.keys(principals);

await ensureGraphiqlBuilt();
const db = await createTestDatabase();
const gateway = await openGateway(db.gateway, principals, {
  workerPool: db.worker,
  introspection: "all",
  fetchCityRecords: async (creditCodes) => {
    const record = { name: "市级登记名称", titles: [], updatedAt: null };
    const fetchedAt = "2026-01-02T03:04:05Z";
    return new Map(creditCodes.map((code) => [code, { ...record, fetchedAt }]));
  },
  graphiql: {
    development: true,
    sessions: async () => tiers.map((tier) => ({ label: `身份 ${tier}`, tier, token: tier })),
  },
});
const samples = new Map<string, Sample | null>();

beforeAll(async () => {
  await seedDistrict(db.owner);
  for (const tier of tiers) {
    samples.set(tier, readSample((await ask(tier, sampleQuery, {})).data));
  }
});
afterAll(() => gateway.stop());

interface Body {
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly data: any;
  readonly errors?: readonly unknown[];
}

async function ask(token: string, query: string, variables: object): Promise<Body> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Body;
}

describe.each(tiers)("as %s", (tier) => {
  test.each(examples)("example $id runs without an error", async (example) => {
    const body = await ask(tier, example.query, fillSample(example, samples.get(tier) ?? null));
    expect(body.errors).toBeUndefined();
    expect(Object.values(body.data as object)).not.toContain(null);
  });
});

test.each([
  ["DISTRICT", codes.C],
  ["ZONE", codes.C],
  ["TOWN", codes.A],
])("the sample of %s is the best specialized enterprise of its own area", (tier, code) => {
  expect(samples.get(tier)).toMatchObject({ creditCode: code, isDistrict: tier === "DISTRICT" });
});

test("no example holds another area's enterprise for a town", async () => {
  for (const example of examples) {
    const body = await ask("TOWN", example.query, fillSample(example, samples.get("TOWN") ?? null));
    for (const other of [codes.C, codes.D, codes.E, codes.F]) {
      expect(JSON.stringify(body.data), example.id).not.toContain(other);
    }
  }
});

describe.skipIf(chromiumPath === null)(
  `from the page${chromiumPath === null ? " (skipped: no Chromium found)" : ""}`,
  () => {
    test("an example runs as the chosen tier, and its statement and plan are shown", async () => {
      const browser = await openBrowser(chromiumPath ?? "");
      try {
        const page = await (await browser.openContext()).newPage();
        await page.goto(`${gateway.url}/graphiql`);
        const answer = page.locator(".graphiql-response .view-lines");
        await page.locator(".graphiql-query-editor .view-line").first().waitFor();
        for (const [tier, count] of [
          ["TOWN", 1],
          ["ZONE", 2],
        ] as const) {
          await page.getByLabel("身份").selectOption({ label: `身份 ${tier}` });
          await page.locator('[data-example="05-top-specialized"]').click();
          await expect
            .poll(() => page.locator(".graphiql-tab-active").innerText())
            .toContain("TopSpecialized");
          await page.getByRole("button", { name: "运行查询" }).click();
          await expect
            .poll(async () => (await answer.innerText()).replaceAll("\u00A0", " "))
            .toContain(`"totalCount": ${count}`);
        }
        await page.getByRole("button", { name: "展开 执行说明" }).click();
        await page.getByLabel("请求执行说明").check();
        await page.getByRole("button", { name: "运行查询" }).click();
        const pane = page.getByRole("region", { name: "执行说明" });
        await expect.poll(() => pane.innerText()).toMatch(/row_to_json[^]*Execution Time/);
      } finally {
        await browser.close();
      }
    });

    test("a subscription shows every event until it is stopped", async () => {
      const browser = await openBrowser(chromiumPath ?? "");
      try {
        const page = await (await browser.openContext()).newPage();
        await page.goto(`${gateway.url}/graphiql`);
        await page.locator(".graphiql-query-editor .view-line").first().waitFor();
        await page.getByLabel("身份").selectOption({ label: "身份 TOWN" });
        await page.locator('[data-example="18-follow-enterprise"]').click();
        await expect
          .poll(() => page.locator(".graphiql-tab-active").innerText())
          .toContain("FollowEnterprise");
        await page.getByRole("button", { name: "运行查询" }).click();
        await page.getByText("订阅中").waitFor();
        const answer = page.locator(".graphiql-response .view-lines");
        for (const name of ["青岛甲子一号有限公司", "青岛甲子二号有限公司"]) {
          await rename(codes.A, name);
          await expect.poll(() => answer.innerText()).toContain(name);
        }
        await page.getByRole("button", { name: "停止查询" }).click();
        await page.getByRole("button", { name: "运行查询" }).waitFor();
      } finally {
        await browser.close();
      }
    });
  },
);

/** As the writers do: the row, and word of it. */
async function rename(creditCode: string, name: string): Promise<void> {
  await db.owner.query(
    "with changed as (update enterprises set name = $2 where credit_code = $1) select pg_notify($3, $1)",
    [creditCode, name, channels.enterprises],
  );
}
