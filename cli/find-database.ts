/** Where the database of this process is: started here, joined in the data folder's running Goldseed, or a server's. */
import type { Config } from "../config/options.ts";
import { readRuntime, removeRuntime, type Runtime } from "../config/runtime-file.ts";
import type { Secrets } from "../config/secrets.ts";
import { GoldseedError } from "../domain/errors.ts";
import { lockDataFolder } from "../store/data-folder-lock.ts";
import { type EmbeddedAddress, embeddedOwnerUrl } from "../store/embedded-address.ts";
import { startEmbedded } from "../store/embedded.ts";
import type { ServerTrouble } from "../store/keep-server.ts";
import { withDatabase } from "../store/provision.ts";

export interface FoundDatabase {
  readonly kind: "started" | "joined" | "server";
  /** Connects as the owner. */
  readonly ownerUrl: string;
  /** Where the embedded database listens; null on a server of DATABASE_URL. */
  readonly embedded: EmbeddedAddress | null;
  /** Where the embedded cluster moved to under root; null when it lies in the data folder. */
  readonly relocatedTo: string | null;
}

/** What has been done so far and must be undone, last first. */
export type Undo = (() => Promise<void> | void)[];

interface FindOptions {
  readonly serve: boolean;
  readonly undo: Undo;
  /** Told when the database that was started here ended by itself, and when it answers again. */
  readonly onTrouble?: ((trouble: ServerTrouble) => void) | undefined;
}

const databaseName = "goldseed";

/** @param serve takes the data folder even when a server is used, so that a second `goldseed start` is told so. */
export async function findDatabase(
  config: Config,
  secrets: Secrets,
  how: FindOptions,
): Promise<FoundDatabase> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl !== null && !how.serve) return server(databaseUrl);
  try {
    how.undo.push(await lockDataFolder(dataDir));
  } catch (error) {
    const running = isInUse(error) && !how.serve ? readRuntime(dataDir) : null;
    if (running === null) throw error;
    return join(running, config, secrets);
  }
  // Left by a Goldseed that was killed: the port in it may be anybody's by now.
  removeRuntime(dataDir);
  return databaseUrl === null ? start(config, secrets, how) : server(databaseUrl);
}

function isInUse(error: unknown): boolean {
  return error instanceof GoldseedError && error.code === "DATA_DIR_IN_USE";
}

function server(ownerUrl: string): FoundDatabase {
  return { kind: "server", ownerUrl, embedded: null, relocatedTo: null };
}

function join(running: Runtime, { dataDir }: Config, { ownerPassword }: Secrets): FoundDatabase {
  const { databasePort: port, databaseSocketFolder: socketFolder } = running;
  if (port === null) {
    throw new GoldseedError(
      "CONFIG_INVALID",
      `“${dataDir}”中运行的 Goldseed 使用 DATABASE_URL 的服务器，请为此命令设同样的 DATABASE_URL / The Goldseed that runs in "${dataDir}" uses a server of DATABASE_URL: set the same DATABASE_URL for this command.`,
    );
  }
  const embedded = { port, socketFolder };
  const ownerUrl = embeddedOwnerUrl(embedded, { password: ownerPassword, database: databaseName });
  return { kind: "joined", ownerUrl, embedded, relocatedTo: null };
}

async function start(
  { dataDir, embeddedBufferBytes: bufferBytes }: Config,
  { ownerPassword }: Secrets,
  { undo, onTrouble = () => undefined }: FindOptions,
): Promise<FoundDatabase> {
  const embedded = await startEmbedded({ dataDir, ownerPassword, bufferBytes, onTrouble });
  undo.push(embedded.stop);
  return {
    kind: "started",
    ownerUrl: withDatabase(embedded.ownerUrl, databaseName),
    embedded,
    relocatedTo: embedded.relocatedTo,
  };
}
