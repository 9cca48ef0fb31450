/**
 * `npm run -s bench -- NAME [--json|--markdown]`: runs bench/NAME.ts and prints its figures as a table, as one JSON object
 * with every figure, ratio and condition, or as Markdown for docs/.
 */
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";

import { nearestNames } from "../lib/nearest-names.ts";
import { markdownOf } from "./markdown.ts";

export interface BenchModule {
  /** Rows of figures and the conditions they were measured under. */
  readonly run: () => Promise<Record<string, unknown>>;
}

const [name, ...flags] = process.argv.slice(2);
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));

if (name === undefined || !names.includes(name)) {
  const near = name === undefined ? [] : nearestNames(name, names);
  process.stderr.write(
    `There is no benchmark "${name ?? ""}".${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""} There are: ${names.join(", ")}.\n`,
  );
  process.exit(2);
}

const module = (await import(new URL(`./${name}.bench.ts`, import.meta.url).href)) as BenchModule;
const conditions = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryBytes: totalmem(),
  at: new Date().toISOString(),
};
const result = { bench: name, conditions, ...(await module.run()) };
if (flags.includes("--json")) process.stdout.write(`${JSON.stringify(result)}\n`);
else if (flags.includes("--markdown")) process.stdout.write(markdownOf(result));
else print(result);

function print(value: Record<string, unknown>): void {
  for (const [key, part] of Object.entries(value)) {
    if (Array.isArray(part)) {
      console.log(`\n${key}`);
      console.table(part);
    } else if (typeof part === "object" && part !== null) {
      console.log(`\n${key}`);
      console.table(part);
    } else {
      console.log(`${key}: ${String(part)}`);
    }
  }
}
