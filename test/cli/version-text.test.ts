import { readFileSync } from "node:fs";

import { expect, test, vi } from "vitest";

import { main } from "../../cli/main.ts";

test("--version tells the package's version and Node's, and nothing else", async () => {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(file) as { version: string };
  let out = "";
  const spy = vi
    .spyOn(process.stdout, "write")
    .mockImplementation((text) => Boolean((out += String(text))));
  const code = await main(["--version"]);
  spy.mockRestore();
  expect({ code, out }).toEqual({
    code: 0,
    out: `goldseed ${version} (Node ${process.versions.node})\n`,
  });
});
