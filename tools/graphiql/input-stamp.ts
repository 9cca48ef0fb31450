/**
 * One hash over everything that the page is built from, to know whether it must be built again.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const folders = ["gateway/graphiql", "docs/examples", "tools/graphiql"];
const files = ["tools/build-graphiql.ts"];
const packages = [
  "graphiql",
  "@graphiql/react",
  "monaco-editor",
  "monaco-graphql",
  "react",
  "esbuild",
];

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Hash of the page's sources and of the versions of the packages in it. */
export function inputStamp(root: string): string {
  const inputs = [
    ...folders.flatMap((folder) => filesBelow(root, folder)),
    ...files,
    ...packages.map((name) => path.join("node_modules", name, "package.json")),
  ];
  const hash = createHash("sha256");
  for (const input of inputs) {
    hash
      .update(input)
      .update("\0")
      .update(readFileSync(path.join(root, input)))
      .update("\0");
  }
  return hash.digest("hex");
}
