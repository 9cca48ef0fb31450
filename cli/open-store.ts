/**
 * Opens the store of the settings for a command or for `goldseed start`: the embedded database of the data folder, the
 * one of a `goldseed start` that runs there already, or the server of DATABASE_URL.
 */
import { prepareDataFolder } from "../config/data-folder.ts";
import type { Config } from "../config/options.ts";
import { removeRuntime, writeRuntime } from "../config/runtime-file.ts";
import { loadSecrets, type Secrets } from "../config/secrets.ts";
import { cancelRunning } from "../store/cancel-running.ts";
import type { ServerTrouble } from "../store/keep-server.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { auditMigration } from "./audit-migration.ts";
import { bringUpDatabase, loginUrls, type LoginUrls } from "./bring-up-database.ts";
import { findDatabase, type FoundDatabase, type Undo } from "./find-database.ts";

export interface OpenStoreOptions {
  /**
   * True for `goldseed start`: takes the data folder for itself, and lets commands join in through `runtime.json`.
   * Default false: a command, which joins a running Goldseed or runs the embedded database for its own duration.
   */
  readonly serve?: boolean;
  /**
   * Bring the database to the newest migration. Default: true for a database started here and for `serve`; elsewhere
   * the command is refused while migrations are pending. False opens it as it is.
   */
  readonly migrate?: boolean;
  /** Told when a step that takes its time begins. */
  readonly onStep?: (step: "database" | "migrate") => void;
  /** Told when an embedded database that was started here ended by itself, and when it answers again. */
  readonly onTrouble?: (trouble: ServerTrouble) => void;
}

export interface OpenStore extends LoginUrls {
  /** Connects as the owner of the tables. */
  readonly ownerUrl: string;
  /** Logs in as goldseed_worker. Opens no connection before its first use, as the gateway's does. */
  readonly workerPool: Pool;
  /** Logs in as goldseed_gateway. */
  readonly gatewayPool: Pool;
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** Where the embedded database listens; null with DATABASE_URL. */
  readonly embedded: FoundDatabase["embedded"];
  /** Whether the database was started here, found running in the data folder, or is a server of DATABASE_URL. */
  readonly kind: FoundDatabase["kind"];
  /** Where the embedded cluster moved to under root; null when it lies in the data folder. */
  readonly relocatedTo: string | null;
  /** Tags of the migrations applied now. */
  readonly migrated: readonly string[];
  /** Has `step` done before the database is let go of when Ctrl-C ends the command. */
  readonly beforeEnding: (step: () => Promise<void>) => void;
  /** Ends the pools, stops what was started here, gives the folder back. A second call waits for the first. */
  readonly close: () => Promise<void>;
}

/** A job over whole tables may take its time, but not for ever. */
const workerStatementTimeoutMs = 600_000;

/** @throws GoldseedError DATA_DIR_UNUSABLE, DATA_DIR_IN_USE, DB_UNAVAILABLE or STORE_UNFIT. */
export async function openStore(
  config: Config,
  options: OpenStoreOptions = {},
): Promise<OpenStore> {
  prepareDataFolder(config.dataDir);
  const secrets = loadSecrets(config.dataDir);
  const undo: Undo = [];
  try {
    const { serve = false, onTrouble } = options;
    options.onStep?.("database");
    const found = await findDatabase(config, secrets, { serve, undo, onTrouble });
    if (!serve) closeOnSignal(undo);
    const migrate = options.migrate ?? (serve || found.kind === "started" ? true : undefined);
    options.onStep?.("migrate");
    const migrated = await bringUpDatabase(found, migrate);
    const urls = await loginUrls(config, secrets, { found, set: migrate === true });
    if (serve) announce(config, found, undo);
    const store = { ...opened(config, urls, undo), ...found, secrets, migrated };
    if (migrated.length > 0) await auditMigration(store, config);
    return store;
  } catch (error) {
    await runBackwards(undo);
    throw error;
  }
}

function opened(config: Config, urls: LoginUrls, undo: Undo) {
  const { gatewayPoolSize, statementTimeoutMs, workerPoolSize, dataDir } = config;
  const gatewayPool = openPool({
    url: urls.gatewayUrl,
    name: "goldseed gateway",
    max: gatewayPoolSize,
    statementTimeoutMs,
    forBatches: true,
  });
  const workerPool = openPool({
    url: urls.workerUrl,
    name: "goldseed worker",
    max: workerPoolSize,
    statementTimeoutMs: workerStatementTimeoutMs,
    // A command's parallel steps queue for the few connections instead of failing.
    connectionTimeoutMs: 30_000,
  });
  undo.push(async () => {
    await Promise.all([cancelRunning(gatewayPool), cancelRunning(workerPool)]);
  });
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await Promise.allSettled([gatewayPool.end(), workerPool.end()]);
    await runBackwards(undo);
  };
  const close = () => (closing ??= closeAll());
  const beforeEnding = (step: () => Promise<void>) => void undo.push(step);
  return { ...urls, gatewayPool, workerPool, dataDir, beforeEnding, close };
}

function announce({ dataDir }: Config, { embedded }: FoundDatabase, undo: Undo): void {
  writeRuntime(dataDir, {
    processId: process.pid,
    databasePort: embedded?.port ?? null,
    databaseSocketFolder: embedded?.socketFolder ?? null,
    graphqlUrl: null,
    demoCityUrl: null,
  });
  undo.push(() => removeRuntime(dataDir));
}

/** Ctrl-C in a command: the pools hold running work, which is cancelled and not waited for. */
function closeOnSignal(undo: Undo): void {
  const onSignal = (signal: NodeJS.Signals) => {
    void runBackwards(undo).then(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, onSignal);
  undo.push(() => {
    for (const signal of signals) process.off(signal, onSignal);
  });
}

/** Each step is tried whatever became of the one before; it empties the list, so that it can run twice. */
async function runBackwards(undo: Undo): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) {
    try {
      await step();
    } catch (error) {
      process.stderr.write(`goldseed: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
