/** Writes docs/configuration.md: `node --import tsx tools/write-configuration-docs.ts`. A test fails when it is stale. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { documentConfig } from "../config/document-config.ts";

const path = fileURLToPath(new URL("../docs/configuration.md", import.meta.url));
writeFileSync(path, documentConfig());
console.log(path);
