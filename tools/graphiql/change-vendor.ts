/**
 * Puts calls of `vendorText` where the query tool's packages have English literals (see vendor-changes.ts), while
 * esbuild reads their files.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";
import type { VendorChange } from "../../gateway/graphiql/vendor-changes.ts";
import { vendorChanges } from "../../gateway/graphiql/vendor-changes.ts";

function missing(vendor: VendorChange, what: string): Error {
  return new Error(
    `${vendor.file} no longer holds ${what}: the package has changed, correct gateway/graphiql/vendor-changes.ts`,
  );
}

function replaceCode(source: string, vendor: VendorChange): string {
  return (vendor.code ?? []).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw missing(vendor, `the code ${from}`);
    return text.replaceAll(from, to);
  }, source);
}

/** A literal becomes a call; a literal that is a property's name becomes a computed name. */
function replaceText(source: string, vendor: VendorChange, english: string): string {
  const literal = JSON.stringify(english);
  const isWord = /^\w+$/.test(english);
  const call = `vendorText(${literal})`;
  const named = source
    .split(/(?<=\n)/)
    .map((line) => {
      const [, indent = "", name] = /^(\s*)("(?:[^"\\]|\\.)*"|\w+):\s/.exec(line) ?? [];
      const isName =
        name === literal || (isWord && name === english && vendor.file.endsWith("short-keys.js"));
      return isName ? `${indent}[${call}]${line.slice(indent.length + (name?.length ?? 0))}` : line;
    })
    .join("");
  const calls = named.replaceAll(
    new RegExp(String.raw`(?<!vendorText\()${escape(literal)}`, "g"),
    () => call,
  );
  if (calls === source) throw missing(vendor, `the text ${literal}`);
  return calls;
}

function escape(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The file's source with every listed text translated at run time; throws when one is not there. */
export function changeVendor(source: string, vendor: VendorChange, importPath: string): string {
  const patched = Object.keys(vendor.texts).reduce(
    (text, english) => replaceText(text, vendor, english),
    replaceCode(source, vendor),
  );
  return `import { vendorText } from ${JSON.stringify(importPath)};\n${patched}`;
}

export function changeVendorPlugin(root: string): Plugin {
  const importPath = path.join(root, "gateway/graphiql/vendor-text.ts");
  const byPath = new Map(
    vendorChanges.map((vendor) => [path.join(root, "node_modules", vendor.file), vendor]),
  );
  return {
    name: "change-vendor",
    setup(build) {
      build.onLoad(
        { filter: /[\\/]@?graphiql[\\/].*\.js$|[\\/]vs[\\/]nls\.js$/ },
        async ({ path: file }) => {
          const vendor = byPath.get(file);
          if (vendor === undefined) return undefined;
          const source = await readFile(file, "utf8");
          return { contents: changeVendor(source, vendor, importPath), loader: "js" };
        },
      );
    },
  };
}
