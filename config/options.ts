/**
 * Every setting of Goldseed, once. Environment names, file keys, flags, defaults, help, checks and
 * docs/configuration.md come from this table; adding a setting is adding an entry here.
 */
import { option } from "./define-option.ts";
import type { ValuesOf } from "./option.ts";
import { cityOptions } from "./city-options.ts";
import { pointOptions } from "./point-options.ts";
import { trustOptions } from "./trust-options.ts";
import {
  anyText,
  folderPath,
  hostName,
  longSecret,
  oneOf,
  secretText,
  url,
  wholeNumber,
} from "./value-types.ts";

/** A number of the limits group: what one operation may ask for. */
function limit(
  env: string,
  traits: {
    range: readonly [number, number];
    default: number;
    texts: readonly [string, string];
    unit?: "rows";
  },
) {
  const { range, texts, unit = null } = traits;
  return option(env, {
    group: "limits",
    type: wholeNumber(...range),
    default: traits.default,
    unit,
    texts,
  });
}

const postgres = url(["postgres", "postgresql"]);
const web = url(["http", "https"]);

export const options = {
  environment: option("GOLDSEED_ENV", {
    group: "general",
    type: oneOf(["development", "production"]),
    default: "development",
    texts: [
      "运行环境。development 允许本机签发的开发令牌；production 不允许",
      "Development accepts tokens of the local issuer; production does not",
    ],
  }),
  language: option("GOLDSEED_LANG", {
    group: "general",
    type: oneOf(["zh", "en"]),
    default: "zh",
    texts: ["终端文字先显示哪种语言", "Language shown first in the terminal"],
  }),
  dataDir: option("GOLDSEED_DATA_DIR", {
    group: "general",
    type: folderPath,
    default: ".goldseed",
    texts: [
      "数据目录：内置数据库、密钥与运行状态",
      "Data folder: embedded database, secrets, run-time state",
    ],
  }),
  logLevel: option("LOG_LEVEL", {
    group: "general",
    type: oneOf(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
    default: "info",
    texts: ["日志级别", "Least level of log lines"],
  }),

  databaseUrl: option("DATABASE_URL", {
    group: "store",
    type: postgres,
    default: null,
    secret: true,
    example: "postgres://goldseed_owner:password@db.example:5432/goldseed",
    texts: [
      "以表所有者身份连接的 PostgreSQL（15 及以上）；不设则使用内置数据库",
      "PostgreSQL 15 or newer, as the owner of the tables; the embedded one when unset",
    ],
  }),
  gatewayDatabaseUrl: option("GATEWAY_DATABASE_URL", {
    group: "store",
    type: postgres,
    default: null,
    secret: true,
    example: "postgres://goldseed_gateway:password@db.example:5432/goldseed",
    texts: [
      "以 goldseed_gateway 身份连接；不设则由 DATABASE_URL 推出，并设置该角色的口令",
      "As goldseed_gateway; when unset it follows from DATABASE_URL and the role's password is set",
    ],
  }),
  workerDatabaseUrl: option("WORKER_DATABASE_URL", {
    group: "store",
    type: postgres,
    default: null,
    secret: true,
    example: "postgres://goldseed_worker:password@db.example:5432/goldseed",
    texts: [
      "以 goldseed_worker 身份连接；不设则由 DATABASE_URL 推出，并设置该角色的口令",
      "As goldseed_worker; when unset it follows from DATABASE_URL and the role's password is set",
    ],
  }),
  embeddedBufferBytes: option("EMBEDDED_BUFFER_BYTES", {
    group: "store",
    type: wholeNumber(1_048_576, 1_099_511_627_776),
    default: null,
    unit: "bytes",
    example: "4294967296",
    texts: [
      "内置数据库自己保留数据页的内存（shared_buffers）；不设则取机器（或容器）内存的四分之一，128 MiB 至 8 GiB",
      "Memory in which the embedded database keeps pages (shared_buffers); a quarter of the machine's or container's when unset, from 128 MiB to 8 GiB",
    ],
  }),
  gatewayPoolSize: option("GATEWAY_POOL_SIZE", {
    group: "store",
    type: wholeNumber(1, 200),
    // Twice the cores of a small database: with 8 or 16 PostgreSQL takes 12 and 35 % more time for the same portraits.
    default: 4,
    unit: "connections",
    texts: [
      "网关最多使用的数据库连接数，宜为数据库核数的两倍",
      "Connections the gateway opens at most; twice the database's cores is a good number",
    ],
  }),
  workerPoolSize: option("WORKER_POOL_SIZE", {
    group: "store",
    type: wholeNumber(1, 50),
    default: 4,
    unit: "connections",
    texts: [
      "导入、研判与同步最多使用的数据库连接数",
      "Connections of imports, judgement and sync at most",
    ],
  }),
  statementTimeoutMs: option("STATEMENT_TIMEOUT_MS", {
    group: "store",
    type: wholeNumber(100, 600_000),
    default: 5_000,
    unit: "ms",
    texts: ["一次查询在数据库中最长用时", "Longest time a query may take in the database"],
  }),

  host: option("HOST", {
    group: "http",
    type: hostName,
    default: "127.0.0.1",
    texts: ["监听地址", "Address to listen on"],
  }),
  port: option("PORT", {
    group: "http",
    type: wholeNumber(0, 65_535),
    default: 4_000,
    texts: ["监听端口；0 表示任意空闲端口", "Port to listen on; 0 takes any free one"],
  }),
  metricsToken: option("METRICS_TOKEN", {
    group: "http",
    type: longSecret,
    default: null,
    secret: true,
    example: "$(cat /run/secrets/metrics-token)",
    texts: [
      "读取 /metrics 所需的令牌；不设则仅限本机读取",
      "Token that reading /metrics takes; without one this machine alone may read it",
    ],
  }),
  requestTimeoutMs: option("REQUEST_TIMEOUT_MS", {
    group: "http",
    type: wholeNumber(100, 600_000),
    default: 10_000,
    unit: "ms",
    texts: ["一个请求最长用时", "Longest time a request may take"],
  }),
  maxBodyBytes: option("MAX_BODY_BYTES", {
    group: "http",
    type: wholeNumber(1_024, 16_777_216),
    default: 262_144,
    unit: "bytes",
    texts: ["请求体上限", "Largest request body"],
  }),
  maxUploadBytes: option("MAX_UPLOAD_BYTES", {
    group: "http",
    type: wholeNumber(1_024, 107_374_182_400),
    default: 1_073_741_824,
    unit: "bytes",
    texts: ["上传导入文件的上限", "Largest file sent for import"],
  }),
  uploadsPerDay: option("UPLOADS_PER_DAY", {
    group: "http",
    type: wholeNumber(1, 1_000_000),
    default: 500,
    unit: null,
    texts: ["每个账号 24 小时内上传的文件数", "Files that one account sends in 24 hours"],
  }),
  uploadBytesPerDay: option("UPLOAD_BYTES_PER_DAY", {
    group: "http",
    type: wholeNumber(1_024, 1_099_511_627_776),
    default: 21_474_836_480,
    unit: "bytes",
    texts: ["每个账号 24 小时内上传的字节数", "Bytes that one account sends in 24 hours"],
  }),
  maxInFlight: option("MAX_IN_FLIGHT", {
    group: "http",
    type: wholeNumber(1, 10_000),
    default: 64,
    texts: ["同时处理的请求数上限，其余排队", "Requests worked on at once; others wait"],
  }),
  maxWaiting: option("MAX_WAITING", {
    group: "http",
    type: wholeNumber(0, 10_000),
    default: 64,
    texts: [
      "排队请求数上限，超出即答复系统繁忙",
      "Requests that may wait; beyond it they are refused as overload",
    ],
  }),
  maxWaitMs: option("MAX_WAIT_MS", {
    group: "http",
    type: wholeNumber(0, 60_000),
    default: 500,
    unit: "ms",
    texts: ["排队请求最长等待时间", "Longest time a request waits for its turn"],
  }),
  ...pointOptions,
  maxStreams: option("MAX_STREAMS", {
    group: "http",
    type: wholeNumber(0, 100_000),
    default: 2_000,
    texts: ["同时打开的订阅数上限", "Subscriptions open at once"],
  }),
  maxStreamsPerSubject: option("MAX_STREAMS_PER_SUBJECT", {
    group: "http",
    type: wholeNumber(0, 100_000),
    default: 50,
    texts: ["一个身份同时打开的订阅数上限", "Subscriptions one caller may hold open at once"],
  }),
  drainTimeoutMs: option("DRAIN_TIMEOUT_MS", {
    group: "http",
    type: wholeNumber(0, 120_000),
    default: 25_000,
    unit: "ms",
    texts: ["停止时等待在途请求的时间", "Time given to requests under way when stopping"],
  }),
  cursorKey: option("CURSOR_KEY", {
    group: "http",
    type: longSecret,
    default: null,
    secret: true,
    example: "$(openssl rand -base64 48)",
    texts: [
      "分页游标的签名密钥；多个网关并用时须一致，不设则取数据目录中的",
      "Key that signs cursors; the same for gateways that work side by side; that of the data folder when unset",
    ],
  }),

  maxDepth: limit("MAX_DEPTH", {
    range: [1, 100],
    default: 10,
    texts: [
      "查询嵌套层数上限；本系统自己的查询最深 6 层",
      "Deepest nesting; queries of our own go 6 deep",
    ],
  }),
  maxAliases: limit("MAX_ALIASES", {
    range: [0, 1_000],
    default: 30,
    texts: ["别名个数上限", "Most aliases"],
  }),
  maxRootFields: limit("MAX_ROOT_FIELDS", {
    range: [1, 1_000],
    default: 10,
    texts: ["根字段个数上限", "Most root fields"],
  }),
  maxTokens: limit("MAX_TOKENS", {
    range: [100, 100_000],
    default: 1_000,
    texts: [
      "查询语句词元上限；本系统自己的最长 184 个",
      "Most tokens of a document; the longest of our own has 184",
    ],
  }),
  maxSelections: limit("MAX_SELECTIONS", {
    range: [10, 100_000],
    default: 300,
    texts: [
      "选取字段个数上限；查询模式定义的工具约选 240 个",
      "Most selected fields; tools that ask for the schema select some 240",
    ],
  }),
  maxDirectives: limit("MAX_DIRECTIVES", {
    range: [0, 1_000],
    default: 5,
    texts: ["指令个数上限", "Most directives"],
  }),
  maxCost: limit("MAX_COST", {
    range: [10, 1_000_000],
    default: 2_000,
    texts: [
      "一次查询的代价上限，以点计：每次查找约一点，每二十行一点，嵌套列表相乘",
      "Most points one operation may cost: one a look-up, one for twenty rows, nested lists multiplied",
    ],
  }),
  maxPageSize: limit("MAX_PAGE_SIZE", {
    range: [1, 10_000],
    default: 200,
    unit: "rows",
    texts: ["每页最多条数", "Largest page"],
  }),
  defaultPageSize: limit("DEFAULT_PAGE_SIZE", {
    range: [1, 10_000],
    default: 20,
    unit: "rows",
    texts: ["未指定时每页条数", "Page size when none is asked for"],
  }),

  ...trustOptions,

  ...cityOptions,

  llmBaseUrl: option("LLM_BASE_URL", {
    group: "model",
    type: web,
    default: null,
    example: "http://127.0.0.1:8000/v1",
    texts: [
      "兼容 OpenAI 接口的语言模型地址，仅用于起草筛选条件；不设则只用规则",
      "OpenAI-compatible endpoint that drafts screening conditions; rules alone when unset",
    ],
  }),
  llmModel: option("LLM_MODEL", {
    group: "model",
    type: anyText,
    default: null,
    example: "qwen3-8b",
    texts: ["语言模型名称", "Name of the model"],
  }),
  llmApiKey: option("LLM_API_KEY", {
    group: "model",
    type: secretText,
    default: null,
    secret: true,
    example: "$(cat /run/secrets/llm-api-key)",
    texts: ["语言模型的访问密钥", "Key for the model's endpoint"],
  }),
} as const;

export type OptionName = keyof typeof options;

/** The settings of one process, checked. A null says that the option is not set. */
export type Config = ValuesOf<typeof options>;
