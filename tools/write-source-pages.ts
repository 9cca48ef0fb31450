/** Writes docs/sources: a page for each source but the registry, whose page is written by hand, and the findings. */
import { writeFileSync } from "node:fs";

import { listDescriptions, loadDescription } from "../intake/describe/load-description.ts";
import { findingsPage, sourcePage } from "./source-page.ts";

const folder = new URL("../docs/sources/", import.meta.url);

for (const id of await listDescriptions()) {
  if (id === "registry") continue;
  const { description } = await loadDescription(id);
  writeFileSync(new URL(`${id}.md`, folder), sourcePage(description));
}
writeFileSync(new URL("findings.md", folder), findingsPage());
