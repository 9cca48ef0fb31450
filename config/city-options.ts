/** Settings of the exchange with the city's platform: by which way it is reached, and what is agreed with it. */
import { option } from "./define-option.ts";
import {
  anyText,
  folderPath,
  longSecret,
  oneOf,
  trueOrFalse,
  url,
  wholeNumber,
} from "./value-types.ts";

export const cityOptions = {
  cityPlatformUrl: option("CITY_PLATFORM_URL", {
    group: "city",
    type: url(["http", "https"]),
    default: null,
    example: "https://city.example/",
    texts: ["市级梯度培育平台地址", "Address of the city's platform"],
  }),
  cityPlatformKeyId: option("CITY_PLATFORM_KEY_ID", {
    group: "city",
    type: anyText,
    default: null,
    example: "district-370211",
    texts: ["市级平台发给本区的密钥编号", "Id of the key the city gave this district"],
  }),
  cityPlatformKey: option("CITY_PLATFORM_KEY", {
    group: "city",
    type: longSecret,
    default: null,
    secret: true,
    example: "$(cat /run/secrets/city-platform-key)",
    texts: ["市级平台发给本区的签名密钥", "Signing key the city gave this district"],
  }),
  cityPlatformSigning: option("CITY_PLATFORM_SIGNING", {
    group: "city",
    type: oneOf(["HMAC-SHA256", "HMAC-SM3"]),
    default: "HMAC-SHA256",
    texts: ["与市级平台约定的签名方式", "How requests to the city are signed, as agreed with it"],
  }),
  cityPlatformNextKeyId: option("CITY_PLATFORM_NEXT_KEY_ID", {
    group: "city",
    type: anyText,
    default: null,
    example: "district-370211-2027",
    texts: [
      "换钥期间的下一把密钥编号；旧钥失效后自动改用",
      "Id of the key that follows; used by itself once the city knows the present one no more",
    ],
  }),
  cityPlatformNextKey: option("CITY_PLATFORM_NEXT_KEY", {
    group: "city",
    type: longSecret,
    default: null,
    secret: true,
    example: "$(cat /run/secrets/city-platform-next-key)",
    texts: ["换钥期间的下一把签名密钥", "Signing key that follows"],
  }),
  cityFilesDir: option("CITY_FILES_DIR", {
    group: "city",
    type: folderPath,
    default: null,
    example: "/srv/city-exchange",
    texts: [
      "与市级平台交换文件的文件夹（L0）；内有 from-city 与 to-city",
      "Folder in which files are exchanged with the city (level L0): from-city and to-city lie in it",
    ],
  }),
  cityTablesUrl: option("CITY_TABLES_URL", {
    group: "city",
    type: url(["postgres", "postgresql"]),
    default: null,
    secret: true,
    example: "postgres://district@exchange.example/city",
    texts: [
      "与市级平台交换数据的前置库地址",
      "Address of the database in whose tables records are exchanged with the city",
    ],
  }),
  cityKeysFile: option("CITY_KEYS_FILE", {
    group: "city",
    type: anyText,
    default: null,
    example: "/etc/goldseed/city-keys.json",
    texts: [
      "文件与前置库交换的双方密钥，JSON 文件",
      "Keys of both sides for exchange by files or tables, a JSON file",
    ],
  }),
  cityStatements: option("CITY_STATEMENTS", {
    group: "city",
    type: trueOrFalse,
    default: false,
    texts: [
      "核对时附本区签名的声明（双方签名的回执）；须先把 goldseed sync key 的公钥交给市级平台",
      "Send our own signed statement with every comparison (double-signed receipts); first give the city the public key that `goldseed sync key` prints",
    ],
  }),
  cityTimeoutMs: option("CITY_TIMEOUT_MS", {
    group: "city",
    type: wholeNumber(50, 60_000),
    default: 2_000,
    unit: "ms",
    texts: ["查询中等待市级平台的最长时间", "Longest wait for the city's platform inside a query"],
  }),
  syncIntervalS: option("SYNC_INTERVAL_S", {
    group: "city",
    type: wholeNumber(0, 86_400),
    default: 900,
    unit: "s",
    texts: [
      "与市级平台同步的间隔；0 表示只手动同步",
      "Time between exchanges with the city; 0: by hand alone",
    ],
  }),
} as const;
