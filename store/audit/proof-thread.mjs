// The door of a thread that proves parts of the audit: loads its TypeScript as cli/goldseed.mjs does for the process.
await import("../../lib/read-typescript.mjs");

const { serveProofs } = await import("./serve-proofs.ts");
serveProofs();
