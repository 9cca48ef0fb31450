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

/** The editor's own messages in Chinese; importing it fills the global table that the editor reads. */
declare module "goldseed:monaco-zh-cn" {}
