/** Every command says what it does to the store, and the page of commands says the same. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { commandEffects, commandPath, effectOf } from "../../cli/command-effects.ts";
import { loadNouns } from "../../cli/main.ts";
import { commandsPage, withAction } from "../../tools/commands-page.ts";

const nouns = await loadNouns();

test("the list of effects names every command and no other", () => {
  const commands = nouns.flatMap(withAction).map(commandPath);
  expect(commands.length).toBeGreaterThan(50);
  expect(
    [...commands].sort(),
    "say in cli/command-effects.ts what it does; test/cli/audited-commands tries it",
  ).toEqual(Object.keys(commandEffects).sort());
});

test("a command that is not listed is taken for a change", () => {
  expect(effectOf("something new", {})).toBe("write");
});

test.each([
  ["db verify", {}, "read"],
  ["db verify", { repair: true }, "write"],
  ["quarantine list", { rows: true }, "sensitive"],
])("%s with %j does: %s", (path, flags, effect) => {
  expect(effectOf(path, flags)).toBe(effect);
});

test("the page of commands is up to date", () => {
  expect(readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8")).toBe(
    commandsPage(nouns),
  );
});
