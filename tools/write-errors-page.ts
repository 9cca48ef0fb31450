/** Writes docs/errors.md. */
import { writeFileSync } from "node:fs";

import { errorCatalogue } from "../domain/errors.ts";
import { errorsPage } from "./errors-page.ts";

writeFileSync(new URL("../docs/errors.md", import.meta.url), errorsPage(errorCatalogue));
