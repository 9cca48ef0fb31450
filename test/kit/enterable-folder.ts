/**
 * A temporary folder for a data folder. `mkdtemp` shuts out other accounts: under root the embedded server's is one, and
 * its cluster would lie below /var/lib and stay there when the test has long removed its folder.
 */
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whoever calls it removes it. */
export function enterableFolder(name: string, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `goldseed-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}
