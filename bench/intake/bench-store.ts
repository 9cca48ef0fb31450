/** A store of its own for the benchmark of intake: an embedded PostgreSQL with the settings that the product starts with. */
import { rmSync } from "node:fs";

import type { RegistryEntry } from "../../domain/linking/registry-entry.ts";
import { startEmbedded } from "../../store/embedded.ts";
import { migrateStore } from "../../store/migrate.ts";
import { openPool, type Pool } from "../../store/pool.ts";
import {
  ensureDatabase,
  setLoginPasswords,
  withDatabase,
  withLogin,
} from "../../store/provision.ts";
import { copyRows } from "../../store/queries/copy-rows.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { inTransaction } from "../../store/transaction.ts";
import { enterableFolder } from "../../test/kit/enterable-folder.ts";

export interface BenchStore {
  readonly owner: Pool;
  readonly worker: Pool;
  readonly workerUrl: string;
}

export interface BenchServer {
  readonly folder: string;
  /** A database with the reference data and these enterprises. */
  readonly open: (name: string, entries: readonly RegistryEntry[]) => Promise<BenchStore>;
  readonly close: () => Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const folder = enterableFolder("bench");
  const server = await startEmbedded({ dataDir: folder, ownerPassword: "owner-of-the-bench" });
  const pools: Pool[] = [];
  return {
    folder,
    open: async (name, entries) => {
      const url = withDatabase(server.ownerUrl, name);
      await ensureDatabase(url);
      await migrateStore(url);
      await setLoginPasswords(url, { gateway: "gateway-bench", worker: "worker-of-bench" });
      const workerUrl = withLogin(url, "goldseed_worker", "worker-of-bench");
      const [owner, worker] = [url, workerUrl].map((one) =>
        openPool({ url: one, name: "goldseed bench", max: 4, statementTimeoutMs: 170_000 }),
      ) as [Pool, Pool];
      pools.push(owner, worker);
      await loadReferenceData(worker);
      await register(owner, entries);
      return { owner, worker, workerUrl };
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      if (server.relocatedTo) rmSync(server.relocatedTo, { recursive: true, force: true });
    },
  };
}

const columns =
  "credit_code, town_code, name, kind, status, address, source_id, record_key, link_method, link_confidence, content_digest";

async function register(owner: Pool, entries: readonly RegistryEntry[]): Promise<void> {
  await inTransaction(
    owner,
    (client) => copyRows(client, `enterprises (${columns})`, entries.map(rowOf)),
    { statementTimeoutMs: 0 },
  );
  await owner.query("analyze enterprises");
}

function rowOf({ creditCode, names, address }: RegistryEntry): readonly (string | null)[] {
  const name = names[0]?.name ?? "";
  const place = address === "" ? null : address;
  // oxfmt-ignore
  return [creditCode, "370211001", name, "COMPANY", "ACTIVE", place, "bench", creditCode, "REGISTRY", "1", "-"];
}
