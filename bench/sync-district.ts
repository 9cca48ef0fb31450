/** A district and a city side by side for the benchmark of their exchange: one server, two databases, two processes. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

import { startEmbedded } from "../store/embedded.ts";
import { migrateStore } from "../store/migrate.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withDatabase, withLogin } from "../store/provision.ts";
import { createHttpPlatform } from "../sync/platform/http/http-platform.ts";
import type { CityPlatform } from "../sync/platform/port.ts";
import { runSync, type RunSyncOptions, type SyncReport } from "../sync/run-sync.ts";
import { enterableFolder } from "../test/kit/enterable-folder.ts";

export const district = "370211";

export interface BenchDistrict {
  readonly owner: Pool;
  readonly worker: Pool;
  readonly city: Pool;
  readonly platform: CityPlatform;
  readonly admin: (name: string, body: string) => Promise<void>;
  readonly sync: (options?: Partial<RunSyncOptions>) => Promise<SyncReport>;
  readonly close: () => Promise<void>;
}

export async function openBenchDistrict(): Promise<BenchDistrict> {
  const folder = enterableFolder("bench");
  const server = await startEmbedded({ dataDir: folder, ownerPassword: "owner-of-the-bench" });
  const ownerUrl = withDatabase(server.ownerUrl, "district");
  await ensureDatabase(ownerUrl);
  await migrateStore(ownerUrl);
  await setLoginPasswords(ownerUrl, { gateway: "gateway-bench", worker: "worker-of-bench" });
  const open = (url: string): Pool =>
    openPool({ url, name: "goldseed bench", max: 4, statementTimeoutMs: 170_000 });
  const owner = open(ownerUrl);
  const worker = open(withLogin(ownerUrl, "goldseed_worker", "worker-of-bench"));
  const cityUrl = withDatabase(server.ownerUrl, "city");
  const key = { id: "bench", secret: randomBytes(32).toString("base64url") };
  const { child, url, adminUrl } = await startCity(cityUrl, key);
  const city = open(cityUrl);
  const platform = createHttpPlatform({ origin: url, district, key });
  return {
    owner,
    worker,
    city,
    platform,
    admin: async (name, body) => {
      const [method = "POST", path = "/"] = name.split(" ");
      const answer = await fetch(`${adminUrl}${path}`, { method, body });
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    },
    sync: (options = {}) => runSync({ pool: worker, platform, district, force: true, ...options }),
    close: async () => {
      platform.close();
      child.kill("SIGTERM");
      await once(child, "exit");
      await Promise.all([owner.end(), worker.end(), city.end()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      if (server.relocatedTo) rmSync(server.relocatedTo, { recursive: true, force: true });
    },
  };
}

interface StartedCity {
  readonly child: ChildProcess;
  readonly url: string;
  readonly adminUrl: string;
}

async function startCity(
  databaseUrl: string,
  key: { readonly id: string; readonly secret: string },
): Promise<StartedCity> {
  const child = spawn(
    process.execPath,
    // oxfmt-ignore
    ["--import", "tsx", "demo/city-platform/main.ts", "--database-url", databaseUrl, "--key", `${key.id}:${key.secret}`,
     "--port", "0", "--admin-port", "0", "--with-parent"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, ...(JSON.parse(line) as { url: string; adminUrl: string }) };
}
