/** `runtime.json` in the data folder: where the running Goldseed of that folder can be reached by commands. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { writePrivateFile } from "./write-private-file.ts";

export interface Runtime {
  readonly processId: number;
  /** Port of the embedded database; null when DATABASE_URL is used. */
  readonly databasePort: number | null;
  /** Folder of the embedded database's socket; null where it listens to TCP alone, or DATABASE_URL is used. */
  readonly databaseSocketFolder: string | null;
  /** Address of the GraphQL endpoint; null until it listens. */
  readonly graphqlUrl: string | null;
  /** Address of the demonstration's city platform; null until it listens, and when there is none. */
  readonly demoCityUrl: string | null;
}

const pathOf = (dataDir: string) => join(dataDir, "runtime.json");

/** Only the holder of the folder's lock writes it. */
export function writeRuntime(dataDir: string, runtime: Runtime): void {
  writePrivateFile(pathOf(dataDir), `${JSON.stringify(runtime)}\n`, true);
}

/** @returns null when nothing runs there, as far as the file tells: its writer may have been killed. */
export function readRuntime(dataDir: string): Runtime | null {
  try {
    // An older Goldseed writes no socket, for it has none.
    const written = JSON.parse(readFileSync(pathOf(dataDir), "utf8")) as Runtime;
    return { ...written, databaseSocketFolder: written.databaseSocketFolder ?? null };
  } catch {
    return null;
  }
}

export function removeRuntime(dataDir: string): void {
  rmSync(pathOf(dataDir), { force: true });
}
