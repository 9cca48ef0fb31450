/**
 * The query page in a real browser: it opens with every other host blocked, keeps to its content policy, completes,
 * runs examples as the chosen identity, explains, copies, and leaves nothing behind.
 */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureGraphiqlBuilt } from "../../../tools/build-graphiql.ts";
import type { FixtureGateway } from "./fixture-gateway.ts";
import { sessions, startFixtureGateway } from "./fixture-gateway.ts";
import { chromiumPath, openBrowser } from "./open-browser.ts";
import type { OpenBrowser } from "./open-browser.ts";

const noChromium =
  chromiumPath === null ? " (skipped: no Chromium found, set GOLDSEED_TEST_CHROMIUM)" : "";
const [district, town] = sessions;

/** What the browser complained about, and every request to another host. */
interface Watch {
  readonly foreign: string[];
  readonly complaints: string[];
}

async function openPage(context: BrowserContext, url: string): Promise<Page & { watch: Watch }> {
  const page = await context.newPage();
  const watch: Watch = { foreign: [], complaints: [] };
  await page.route("**", (route) => {
    const address = route.request().url();
    if (address.startsWith(url)) return route.continue();
    watch.foreign.push(address);
    return route.abort();
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) watch.complaints.push(message.text());
  });
  page.on("pageerror", (error) => watch.complaints.push(error.message));
  await page.goto(`${url}/graphiql`);
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  return Object.assign(page, { watch });
}

const editor = (page: Page) => page.locator(".graphiql-query-editor .monaco-editor").first();
const answer = (page: Page) => page.locator(".graphiql-response");
const shown = async (page: Page): Promise<string> =>
  (await answer(page).locator(".view-lines").innerText()).replaceAll("\u00A0", " ");

async function openExample(page: Page, id: string): Promise<void> {
  const tabs = await page.locator(".graphiql-tab").count();
  await page.locator(`[data-example="${id}"]`).click();
  await expect.poll(() => page.locator(".graphiql-tab").count()).toBe(tabs + 1);
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "运行查询" }).click();
}

describe.skipIf(chromiumPath === null)(`the query page in a browser${noChromium}`, () => {
  let browser: OpenBrowser;
  let context: BrowserContext;
  let gateway: FixtureGateway;
  let page: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    await ensureGraphiqlBuilt();
    gateway = await startFixtureGateway();
    browser = await openBrowser(chromiumPath ?? "");
  });
  beforeEach(async () => {
    context = await browser.openContext();
    page = await openPage(context, gateway.url);
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await gateway.app.close();
  });

  test("asks no other host for anything and breaks no rule of its content policy", async () => {
    await openExample(page, "07-enterprise");
    await run(page);
    await expect.poll(() => shown(page)).toContain("enterprise");
    for (const pane of ["文档", "执行说明", "试查", "历史", "示例"]) {
      await page.getByRole("button", { name: `展开 ${pane}` }).click();
    }
    expect(page.watch).toEqual({ foreign: [], complaints: [] });
  });

  test("completes the fields of the type at the cursor", async () => {
    await editor(page).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("{ viewer { cle");
    const entry = page.locator(".suggest-widget .monaco-list-row", { hasText: "clearance" });
    await entry.waitFor();
    await page.keyboard.press("Control+Space");
    await expect.poll(() => page.locator(".suggest-widget").innerText()).toContain("clearance");
    await page.keyboard.press("Enter");
    await expect.poll(() => editor(page).innerText()).toContain("clearance");
  });

  test("marks a field that the schema does not have", async () => {
    await editor(page).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("{ viewer { salary } }");
    await page.locator(".graphiql-query-editor .squiggly-error").waitFor();
  });

  test("runs the same example as whichever identity is chosen", async () => {
    await openExample(page, "02-libraries");
    await run(page);
    await expect.poll(() => shown(page)).toContain("1023");
    await page.getByLabel("身份").selectOption({ label: town?.label ?? "" });
    await run(page);
    await expect.poll(() => shown(page)).toContain('"count": 7');
    expect(gateway.seen.at(-1)?.authorization).toBe(`Bearer ${town?.token}`);
  });

  test("fills an example's variables with an enterprise of the identity's own area", async () => {
    await openExample(page, "08-portrait");
    await expect
      .poll(() => page.locator(".graphiql-editor-tool .view-lines").first().innerText())
      .toContain("91370211MA3C00001X");
    await expect.poll(() => page.locator(".graphiql-tab-active").innerText()).toContain("Portrait");
  });

  test("asks for the execution only when told to, and shows statement, plan, cost and time", async () => {
    await run(page);
    await expect.poll(() => shown(page)).toContain("DISTRICT");
    expect(gateway.seen.at(-1)).not.toHaveProperty("x-graphql-explain");
    await page.getByRole("button", { name: "展开 执行说明" }).click();
    await page.getByLabel("请求执行说明").check();
    await run(page);
    const pane = page.getByRole("region", { name: "执行说明" });
    await expect.poll(() => pane.innerText()).toContain("Seq Scan on enterprises e");
    expect(await pane.innerText()).toContain("SELECT row_to_json(e)");
    expect(gateway.seen.at(-1)?.["x-graphql-explain"]).toBe("plan,sql,access");
    const bar = await page.locator(".goldseed-answer").innerText();
    expect(bar).toMatch(/HTTP 200.*用时.*服务端 1\.3 ms.*记录 1.*成本 12/s);
  });

  test("copies the query as a curl command without the token", async () => {
    await openExample(page, "02-libraries");
    await page.getByRole("button", { name: "复制为…" }).click();
    await page.getByRole("menuitem", { name: "复制为 curl" }).click();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toContain(`curl -sS '${gateway.url}/graphql'`);
    expect(copied).toContain("query Libraries");
    expect(copied).toContain("$GOLDSEED_TOKEN");
    expect(copied).not.toContain(district?.token);
  });

  test("opens a shared link with the query in it", async () => {
    await openExample(page, "03-areas");
    await page.getByRole("button", { name: "复制为…" }).click();
    await page.getByRole("menuitem", { name: "复制链接" }).click();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    const other = await context.newPage();
    await other.goto(link);
    await expect.poll(() => editor(other).innerText()).toContain("Areas");
  });

  test("stores neither the token nor request headers in the browser", async () => {
    await page.getByRole("button", { name: "请求头", exact: true }).click();
    await page.locator(".graphiql-editor-tool .monaco-editor:visible").click();
    await page.keyboard.insertText('{"x-secret": "header-value"}');
    await run(page);
    await expect.poll(() => gateway.seen.at(-1)?.["x-secret"]).toBe("header-value");
    await page.getByRole("button", { name: "展开 历史" }).click();
    await page.locator(".graphiql-history-item").first().waitFor();
    const stored = await page.evaluate<string>(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    expect(stored).toContain("queries");
    expect(stored).not.toContain("header-value");
    for (const session of sessions) expect(stored).not.toContain(session.token);
  });

  test("stands within the width of a phone, its panes below each other", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const pane of [".graphiql-plugin", ".graphiql-query-editor", ".graphiql-response"]) {
      const { x = -1, width = 0 } = (await page.locator(pane).boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
      expect(width).toBeGreaterThan(250);
    }
  });

  test("speaks English when asked to, and remembers it", async () => {
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Show Documentation Explorer" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("body").innerText()).toContain("Who am I");
    await page.reload();
    await page.getByRole("button", { name: "Execute query" }).waitFor();
    expect(page.watch).toEqual({ foreign: [], complaints: [] });
  });

  test("has no English of the query tool left in its panes and dialogs", async () => {
    const seen: string[] = [];
    for (const pane of ["文档", "执行说明", "试查", "历史", "示例"]) {
      await page.getByRole("button", { name: `展开 ${pane}` }).click();
      seen.push(await page.locator(".graphiql-plugin").innerText());
    }
    for (const dialog of ["快捷键", "设置"]) {
      await page.getByRole("button", { name: dialog, exact: true }).click();
      seen.push(await page.getByRole("dialog").innerText());
      await page.keyboard.press("Escape");
    }
    const labels = await page
      .locator("[aria-label]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
    const english =
      /\b(?:Show|Hide|Docs|Documentation|Search|History|Settings|Theme|Clear|Short|Close|Editor|Copy|Query editor|Root Types)\b/;
    expect(
      [...seen, ...labels].filter((text) => english.test(text.replaceAll("query: Query", ""))),
    ).toEqual([]);
  });
});

describe.skipIf(chromiumPath === null)(`the query page in production${noChromium}`, () => {
  test("offers no identity, and asks with the token that is pasted", async () => {
    const gateway = await startFixtureGateway(false);
    const browser = await openBrowser(chromiumPath ?? "");
    try {
      const page = await openPage(await browser.openContext(), gateway.url);
      expect(await page.getByLabel("身份").count()).toBe(0);
      await run(page);
      await expect.poll(() => shown(page)).toContain("请先在页首选择身份或粘贴令牌");
      expect(gateway.seen).toEqual([]);
      expect(await page.locator(".goldseed-answer").innerText()).toBe("没有收到答复");
      await page.getByLabel("粘贴访问令牌").fill(`Bearer ${town?.token}`);
      await page.getByRole("button", { name: "使用" }).click();
      await run(page);
      await expect.poll(() => shown(page)).toContain("TOWN");
      await page.getByRole("button", { name: "清除" }).click();
      await page.getByLabel("粘贴访问令牌").waitFor();
    } finally {
      await browser.close();
      await gateway.app.close();
    }
  });
});
