/**
 * The two modules that exist only in the build: the examples, and the editor's Chinese messages.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { readExamples } from "./read-examples.ts";

/** The editor ships its translations as loader modules; what counts is one assignment to a global. */
function monacoMessages(root: string): string {
  const file = path.join(root, "node_modules/monaco-editor/min/vs/nls.messages.zh-cn.js");
  const source = readFileSync(file, "utf8");
  const found = /globalThis\._VSCODE_NLS_MESSAGES=\[.*?"\](?=[;,\s])/s.exec(source)?.[0];
  if (found === undefined) throw new Error(`${file} holds no table of messages`);
  return `${found};\nglobalThis._VSCODE_NLS_LANGUAGE = "zh-cn";`;
}

export function pageModulesPlugin(root: string): Plugin {
  const contents: Readonly<Record<string, () => string>> = {
    "goldseed:examples": () =>
      `export const examples = ${JSON.stringify(readExamples(path.join(root, "docs/examples")))};`,
    "goldseed:monaco-zh-cn": () => monacoMessages(root),
  };
  return {
    name: "page-modules",
    setup(build) {
      build.onResolve({ filter: /^goldseed:/ }, (args) => ({ path: args.path, namespace: "page" }));
      build.onLoad({ filter: /.*/, namespace: "page" }, (args) => ({
        contents: contents[args.path]?.() ?? "",
        loader: "js",
      }));
    },
  };
}
