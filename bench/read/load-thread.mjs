// The door of the thread that makes load: loads its TypeScript as cli/goldseed.mjs does for the process.
await import("../../lib/read-typescript.mjs");

const { serveLoad } = await import("./serve-load.ts");
serveLoad();
