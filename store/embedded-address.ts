/**
 * How to reach the embedded server: by a socket in the cluster's own folder, which its account alone may enter. A portrait's
 * two system calls cost less over it than over TCP on the same machine; TCP stays open for programs that know no sockets.
 */
import { resolve } from "node:path";

/** The system's limit for an address is 107 bytes on Linux and 103 on macOS; a port has up to five digits. */
const longestPath = 103;

export interface EmbeddedAddress {
  readonly port: number;
  /** Folder of the socket; null where the server listens to TCP alone. */
  readonly socketFolder: string | null;
}

/** @returns null where no socket can stand there: Windows, a path too long, or one that the server's setting would split. */
export function socketFolderFor(clusterDir: string, platform = process.platform): string | null {
  const folder = resolve(clusterDir);
  const address = `${folder}/.s.PGSQL.65535`;
  if (platform === "win32" || Buffer.byteLength(address) > longestPath) return null;
  return /[,"]/u.test(folder) ? null : folder;
}

/** Connects as the owner; the driver prefers the socket's folder in `host` to the host before it. */
export function embeddedOwnerUrl(
  { port, socketFolder }: EmbeddedAddress,
  { password, database }: { readonly password: string; readonly database: string },
): string {
  const tcp = `postgres://goldseed_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return socketFolder === null ? tcp : `${tcp}?host=${encodeURIComponent(socketFolder)}`;
}
