/** The settings of this process: gathered, parsed, checked against each other; every problem is told at once. */
import { GoldseedError } from "../domain/errors.ts";
import { crossErrors, crossWarnings } from "./cross-checks.ts";
import { type Found, gatherValues, type Origin } from "./gather-values.ts";
import type { Option, OptionTable } from "./option.ts";
import { type Config, type OptionName, options } from "./options.ts";
import { readConfigFile } from "./read-config-file.ts";

export interface ConfigSources {
  /** The process's own when left out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly flags?: Partial<Readonly<Record<OptionName, string | undefined>>>;
  /** GOLDSEED_CONFIG when left out. */
  readonly configFile?: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Where each value came from, and under which name. */
  readonly origins: Readonly<Record<OptionName, ValueOrigin>>;
  /** Not wrong, but probably not meant. */
  readonly warnings: readonly string[];
}

export interface ValueOrigin {
  readonly origin: Origin;
  readonly by: string;
}

/** @throws GoldseedError CONFIG_INVALID; `details.problems` holds each problem, as the message does. */
export function loadConfig(sources: ConfigSources = {}): LoadedConfig {
  const env = sources.env ?? process.env;
  const path = sources.configFile ?? (env["GOLDSEED_CONFIG"] || undefined);
  const file = path === undefined ? null : { path, values: readConfigFile(path) };
  const gathered = gatherValues(options, { env, flags: sources.flags ?? {}, file });
  const resolved = resolveValues(options, gathered.found);
  const config = resolved.values as unknown as Config;
  const problems = [...gathered.problems, ...resolved.problems];
  // Values that are wrong by themselves would only echo in the checks between them.
  if (resolved.problems.length === 0) problems.push(...crossErrors(config));
  if (problems.length > 0) throw refuse(problems);
  const origins = resolved.origins as LoadedConfig["origins"];
  return { config, origins, warnings: [...gathered.warnings, ...crossWarnings(config)] };
}

function refuse(problems: readonly string[]): GoldseedError {
  const list = problems.map((problem) => `  - ${problem}`).join("\n");
  return new GoldseedError("CONFIG_INVALID", `配置有误 / The settings are wrong:\n${list}`, {
    details: { problems },
  });
}

function resolveValues(table: OptionTable, found: ReadonlyMap<string, Found>) {
  const values: Record<string, unknown> = {};
  const origins: Record<string, ValueOrigin> = {};
  const problems: string[] = [];
  for (const [name, option] of Object.entries(table)) {
    const setting = found.get(name);
    // Not the setting itself: it holds the text, which may be a secret.
    origins[name] = { origin: setting?.origin ?? "default", by: setting?.by ?? "default" };
    const value = setting ? option.type.parse(setting.text) : defaultOf(option);
    if (value === undefined && setting) problems.push(wrongValue(option, setting));
    values[name] = value;
  }
  return { values, origins, problems };
}

/** Defaults are parsed too, so that a relative path becomes absolute whoever gave it. */
function defaultOf(option: Option<unknown>): unknown {
  return option.default === null ? null : option.type.parse(String(option.default));
}

function wrongValue(option: Option<unknown>, setting: Found): string {
  const shown = option.secret ? "***" : JSON.stringify(setting.text);
  const unset = option.default === null ? "" : `, or leave it out for ${String(option.default)}`;
  const by = setting.by === option.env ? option.env : `${option.env} (${setting.by})`;
  return `${by}: ${shown} is not accepted, expected ${option.type.expectedEn} / 应为${option.type.expectedZh}. Set ${option.env}=${option.example}${unset}.`;
}
