/**
 * What the build puts into the page: names that exist only after bundling, and the examples read from docs/examples.
 */

/** File names of the editor's three background workers, beside the page's own script. */
declare const EDITOR_WORKER: string;
declare const JSON_WORKER: string;
declare const GRAPHQL_WORKER: string;

declare module "goldseed:examples" {
  import type { Example } from "./example.ts";
  export const examples: readonly Example[];
}

/** The editor's own texts, English to Chinese; set by importing the module below, before the editor is loaded. */
// eslint-disable-next-line no-var -- only `var` declares a property of the global object
declare var goldseedEditorTexts: Readonly<Record<string, string>> | undefined;
declare module "goldseed:editor-zh-cn" {}
