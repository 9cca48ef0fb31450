/** Settings come from four places in a fixed order, and whatever is wrong with them is told whole. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { explainConfig } from "../../config/explain-config.ts";
import { type ConfigSources, loadConfig } from "../../config/load-config.ts";
import { options } from "../../config/options.ts";
import { GoldseedError } from "../../domain/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const secret = "canary-canary-canary-canary-canary-canary";
/** A set of city options that is right as a whole. */
const city = { CITY_PLATFORM_URL: "https://city.example/", CITY_PLATFORM_KEY_ID: "k1" };

function problemsOf(sources: ConfigSources): readonly string[] {
  try {
    loadConfig({ env: {}, ...sources });
  } catch (error) {
    expect(error).toBeInstanceOf(GoldseedError);
    expect((error as GoldseedError).code).toBe("CONFIG_INVALID");
    const problems = (error as GoldseedError).details["problems"];
    return Array.isArray(problems) ? (problems as string[]) : [(error as Error).message];
  }
  return [];
}

describe("the order of the four places", () => {
  const file = write("port.yaml", "port: 5001\n");
  test.each([
    [4000, "default", "default", {}],
    [5001, "file", `port in ${file}`, { configFile: file }],
    [5001, "file", `port in ${file}`, { env: { GOLDSEED_CONFIG: file } }],
    [5002, "env", "PORT", { configFile: file, env: { PORT: "5002" } }],
    [5003, "flag", "--port", { configFile: file, env: { PORT: "5002" }, flags: { port: "5003" } }],
    [5001, "file", `port in ${file}`, { configFile: file, env: { PORT: "" } }],
    [4000, "default", "default", { flags: { port: undefined } }],
  ] as const)("the port is %i from the %s as %s", (port, origin, by, sources) => {
    const { config, origins } = loadConfig({ env: {}, ...sources });
    expect(config.port).toBe(port);
    expect(origins.port).toEqual({ origin, by });
  });
});

describe("a value of the wrong kind", () => {
  test.each([
    ["PORT", "abc", '"abc" is not accepted, expected a whole number from 0 to 65535'],
    ["PORT", "65536", "from 0 to 65535"],
    ["PORT", "-1", "from 0 to 65535"],
    ["PORT", "4e3", "from 0 to 65535"],
    ["PORT", " 80", "from 0 to 65535"],
    ["GOLDSEED_ENV", "prod", "expected one of development, production"],
    ["LOG_LEVEL", "verbose", "expected one of trace, debug"],
    ["REQUIRE_ASSIGNMENT", "yes", "expected true or false"],
    ["HOST", "a b", "expected a host name or IP address"],
    ["CLOCK_SKEW_S", "61", "from 0 to 60"],
    ["JWKS_URL", "file:///etc/passwd", "expected an address of the form http://… / https://…"],
    ["TOKEN_ISSUER", "  ", "expected a text that is not empty"],
    ["CURSOR_KEY", "short", "*** is not accepted, expected a text of at least 32 characters"],
    [
      "DATABASE_URL",
      "mysql://u:canary@h/db",
      "*** is not accepted, expected an address of the form postgres://",
    ],
  ])("%s=%s is refused with what was expected and what to set", (name, value, text) => {
    const [problem, ...others] = problemsOf({ env: { [name]: value } });
    expect(others).toEqual([]);
    expect(problem).toContain(text);
    expect(problem?.startsWith(name)).toBe(true);
    expect(problem).toContain(`Set ${name}=`);
    expect(problem).not.toContain("canary");
  });
});

describe("names that do not exist", () => {
  test.each([
    [
      { env: { GOLDSEED_DATADIR: "x" } },
      "GOLDSEED_DATADIR is not a setting. Did you mean GOLDSEED_DATA_DIR?",
    ],
    [{ env: { GOLDSEED_PORT: "1" } }, "GOLDSEED_PORT is not a setting. Did you mean PORT?"],
    [{ env: { GOLDSEED_XYZZY_PLUGH: "1" } }, "GOLDSEED_XYZZY_PLUGH is not a setting. Unset it."],
    [{ env: { GOLDSEED_ENV_FILE: "/x" } }, "GOLDSEED_ENV_FILE is not a setting."],
    [{ configFile: write("a.yaml", "prot: 1\n") }, 'is not a setting. Did you mean "port"?'],
    [{ configFile: write("b.json", '{"DATABASE_URL": "x"}') }, 'Did you mean "databaseUrl"?'],
    [{ configFile: write("c.yaml", "port: [1, 2]\n") }, "expected one value, found a list"],
    [{ configFile: write("d.yaml", "port: {a: 1}\n") }, "expected one value, found a group"],
  ])("%j is an error with a suggestion", (sources, text) => {
    const [problem, ...others] = problemsOf(sources);
    expect(others).toEqual([]);
    expect(problem).toContain(text);
  });

  test("names of other programs are left alone", () => {
    expect(problemsOf({ env: { HOME: "/x", PGHOST: "y", PORTS: "z" } })).toEqual([]);
  });
});

describe("a settings file that cannot be taken", () => {
  test.each([
    ["missing", join(folder, "none.yaml"), "cannot be read (ENOENT)"],
    ["a folder", folder, "cannot be read (EISDIR)"],
    ["no YAML", write("e.yaml", "port: 1\nport: 2\n"), "line 2"],
    ["a list", write("f.yaml", "- port\n"), 'expected lines of the form "name: value"'],
    ["a bomb", write("g.yaml", "a: &a [x]\nb: [*a, *a]\n"), "aliases (*name) are not accepted"],
  ])("%s is refused", (_what, configFile, text) => {
    expect(problemsOf({ configFile })[0]).toContain(text);
  });

  test("an empty one changes nothing", () => {
    expect(loadConfig({ env: {}, configFile: write("h.yaml", "# nothing\n") }).config.port).toBe(
      4000,
    );
  });
});

describe("secrets from files", () => {
  test("the file's text without its last line break is the value", () => {
    const path = write("key", `${secret}\n`);
    const { config, origins } = loadConfig({ env: { ...city, CITY_PLATFORM_KEY_FILE: path } });
    expect(config.cityPlatformKey).toBe(secret);
    expect(origins.cityPlatformKey.by).toBe("CITY_PLATFORM_KEY_FILE");
  });

  test.each([
    ["both are set", { CURSOR_KEY: secret, CURSOR_KEY_FILE: write("k1", secret) }, "are both set"],
    ["the file is missing", { CURSOR_KEY_FILE: join(folder, "none") }, "cannot be read (ENOENT)"],
    ["anyone may change it", { CURSOR_KEY_FILE: write("k2", secret, 0o666) }, "anyone may change"],
  ])("it is refused when %s", (_when, env, text) => {
    expect(problemsOf({ env }).join()).toContain(text);
  });

  test("a file that anyone may read is warned of", () => {
    const { warnings } = loadConfig({ env: { CURSOR_KEY_FILE: write("k3", secret, 0o644) } });
    expect(warnings.join()).toContain("anyone on this machine may read");
  });
});

describe("settings that do not fit each other", () => {
  const issuer = {
    JWKS_URL: "https://sso.example/jwks",
    TOKEN_ISSUER: "https://sso.example",
    TOKEN_AUDIENCE: "goldseed",
  };
  const database = "postgres://o:p@h/db";
  test.each([
    [{ JWKS_URL: issuer.JWKS_URL }, "JWKS_URL is set without TOKEN_ISSUER and TOKEN_AUDIENCE"],
    [{ TOKEN_ISSUER: issuer.TOKEN_ISSUER }, "TOKEN_ISSUER is set without JWKS_URL"],
    [
      { ...issuer, JWKS_URL: "http://sso.example/jwks", GOLDSEED_ENV: "production" },
      "JWKS_URL is unencrypted",
    ],
    [{ ...issuer, JWKS_URL: "http://127.0.0.1:1/jwks", GOLDSEED_ENV: "production" }, null],
    [{ ...issuer, GOLDSEED_ENV: "production" }, null],
    [
      {
        ...city,
        CITY_PLATFORM_URL: "http://c/",
        CITY_PLATFORM_KEY: secret,
        GOLDSEED_ENV: "production",
      },
      "CITY_PLATFORM_URL is unencrypted",
    ],
    [{ GATEWAY_DATABASE_URL: database, DATABASE_URL: database }, "belong together"],
    [{ GATEWAY_DATABASE_URL: database, WORKER_DATABASE_URL: database }, "without DATABASE_URL"],
    [{ DEFAULT_PAGE_SIZE: "500" }, "DEFAULT_PAGE_SIZE is above MAX_PAGE_SIZE"],
    [{ STATEMENT_TIMEOUT_MS: "20000" }, "STATEMENT_TIMEOUT_MS is above REQUEST_TIMEOUT_MS"],
    [{ GATEWAY_POOL_SIZE: "80" }, "above 70 together"],
    [{ GATEWAY_POOL_SIZE: "80", DATABASE_URL: database }, null],
    [{ LLM_MODEL: "m" }, "LLM_BASE_URL and LLM_MODEL belong together"],
    [city, "CITY_PLATFORM_KEY_ID and CITY_PLATFORM_KEY belong together"],
    [{ CITY_PLATFORM_URL: city.CITY_PLATFORM_URL }, "requests to the city are signed"],
    [{ ...city, CITY_PLATFORM_KEY: secret }, null],
  ])("%j gives %s", (env: Readonly<Record<string, string>>, text) => {
    const problems = problemsOf({ env });
    if (text === null) expect(problems).toEqual([]);
    else expect(problems.join()).toContain(text);
  });

  test.each([
    [{ GOLDSEED_ENV: "production" }, "only API keys"],
    [{ GOLDSEED_ENV: "production", ...issuer }, "embedded database"],
    [{ HOST: "0.0.0.0" }, "development gateway to the network"],
    [{ CITY_PLATFORM_KEY: secret, CITY_PLATFORM_KEY_ID: "k" }, "has no effect"],
  ])("%j is warned of: %s", (env: Readonly<Record<string, string>>, text) => {
    expect(loadConfig({ env }).warnings.join()).toContain(text);
  });
});

test("every problem of every place is told at once", () => {
  const configFile = write("many.yaml", "nope: 1\nmaxDepth: deep\n");
  const problems = problemsOf({
    configFile,
    env: { PORT: "x", GOLDSEED_NOPE: "1" },
    flags: { host: "" },
  });
  expect(problems).toHaveLength(5);
  for (const part of ["nope", "MAX_DEPTH", "PORT", "GOLDSEED_NOPE", "HOST"])
    expect(problems.join("\n")).toContain(part);
});

describe("the option table", () => {
  const entries = Object.entries(options);

  test("every name of the environment is used once", () => {
    const names = entries.map(([, option]) => option.env);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(entries)(
    "%s has texts in both languages, a default and an example that are accepted",
    (_name, option) => {
      expect(option.zh).toMatch(/\p{Script=Han}/u);
      expect(option.en).toMatch(/^[A-Z]/);
      if (option.default !== null) expect(option.type.parse(String(option.default))).toBeDefined();
      if (!option.example.startsWith("$(")) expect(option.type.parse(option.example)).toBeDefined();
    },
  );

  test.each(entries.filter(([, option]) => option.secret))(
    "the secret %s is not shown",
    (name, option) => {
      const value = option.example.startsWith("postgres:")
        ? `postgres://u:${secret}@h/db?password=${secret}`
        : secret;
      const loaded = loadConfig({ env: { DATABASE_URL: "postgres://h/db" } });
      const row = explainConfig({ ...loaded, config: { ...loaded.config, [name]: value } }).find(
        (one) => one.name === name,
      );
      expect(row?.value).toContain("***");
      expect(JSON.stringify(row)).not.toContain(secret);
    },
  );

  test("origins hold no values", () => {
    expect(JSON.stringify(loadConfig({ env: { CURSOR_KEY: secret } }).origins)).not.toContain(
      secret,
    );
  });
});
