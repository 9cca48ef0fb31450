/**
 * What the build changes in the query tool's packages: each change applies to the versions installed.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { vendorChanges, vendorTextsZh } from "../../../gateway/graphiql/vendor-changes.ts";
import { changeVendor } from "../../../tools/graphiql/change-vendor.ts";
import { ownStyles } from "../../../tools/graphiql/own-styles.ts";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";

const packages = path.resolve(fileURLToPath(import.meta.url), "../../../../node_modules");

describe("a changed module", () => {
  const change = (source: string, texts: Record<string, string>): string =>
    changeVendor(source, { file: "x.js", texts }, "/t.ts");

  test.each([
    ['jsx("p", { children: "Save" })', 'jsx("p", { children: vendorText("Save") })'],
    ['const l = `${on ? "Save" : a}`', 'const l = `${on ? vendorText("Save") : a}`'],
    ['  "Save": key,\n  b: "Save all"', '  [vendorText("Save")]: key,\n  b: "Save all"'],
    ['f("Save", "Save")', 'f(vendorText("Save"), vendorText("Save"))'],
  ])("has calls for literals: %s", (source, expected) => {
    expect(change(source, { Save: "保存" })).toBe(
      `import { vendorText } from "/t.ts";\n${expected}`,
    );
  });

  test("that lacks a listed text stops the build and says which", () => {
    expect(() => change('f("Store")', { Save: "保存" })).toThrow(
      /x\.js no longer holds the text "Save"/,
    );
  });

  test("that lacks a listed piece of code stops the build", () => {
    expect(() =>
      changeVendor("a()", { file: "x.js", texts: {}, code: [["b()", "c()"]] }, "/t.ts"),
    ).toThrow(/x\.js no longer holds the code b\(\)/);
  });
});

describe.each(vendorChanges)("$file", (vendor) => {
  const file = path.join(packages, vendor.file);

  test.skipIf(!existsSync(file))("takes every change in the version installed", () => {
    const changed = changeVendor(readFileSync(file, "utf8"), vendor, "/t.ts");
    for (const english of Object.keys(vendor.texts)) {
      expect(changed).toContain(`vendorText(${JSON.stringify(english)})`);
    }
  });

  test("asks only for texts that have Chinese", () => {
    const asked = (vendor.code ?? [])
      .flatMap(([, to]) => [...to.matchAll(/vendorText\(['"]([^'"]+)['"]\)/g)])
      .map(([, english]) => english ?? "");
    expect(asked.filter((english) => !vendorTextsZh.has(english))).toEqual([]);
  });
});

test("every Chinese text is Chinese", () => {
  expect([...vendorTextsZh.values()].filter((zh) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
});

describe("the style sheet", () => {
  const accents = "a{--color-primary: 320, 95%, 43%}b{--color-primary: 338, 100%, 67%}";
  const face = (family: string, range: string): string =>
    `@font-face { font-family: ${family}; src: url(data:font/woff2;base64,AAAA) format("woff2"); unicode-range: ${range}; }`;

  test("keeps the fonts in use as files and drops the others", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "goldseed-styles-"));
    try {
      const css = [
        accents,
        face("Roboto", "U+0000-00FF"),
        face("Fira Code", "U+0000-00FF, U+0131"),
        face("Fira Code", "U+0400-045F"),
      ].join("\n");
      const own = ownStyles(css, folder);
      expect(own).not.toContain("Roboto");
      expect(own).not.toContain("data:");
      expect(own.match(/@font-face/g)).toHaveLength(1);
      expect(readdirSync(folder)).toHaveLength(1);
      expect(own).toContain(`url("./${readdirSync(folder)[0]}")`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("that lacks their accent colour stops the build", () => {
    expect(() => ownStyles("a{}", tmpdir())).toThrow(/--color-primary/);
  });
});
