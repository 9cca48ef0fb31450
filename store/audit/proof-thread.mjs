// The door of a thread that proves parts of the audit: runs its TypeScript through tsx, as cli/goldseed.mjs does for the process.
import { register } from "tsx/esm/api";

register();
const { serveProofs } = await import("./serve-proofs.ts");
serveProofs();
