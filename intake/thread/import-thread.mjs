// The door of the thread that imports: loads its TypeScript as cli/goldseed.mjs does for the process.
await import("../../lib/read-typescript.mjs");

const { serveImports } = await import("./serve-imports.ts");
serveImports();
