/** What a command was given, for the audit: arguments and options, and none of the settings. */
import type { Command } from "commander";

import { options } from "../config/options.ts";

/** An entry tells what was asked; a text of any length belongs where it was sent to. */
const mostLength = 200;

export function givenTo(command: Command): Readonly<Record<string, unknown>> {
  const given = Object.entries(command.optsWithGlobals<Record<string, unknown>>()).filter(
    ([name]) => !(name in options) && !["config", "json"].includes(name),
  );
  const named = command.registeredArguments.map(
    (argument, at) => [argument.name(), command.processedArgs[at]] as const,
  );
  const told = [...named, ...given].filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, shortened(value)]));
}

function shortened(value: unknown): unknown {
  if (typeof value === "string") return value.slice(0, mostLength);
  return Array.isArray(value) ? value.map(shortened) : value;
}
