#!/usr/bin/env node
// The door of the command line: says in one sentence what is wrong with an old Node, then runs the TypeScript
// main. It is plain JavaScript so that an unsupported Node can still parse it.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `goldseed needs Node >= 20.19, this is ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exit(78);
}
// Whoever reads a pipe may have read enough (`| head`): what is left is not written, and the work goes on to its end.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
await import("../lib/read-typescript.mjs");
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
