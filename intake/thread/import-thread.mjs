// The door of the thread that imports: runs its TypeScript through tsx, as cli/goldseed.mjs does for the process.
import { register } from "tsx/esm/api";

register();
const { serveImports } = await import("./serve-imports.ts");
serveImports();
