/**
 * The two modules that exist only in the build: the examples, and the editor's Chinese messages.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import type { Plugin } from "esbuild";
import { readExamples } from "./read-examples.ts";

type Messages = readonly string[];

/** The editor's loader modules assign their table of translations to a global; this runs one and reads it. */
function translations(file: string): Messages {
  const sandbox: {
    _VSCODE_NLS_MESSAGES?: Messages;
    define: (names: unknown, run: () => void) => void;
  } = { define: (_names, run) => run() };
  runInNewContext(readFileSync(file, "utf8"), sandbox);
  if (sandbox._VSCODE_NLS_MESSAGES === undefined)
    throw new Error(`${file} holds no table of messages`);
  return sandbox._VSCODE_NLS_MESSAGES;
}

/** The English text of every message by its number, as the editor's own bundle calls for them. */
function englishTexts(file: string): ReadonlyMap<number, string> {
  const calls = readFileSync(file, "utf8").matchAll(
    /localize2?\)?\((\d+), ?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`$]*`)/g,
  );
  const found = [...calls].map(([, index, literal]) => `[${index}, ${literal}]`);
  return new Map(runInNewContext(`[${found.join(",")}]`) as [number, string][]);
}

/**
 * English to Chinese for the editor. It ships its translations by number for its own bundle, while its modules, which
 * this page is made of, call for texts by name: number, English and Chinese meet here.
 */
function editorTextsZh(root: string): Record<string, string> {
  const editor = path.join(root, "node_modules/monaco-editor");
  const chinese = translations(path.join(editor, "min/vs/nls.messages.zh-cn.js"));
  const english = englishTexts(path.join(editor, "dev/vs/editor/editor.main.js"));
  if (english.size !== chinese.length) {
    throw new Error(
      `monaco-editor calls for ${english.size} texts and translates ${chinese.length}`,
    );
  }
  return Object.fromEntries([...english].map(([index, text]) => [text, chinese[index] ?? text]));
}

export function pageModulesPlugin(root: string): Plugin {
  const contents: Readonly<Record<string, () => string>> = {
    "goldseed:examples": () =>
      `export const examples = ${JSON.stringify(readExamples(path.join(root, "docs/examples")))};`,
    "goldseed:editor-zh-cn": () =>
      `globalThis.goldseedEditorTexts = ${JSON.stringify(editorTextsZh(root))};`,
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
