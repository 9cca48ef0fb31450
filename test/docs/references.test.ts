/** What the documents point at is there: links with their anchors, paths of the tree, files (commands: commands.test.ts). */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tops = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
  .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
const tree = tops.flatMap(({ name, isFolder }) =>
  isFolder
    ? readdirSync(join(root, name), { recursive: true, encoding: "utf8" })
        .filter((path) => !path.includes("node_modules"))
        .map((path) => `${name}/${path.replaceAll("\\", "/")}`)
    : [name],
);
const names = new Set(tree.map((path) => posix.basename(path)));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const pages = tree
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: read(path) }));

/** What a regular expression captures in each page, with the page it stands in. */
function mentions(pattern: RegExp): { readonly page: string; readonly what: string }[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, what]) => ({ page: path, what: what ?? "" })),
  );
}

test("every link leads to a file, and to a heading or anchor of it", () => {
  const links = mentions(/\]\(([^)\s]+)\)/gu).filter(
    ({ what }) => !/^(?:https?|mailto):/u.test(what),
  );
  expect(links.length).toBeGreaterThan(90);
  expect(links.filter(({ page, what }) => !leadsSomewhere(page, what))).toEqual([]);
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : posix.join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  if (anchor === undefined || !target.endsWith(".md")) return true;
  const text = read(target);
  const headings = text.split("\n").filter((line) => line.startsWith("#"));
  return text.includes(`name="${anchor}"`) || headings.some((line) => slug(line) === anchor);
}

function slug(heading: string): string {
  const words = heading.replace(/^#+ /u, "").toLowerCase();
  return words
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

const endings = ["", ".ts", ".md", ".test.ts", ".pg.test.ts", ".pbt.test.ts", ".e2e.test.ts"];

test("every path in code marks is in the tree", () => {
  // Those of sync/SPEC.md's table of proofs begin in test/.
  const paths = mentions(/`([\w.@-]+(?:\/[\w.@-]+)+)\/?`/gu).filter(({ what }) =>
    tops.some(({ name }) => what.startsWith(`${name}/`)),
  );
  expect(paths.length).toBeGreaterThan(300);
  const wrong = paths.filter(
    ({ what }) =>
      !["", "test/"].some((from) =>
        endings.some((end) => existsSync(join(root, from + what + end))),
      ),
  );
  expect(wrong).toEqual([]);
});

// A file that whoever calls the command brings along.
const ofCallers = new Set(["name_history.csv"]);

test("every file named without its path is in the tree", () => {
  const files = mentions(/`(\w[\w.-]+\.(?:ts|mjs|yaml|graphql|csv|sql|md))`/gu);
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter(({ what }) => !names.has(what) && !ofCallers.has(what))).toEqual([]);
});
