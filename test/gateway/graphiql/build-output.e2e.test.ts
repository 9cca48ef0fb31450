/**
 * The built page: complete, compressed, free of other hosts, and not built twice.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureGraphiqlBuilt } from "../../../tools/build-graphiql.ts";
import type { BuildOutcome } from "../../../tools/build-graphiql.ts";

const execFileAsync = promisify(execFile);
const root = path.resolve(fileURLToPath(import.meta.url), "../../../..");
let folder = "";
let output = "";
let first: BuildOutcome;
const read = (name: string): string => readFileSync(path.join(output, name), "utf8");
const assets = (): string[] => readdirSync(path.join(output, "assets"));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "goldseed-page-"));
  output = path.join(folder, "graphiql");
  first = await ensureGraphiqlBuilt({ output });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the first build", () => {
  test("leaves the page and nothing half done", () => {
    expect(first).toBe("built");
    expect(readdirSync(folder)).toEqual(["graphiql"]);
    expect(readdirSync(output).toSorted()).toEqual(
      ["assets", "index.html", "index.html.br", "index.html.gz", "manifest.json"].toSorted(),
    );
  });

  test("names every file after its content", () => {
    const unhashed = assets().filter(
      (name) => !/-[A-Z0-9]{8}\.\w+(?:\.LEGAL\.txt)?(?:\.(?:br|gz))?$/.test(name),
    );
    expect(unhashed).toEqual([]);
  });

  test("bundles the three workers of the editor, and the page names them", () => {
    const workers = assets().filter((name) =>
      /^(?:editor|json|graphql)\.worker-\w+\.js$/.test(name),
    );
    expect(workers).toHaveLength(3);
    const scripts = assets()
      .filter((name) => name.endsWith(".js"))
      .map((name) => read(`assets/${name}`));
    for (const worker of workers)
      expect(scripts.some((script) => script.includes(worker))).toBe(true);
  });

  test("loads nothing but its own files, and has no script in the page", () => {
    const html = read("index.html");
    const sources = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, source]) => source ?? "");
    expect(sources).toHaveLength(3);
    for (const source of sources) {
      expect(existsSync(path.join(output, source.replace("graphiql/", "")))).toBe(true);
    }
    expect(html).toMatch(/<script type="module" src="[^"]+"><\/script>/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain("{{");
  });

  test("has style sheets that refer to no other host and hold no font as data", () => {
    const css = assets()
      .filter((name) => name.endsWith(".css"))
      .map((name) => read(`assets/${name}`))
      .join("");
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address ?? "");
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => /^(?:https?:)?\/\/|^data:font/.test(address))).toEqual([]);
    expect(css).not.toMatch(/@import/);
  });

  test("speaks Chinese, and holds the twelve examples and the editor's Chinese", () => {
    const scripts = assets()
      .filter((name) => name.endsWith(".js"))
      .map((name) => read(`assets/${name}`))
      .join("");
    for (const text of [
      "重新读取模式",
      "我是谁：层级、角色、辖区",
      "按全局编号取对象",
      "剪切(&&T)",
    ]) {
      expect(scripts).toContain(text);
    }
  });

  test("compresses every text, and the copies hold the same", () => {
    const bytes = (name: string): Buffer => readFileSync(path.join(output, "assets", name));
    const texts = assets().filter((name) => /\.(?:js|css|svg)$/.test(name));
    expect(texts.length).toBeGreaterThan(10);
    for (const name of texts) {
      expect(brotliDecompressSync(bytes(`${name}.br`)).equals(bytes(name)), name).toBe(true);
      expect(gunzipSync(bytes(`${name}.gz`)).equals(bytes(name)), name).toBe(true);
    }
  }, 30_000);

  test("stays below 1.8 MB over the wire", () => {
    const bytes = assets()
      .filter((name) => name.endsWith(".br"))
      .map((name) => readFileSync(path.join(output, "assets", name)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_800_000);
  });
});

describe("a later build", () => {
  test("is skipped while nothing changed, within a second", async () => {
    const startedMs = performance.now();
    await expect(ensureGraphiqlBuilt({ output })).resolves.toBe("up to date");
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  test("is done again over a damaged one, also by two processes at once", async () => {
    writeFileSync(path.join(output, "manifest.json"), "damaged");
    const tool = path.join(root, "tools/build-graphiql.ts");
    const program = `
      import { ensureGraphiqlBuilt } from ${JSON.stringify(tool)};
      console.log(await ensureGraphiqlBuilt({ output: ${JSON.stringify(output)} }));`;
    const build = () =>
      execFileAsync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
        cwd: root,
      });
    const outcomes = await Promise.all([build(), build()]);
    expect(outcomes.map(({ stdout }) => stdout.trim())).toEqual(["built", "built"]);
    expect(readdirSync(folder)).toEqual(["graphiql"]);
    await expect(ensureGraphiqlBuilt({ output })).resolves.toBe("up to date");
  }, 120_000);

  test("is left out where the development packages are not installed", async () => {
    const root = mkdtempSync(path.join(tmpdir(), "goldseed-bare-"));
    writeFileSync(path.join(root, "package.json"), "{}");
    try {
      await expect(ensureGraphiqlBuilt({ root })).resolves.toBe("no bundler");
      expect(readdirSync(root)).toEqual(["package.json"]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
