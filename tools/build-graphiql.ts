/**
 * Builds the query page into dist/graphiql, unless what is there is up to date. Runs after an installation (`prepare`)
 * and before the gateway starts, so that neither a developer nor a fresh clone has a separate step to remember.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { BundledPage } from "./graphiql/bundle-page.ts";
import { bundlePage } from "./graphiql/bundle-page.ts";
import { compressFiles } from "./graphiql/compress-files.ts";
import { inputStamp } from "./graphiql/input-stamp.ts";

const defaultRoot = path.resolve(fileURLToPath(import.meta.url), "../..");
const outputFolder = "dist/graphiql";

export type BuildOutcome = "built" | "up to date" | "no bundler";

export interface BuildGraphiqlOptions {
  /** The repository; another folder only in tests. */
  readonly root?: string;
  readonly output?: string;
}

function isInstalled(root: string, name: string): boolean {
  try {
    createRequire(path.join(root, "package.json")).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function builtStamp(output: string): string | null {
  try {
    const manifest = JSON.parse(readFileSync(path.join(output, "manifest.json"), "utf8")) as {
      stamp?: string;
    };
    return manifest.stamp ?? null;
  } catch {
    return null;
  }
}

function writePage(root: string, target: string, page: BundledPage): void {
  const template = readFileSync(path.join(root, "gateway/graphiql/page.html"), "utf8");
  const html = template
    .replace("{{icon}}", page.icon)
    .replace("{{style}}", page.style)
    .replace("{{script}}", page.script);
  writeFileSync(path.join(target, "index.html"), html);
}

function writeManifest(target: string, stamp: string): void {
  const assets = readdirSync(path.join(target, "assets"))
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .toSorted()
    .map((name) => ({ name, bytes: statSync(path.join(target, "assets", name)).size }));
  writeFileSync(
    path.join(target, "manifest.json"),
    `${JSON.stringify({ stamp, assets }, null, 2)}\n`,
  );
}

async function buildInto(root: string, target: string, stamp: string): Promise<void> {
  const assets = path.join(target, "assets");
  const scratch = path.join(target, "scratch");
  mkdirSync(assets, { recursive: true });
  writePage(root, target, await bundlePage(root, assets, scratch));
  rmSync(scratch, { recursive: true, force: true });
  await Promise.all([compressFiles(assets), compressFiles(target)]);
  writeManifest(target, stamp);
}

/**
 * Two builds at once (an installation and a start) each work in a folder of their own; the last one stays. Another may
 * take the place between our two renames, so the exchange is tried again.
 */
function putInPlace(target: string, output: string): void {
  for (let attempt = 1; ; attempt += 1) {
    const old = `${target}-old-${attempt}`;
    try {
      if (existsSync(output)) renameSync(output, old);
      renameSync(target, output);
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/**
 * Makes sure that the query page is built from the present sources. "no bundler" means that the development packages
 * are not installed (`npm ci --omit=dev`), so that a page built elsewhere is used as it is, or there is none.
 */
export async function ensureGraphiqlBuilt(
  options: BuildGraphiqlOptions = {},
): Promise<BuildOutcome> {
  const root = options.root ?? defaultRoot;
  const output = options.output ?? path.join(root, outputFolder);
  if (!["esbuild", "graphiql", "react"].every((name) => isInstalled(root, name)))
    return "no bundler";
  const stamp = inputStamp(root);
  if (builtStamp(output) === stamp) return "up to date";
  const target = `${output}-${process.pid}`;
  try {
    await buildInto(root, target, stamp);
    putInPlace(target, output);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return "built";
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  const outcome = await ensureGraphiqlBuilt();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const words: Record<BuildOutcome, string> = {
    built: `GraphiQL 页面已构建（${seconds} 秒）。 GraphiQL page built (${seconds} s).`,
    "up to date": "GraphiQL 页面已是最新。 GraphiQL page is up to date.",
    "no bundler":
      "未安装开发依赖，跳过 GraphiQL 页面的构建。 Development packages are not installed; the GraphiQL page is not built.",
  };
  console.error(words[outcome]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
