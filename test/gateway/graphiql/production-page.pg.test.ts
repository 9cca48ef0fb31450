/**
 * The query page as production serves it, with the real gateway behind it: asked for a token, let in by role, the graph as
 * another sees it, and out again.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { toShareLink } from "../../../gateway/graphiql/share-link.ts";
import { ensureGraphiqlBuilt } from "../../../tools/build-graphiql.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGateway, type TestGateway } from "../../kit/gateway.ts";
import { principal } from "../../kit/graph.ts";
import { codes, seedDistrict, towns } from "../../kit/seed.ts";
import { chromiumPath, type OpenBrowser, openBrowser } from "./open-browser.ts";

const noChromium = chromiumPath === null ? " (skipped: no Chromium, GOLDSEED_TEST_CHROMIUM)" : "";
const pictures = process.env["GOLDSEED_SCREENSHOTS"];

const callers = {
  officer: principal("DISTRICT", ["370211"], { role: "OFFICER", subject: "zhang.san" }),
  viewer: principal("TOWN", [towns.yinzhu], { role: "VIEWER", subject: "li.si" }),
};

const query = `{ enterprise(creditCode: "${codes.A}") { name contactPhone financials(first: 1) { year revenue } } }`;

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

describe.skipIf(chromiumPath === null)(`the query page in production${noChromium}`, () => {
  const db = createTestDatabase();
  let gateway: TestGateway;
  let browser: OpenBrowser;

  beforeAll(async () => {
    await ensureGraphiqlBuilt();
    const { owner, gateway: pool, worker } = await db;
    await seedDistrict(owner);
    gateway = await openGateway(pool, callers, { workerPool: worker });
    browser = await openBrowser(chromiumPath ?? "");
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  test("a town's viewer is not let in; an officer is, sees as a town sees, and leaves", async () => {
    const page = await (await browser.openContext()).newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(toShareLink(new URL(`${gateway.url}/graphiql`), { query, variables: "" }));
    const field = page.getByLabel("访问令牌");
    await picture(page, "sign-in");
    await field.fill("viewer");
    await page.getByRole("button", { name: "进入" }).click();
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("此角色不能打开查询页");

    await field.fill("Bearer officer");
    await page.getByRole("button", { name: "进入" }).click();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    await page.getByRole("button", { name: "展开 试查" }).click();
    const pane = page.getByRole("region", { name: "试查" });
    await pane.getByLabel("区域").selectOption({ label: "隐珠街道" });
    await pane.getByLabel("角色").selectOption("VIEWER");
    await pane.getByRole("button", { name: "试查" }).click();
    await expect.poll(() => pane.getByRole("status").innerText()).toMatch(/差别 \d+/u);
    expect(await pane.locator("mark").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("revenue")]),
    );
    await picture(page, "view-as");
    expect(gateway.audited).toContainEqual(
      expect.objectContaining({ actor: "zhang.san", action: "graph.viewAs" }),
    );
    expect(await page.evaluate<string>("JSON.stringify({ ...sessionStorage })")).not.toContain(
      "handover",
    );

    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("访问令牌").waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
