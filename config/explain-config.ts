/** The settings as they stand, one row each, fit to be shown: no secret is in it. */
import type { Origin } from "./gather-values.ts";
import type { LoadedConfig } from "./load-config.ts";
import type { Option } from "./option.ts";
import { type OptionName, options } from "./options.ts";

export interface SettingRow {
  readonly name: OptionName;
  readonly env: string;
  /** Null when the setting is not set. */
  readonly value: string | null;
  readonly origin: Origin;
  /** Name under which it was set. */
  readonly by: string;
}

export function explainConfig({ config, origins }: LoadedConfig): readonly SettingRow[] {
  return (Object.keys(options) as OptionName[]).map((name) => {
    const option: Option<unknown> = options[name];
    const value = config[name];
    return {
      name,
      env: option.env,
      value: value === null ? null : option.type.show(value),
      ...origins[name],
    };
  });
}
