/** What `goldseed --version` says: the package's version and the Node it runs on. */
import { readFileSync } from "node:fs";

export function versionText(): string {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { readonly version: string };
  return `goldseed ${version} (Node ${process.versions.node})`;
}
