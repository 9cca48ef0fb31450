/**
 * The query tool's style sheet without what this page does not use or allow: 34 fonts written into it as data become
 * two files of our own (a strict content policy names no `data:` fonts), and Latin web fonts for plain text go, since
 * Chinese is set in the system's fonts anyway. 636 kB of CSS become about 250 kB.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";

const kept = ["codicon", "Fira Code"];

function isKept(face: string): boolean {
  const family = /font-family:\s*["']?([^;"']+)/.exec(face)?.[1]?.trim() ?? "";
  const range = /unicode-range:\s*([^;]+)/.exec(face)?.[1];
  return kept.includes(family) && (range === undefined || range.includes("U+0000-00FF"));
}

/** Writes each font or picture that the sheet holds as data into `folder`, and refers to the file. */
function dataToFiles(css: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  return css.replaceAll(
    /url\(data:(?:font|image)\/([\w+]+);base64,([\w+/=]+)\)/g,
    (_whole, kind: string, data: string) => {
      const bytes = Buffer.from(data, "base64");
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
      const name = `style-${hash}.${kind.replace("svg+xml", "svg")}`;
      writeFileSync(path.join(folder, name), bytes);
      return `url("./${name}")`;
    },
  );
}

/** Their accent colours, light and dark, to ours. */
const accents = [
  ["--color-primary: 320, 95%, 43%", "--color-primary: 211, 73%, 38%"],
  ["--color-primary: 338, 100%, 67%", "--color-primary: 210, 82%, 72%"],
] as const;

function recolour(css: string): string {
  return accents.reduce((text, [theirs, ours]) => {
    if (!text.includes(theirs)) throw new Error(`graphiql/style.css no longer holds "${theirs}"`);
    return text.replaceAll(theirs, ours);
  }, css);
}

/** The sheet in our colours with only the fonts in use, and those as files in `folder`. */
export function ownStyles(css: string, folder: string): string {
  const used = css.replaceAll(/@font-face\s*\{[^}]*\}/g, (face) => (isKept(face) ? face : ""));
  return dataToFiles(recolour(used), folder);
}

export function ownStylesPlugin(folder: string): Plugin {
  return {
    name: "own-styles",
    setup(build) {
      build.onLoad({ filter: /[\\/]graphiql[\\/]dist[\\/]style\.css$/ }, ({ path: file }) => ({
        contents: ownStyles(readFileSync(file, "utf8"), folder),
        loader: "css",
        resolveDir: folder,
      }));
      // The same rules are in style.css; a second copy would sit in a file that nothing loads.
      build.onLoad({ filter: /[\\/](monaco-editor|@graphiql)[\\/].*\.css$/ }, () => ({
        contents: "",
        loader: "empty",
      }));
    },
  };
}
