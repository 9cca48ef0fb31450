/** Settings of who comes in, and of the record of what they did. */
import { option } from "./define-option.ts";
import {
  anyText,
  folderPath,
  longSecret,
  networkList,
  oneOf,
  trueOrFalse,
  url,
  wholeNumber,
} from "./value-types.ts";

export const trustOptions = {
  jwksUrl: option("JWKS_URL", {
    group: "tokens",
    type: url(["http", "https"]),
    default: null,
    example: "https://sso.example/.well-known/jwks.json",
    texts: ["令牌签发方公布公钥的地址", "Where the issuer of tokens publishes its keys"],
  }),
  tokenIssuer: option("TOKEN_ISSUER", {
    group: "tokens",
    type: anyText,
    default: null,
    example: "https://sso.example",
    texts: ["令牌中 iss 须等于此值", "Required `iss` of a token"],
  }),
  tokenAudience: option("TOKEN_AUDIENCE", {
    group: "tokens",
    type: anyText,
    default: null,
    example: "goldseed",
    texts: ["令牌中 aud 须含此值", "Required `aud` of a token"],
  }),
  requireAssignment: option("REQUIRE_ASSIGNMENT", {
    group: "tokens",
    type: trueOrFalse,
    default: false,
    texts: [
      "只接受在授权表中有记录的人员，令牌所称不足为据",
      "Accept only subjects with a row in the assignments table, whatever their token claims",
    ],
  }),
  trustedDocuments: option("TRUSTED_DOCUMENTS", {
    group: "tokens",
    type: oneOf(["machines", "all"]),
    default: "machines",
    texts: [
      "谁只能执行登记过的查询：machines 仅机器客户端，all 所有人",
      "Who may run registered documents alone: machine clients, or everybody",
    ],
  }),
  webhookKey: option("WEBHOOK_KEY", {
    group: "tokens",
    type: longSecret,
    default: null,
    secret: true,
    example: "$(cat /run/secrets/webhook-key)",
    texts: [
      "推送密钥由此推出；多台机器须相同，更换后接收方须换用新密钥",
      "Secrets of webhooks follow from it; alike on all machines, and receivers need new ones after a change",
    ],
  }),
  webhookNetworks: option("WEBHOOK_NETWORKS", {
    group: "tokens",
    type: networkList,
    default: null,
    example: "10.20.0.0/16",
    texts: [
      "允许推送预警的内网网段；不设则只向公网地址推送",
      "Private networks that alerts may be sent to; public addresses alone when unset",
    ],
  }),
  clockSkewS: option("CLOCK_SKEW_S", {
    group: "tokens",
    type: wholeNumber(0, 60),
    default: 30,
    unit: "s",
    texts: ["与签发方时钟的容许偏差", "Tolerated difference from the issuer's clock"],
  }),

  auditDigest: option("AUDIT_DIGEST", {
    group: "audit",
    type: oneOf(["sha256", "sm3"]),
    default: "sha256",
    texts: [
      "审计链所用摘要算法；可随时更换，旧记录仍可核验",
      "Digest of the audit's chain; it may be changed at any time, earlier entries stay verifiable",
    ],
  }),
  auditHeadsDir: option("AUDIT_HEADS_DIR", {
    group: "audit",
    type: folderPath,
    default: null,
    example: "/mnt/audit-heads",
    texts: [
      "保存签名链头的目录，应在另一台机器上；不设则在数据目录的 audit-heads 中",
      "Folder for the signed heads, best on another machine; audit-heads in the data folder when unset",
    ],
  }),
  auditHeadIntervalS: option("AUDIT_HEAD_INTERVAL_S", {
    group: "audit",
    type: wholeNumber(1, 3_600),
    default: 60,
    unit: "s",
    texts: ["签署并送出链头的间隔", "Time between signed heads"],
  }),
  auditHeadGraceS: option("AUDIT_HEAD_GRACE_S", {
    group: "audit",
    type: wholeNumber(60, 604_800),
    default: 14_400,
    unit: "s",
    texts: [
      "链头送不到第二处时，多久之后拒绝 L3 及以上的读取和一切写入",
      "How long the heads may fail to reach their second place before reads of L3 and above and all writes are refused",
    ],
  }),
  auditRetentionDays: option("AUDIT_RETENTION_DAYS", {
    group: "audit",
    type: wholeNumber(183, 36_500),
    default: 400,
    texts: [
      "审计记录保存天数，不少于六个月",
      "Days that audit entries are kept, six months at least",
    ],
  }),
  auditSharingRetentionDays: option("AUDIT_SHARING_RETENTION_DAYS", {
    group: "audit",
    type: wholeNumber(1_096, 36_500),
    default: 1_830,
    texts: [
      "向他人提供数据的审计记录保存天数，不少于三年",
      "Days that entries of data given to others are kept, three years at least",
    ],
  }),
} as const;
