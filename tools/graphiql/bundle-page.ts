/**
 * Runs esbuild over the page and the editor's workers.
 *
 * esbuild and not Vite: it is one package that the tests need anyway, builds in about two seconds, and the page needs
 * neither a development server nor a plugin system.
 */
import path from "node:path";
import type { BuildOptions, Metafile } from "esbuild";
import { ownStylesPlugin } from "./own-styles.ts";
import { pageModulesPlugin } from "./page-modules.ts";
import { changeVendorPlugin } from "./change-vendor.ts";

export interface BundledPage {
  /** File names inside the assets folder. */
  readonly script: string;
  readonly style: string;
  readonly icon: string;
}

const workers: Readonly<Record<string, string>> = {
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
};

function common(root: string, outdir: string): BuildOptions {
  return {
    absWorkingDir: root,
    outdir,
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    // Chromium 109 is the last for Windows 7, which domestic browsers in offices still build on.
    target: ["chrome109", "firefox115", "safari16"],
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    define: { "process.env.NODE_ENV": '"production"' },
    charset: "utf8",
    legalComments: "linked",
    logLevel: "error",
  };
}

function outputName(metafile: Metafile, wanted: RegExp): string {
  const name = Object.keys(metafile.outputs)
    .map((output) => path.basename(output))
    .find((output) => wanted.test(output));
  if (name === undefined) throw new Error(`esbuild wrote no file like ${wanted.source}`);
  return name;
}

function metafileOf(result: { readonly metafile?: Metafile | undefined }): Metafile {
  if (result.metafile === undefined) throw new Error("esbuild gave no list of what it wrote");
  return result.metafile;
}

/** Bundles the page into `outdir`, with `scratch` for files that exist only during the build. */
export async function bundlePage(
  root: string,
  outdir: string,
  scratch: string,
): Promise<BundledPage> {
  const { build } = await import("esbuild");
  const built = metafileOf(await build({ ...common(root, outdir), entryPoints: workers }));
  const worker = (name: string): string =>
    JSON.stringify(outputName(built, new RegExp(`^${name}-\\w+\\.js$`)));
  const page = await build({
    ...common(root, outdir),
    entryPoints: ["main.ts", "page.css", "icon.svg"].map((name) => `gateway/graphiql/${name}`),
    splitting: true,
    jsx: "automatic",
    loader: { ".ttf": "file", ".woff": "file", ".png": "file", ".svg": "copy" },
    define: {
      ...common(root, outdir).define,
      EDITOR_WORKER: worker("editor.worker"),
      JSON_WORKER: worker("json.worker"),
      GRAPHQL_WORKER: worker("graphql.worker"),
    },
    plugins: [changeVendorPlugin(root), ownStylesPlugin(scratch), pageModulesPlugin(root)],
  });
  const written = metafileOf(page);
  return {
    script: outputName(written, /^main-\w+\.js$/),
    style: outputName(written, /^page-\w+\.css$/),
    icon: outputName(written, /^icon-\w+\.svg$/),
  };
}
