/**
 * One PostgreSQL for all tests that need one: TEST_DATABASE_URL if it is set, else the embedded default in a temporary
 * folder. Its zone is not UTC on purpose. The migrated template is made once and cloned for each test file.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startEmbedded } from "../../store/embedded.ts";
import { migrateStore } from "../../store/migrate.ts";
import { ensureDatabase, setLoginPasswords, withDatabase } from "../../store/provision.ts";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
  }
}

export const templateName = "goldseed_template";
export const testPasswords = { gateway: "gateway-of-the-tests", worker: "worker-of-the-tests" };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const folder = mkdtempSync(join(tmpdir(), "goldseed-test-"));
  const settings = [
    "timezone=America/St_Johns",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    // The same on every machine, for what is planned here stands in snapshots.
    "shared_buffers=256MB",
    "effective_cache_size=2GB",
    // One test forgets a prepared transaction.
    "max_prepared_transactions=4",
  ];
  const server = given
    ? undefined
    : await startEmbedded({ dataDir: folder, ownerPassword: "owner-of-the-tests", settings });
  const ownerUrl = given ?? server?.ownerUrl ?? "";
  const templateUrl = withDatabase(ownerUrl, templateName);
  await ensureDatabase(templateUrl);
  await migrateStore(templateUrl);
  await setLoginPasswords(templateUrl, testPasswords);
  project.provide("ownerUrl", ownerUrl);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
    if (server?.relocatedTo) rmSync(server.relocatedTo, { recursive: true, force: true });
  };
}
