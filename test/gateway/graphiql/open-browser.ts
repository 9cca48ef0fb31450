/**
 * A headless Chromium of this machine, or the reason why there is none.
 */
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";
import type { BrowserContext } from "playwright-core";

const candidates = [
  process.env["GOLDSEED_TEST_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of a Chromium, or null: then the tests that need one are skipped and say so. */
export const chromiumPath =
  candidates.find((file) => file !== undefined && existsSync(file)) ?? null;

export interface OpenBrowser {
  /** With a storage of its own. */
  readonly openContext: () => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** One serves all tests of a file: starting it takes longer than most of them. */
export async function openBrowser(executablePath: string): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    openContext: () =>
      browser.newContext({
        viewport: { width: 1366, height: 768 },
        permissions: ["clipboard-read", "clipboard-write"],
      }),
    close: () => browser.close(),
  };
}
