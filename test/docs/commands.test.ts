/** Every command says what it does to the store, the page of commands says the same, and texts name commands there are. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Command } from "commander";
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

const root = fileURLToPath(new URL("../..", import.meta.url));
const told =
  "README.md CONTRIBUTING.md accounts cli cultivation data deploy docs domain gateway intake schema store sync";

/** Pages, messages, alarms, the contract: `goldseed noun verb --flag`, to the end of the sentence or code mark. */
const mentions = told
  .split(" ")
  .flatMap((top) =>
    top.endsWith(".md")
      ? [top]
      : readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map(
          (path) => `${top}/${path}`,
        ),
  )
  .filter(
    (path) => /\.(?:md|ts|yaml|graphql)$/u.test(path) && !/node_modules|generated/u.test(path),
  )
  .flatMap((path) =>
    // Within quotes alone it is the name under which a connection is seen in the database.
    [
      ...readFileSync(join(root, path), "utf8").matchAll(
        /(?<!")\bgoldseed (?:-- )?([a-z][^`"”\n。；，、]*)/gu,
      ),
    ].map(([, words]) => ({ path, words: words?.split(/ [#>(]|[.;,:] /u)[0] ?? "" })),
  );

test("every command and option that a text names is one", () => {
  expect(mentions.length).toBeGreaterThan(200);
  const wrong = mentions.map((each) => ({ ...each, problem: problemOf(each.words) }));
  expect(wrong.filter(({ problem }) => problem !== undefined)).toEqual([]);
});

function problemOf(words: string): string | undefined {
  const [first = "", ...rest] = words.trim().split(/[\s.)]+/u);
  const noun = nouns.find((each) => each.name() === first);
  if (noun === undefined) return `no command ${first}`;
  let command: Command = noun;
  for (const word of rest) {
    const verb: Command | undefined = command.commands.find((each) => each.name() === word);
    if (verb !== undefined) command = verb;
    else if (/^[a-z-]+$/u.test(word) && withAction(command)[0] !== command)
      return `no verb ${word} of ${commandPath(command)}`;
    else break;
  }
  const known = command.options.map(({ long }) => long);
  const flags = [...words.matchAll(/(?<![\w-])--[a-z][a-z-]*/gu)].map(([flag]) => flag);
  const unknown = flags.find((flag) => flag !== "--help" && !known.includes(flag));
  return unknown === undefined ? undefined : `${commandPath(command)} has no ${unknown}`;
}

test("commands, arguments and options are described in Chinese and in English", () => {
  const told = nouns.flatMap(withAction).flatMap((command) => [
    { name: commandPath(command), said: command.description() },
    ...[...command.registeredArguments, ...command.options].map((one) => ({
      name: `${commandPath(command)} ${"flags" in one ? one.flags : one.name()}`,
      said: one.description,
    })),
  ]);
  expect(told.length).toBeGreaterThan(400);
  expect(told.filter(({ said }) => !/\p{Script=Han}.* \/ .*[a-zA-Z]/u.test(said))).toEqual([]);
});
