/** Writes docs/commands.md. */
import { writeFileSync } from "node:fs";

import { loadNouns } from "../cli/main.ts";
import { commandsPage } from "./commands-page.ts";

writeFileSync(new URL("../docs/commands.md", import.meta.url), commandsPage(await loadNouns()));
