/**
 * The catalogue of stable error codes: what a caller may rely on. `docs/errors.md` is proven equal to it by a test.
 *
 * A `GoldseedError` is an expected failure with words for its reader; anything else that is thrown is a bug and is
 * masked outside with a request id. The text of an error says what happened, the value, what was expected, what to do.
 */
export interface ErrorEntry {
  /** HTTP status when the whole request fails with it. */
  readonly status: number;
  /** Process exit code when a command ends with it (0 ok, 1 failed, 2 usage, 3 partial, 4 not found, 5 refused, 69, 75, 78). */
  readonly exitCode: number;
  /** True when the same request may succeed later without a change. */
  readonly retryable: boolean;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

const entry = (
  status: number,
  exitCode: number,
  retryable: boolean,
  texts: readonly [titleZh: string, titleEn: string, remedyZh: string, remedyEn: string],
): ErrorEntry => ({
  status,
  exitCode,
  retryable,
  titleZh: texts[0],
  titleEn: texts[1],
  remedyZh: texts[2],
  remedyEn: texts[3],
});

export const errorCatalogue = {
  UNAUTHENTICATED: entry(401, 5, false, [
    "身份未通过验证",
    "The caller is not authenticated",
    "重新获取令牌后再试",
    "Get a new token and try again",
  ]),
  FORBIDDEN: entry(403, 5, false, [
    "无权进行此操作",
    "The caller may not do this",
    "向区级管理员申请权限",
    "Ask a district officer for the right",
  ]),
  FORBIDDEN_FIELD: entry(403, 5, false, [
    "无权查看或使用此字段",
    "The caller may not read or use this field",
    "去掉该字段，或申请更高权限",
    "Leave the field out, or ask for clearance",
  ]),
  EXPORT_UNCONFIRMED: entry(403, 5, false, [
    "大批量导出须另一人确认",
    "An export of so many rows must be confirmed by another person",
    "提出导出申请，由另一人确认后再导出，或缩小范围",
    "Ask for the export, let another confirm it and export then, or narrow the list",
  ]),
  NOT_FOUND: entry(404, 4, false, [
    "未找到",
    "Not found",
    "核对标识是否正确、是否在本辖区内",
    "Check the identifier and that it lies in your area",
  ]),
  BAD_USER_INPUT: entry(400, 2, false, [
    "输入有误",
    "The input is wrong",
    "按提示更正输入",
    "Correct the input as told",
  ]),
  BAD_CURSOR: entry(400, 2, false, [
    "游标无效",
    "The cursor is not valid",
    "从第一页重新开始",
    "Start again from the first page",
  ]),
  BAD_REQUEST: entry(400, 2, false, [
    "请求格式有误",
    "The request is malformed",
    "按 GraphQL over HTTP 规范发送",
    "Send it as GraphQL over HTTP says",
  ]),
  GRAPHQL_PARSE_FAILED: entry(400, 2, false, [
    "查询语句无法解析",
    "The document cannot be parsed",
    "检查查询语法",
    "Check the syntax",
  ]),
  GRAPHQL_VALIDATION_FAILED: entry(400, 2, false, [
    "查询语句不符合模式",
    "The document does not fit the schema",
    "对照模式更正字段与参数",
    "Correct fields and arguments by the schema",
  ]),
  PERSISTED_QUERY_NOT_FOUND: entry(200, 2, true, [
    "未登记此查询",
    "The persisted query is not known here",
    "附上查询全文再发一次",
    "Send it once more together with its text",
  ]),
  OPERATION_NOT_TRUSTED: entry(403, 5, false, [
    "此操作不在该客户端的可信清单中",
    "The operation is not among the client's trusted documents",
    "发送已登记的操作，或请区级管理员登记",
    "Send a registered operation, or ask a district officer to register it",
  ]),
  OPERATION_TOO_LARGE: entry(400, 2, false, [
    "查询超出规模限制",
    "The operation exceeds a limit",
    "减少层级、别名、字段或每页数量",
    "Use fewer levels, aliases, fields or a smaller page",
  ]),
  OPERATION_NOT_SUPPORTED: entry(400, 2, false, [
    "不支持此操作",
    "The operation is not supported",
    "改用受支持的操作",
    "Use a supported operation",
  ]),
  METHOD_NOT_ALLOWED: entry(405, 2, false, [
    "不允许此请求方法",
    "The method is not allowed",
    "使用 POST",
    "Use POST",
  ]),
  UNSUPPORTED_MEDIA_TYPE: entry(415, 2, false, [
    "不支持此内容类型",
    "The content type is not supported",
    "使用 application/json",
    "Use application/json",
  ]),
  PAYLOAD_TOO_LARGE: entry(413, 2, false, [
    "请求体过大",
    "The request body is too large",
    "缩小请求",
    "Send a smaller request",
  ]),
  TIMEOUT: entry(504, 75, true, [
    "处理超时",
    "The request took too long",
    "缩小范围或稍后再试",
    "Narrow the request or try later",
  ]),
  RATE_LIMITED: entry(429, 75, true, [
    "查询过于频繁",
    "Too much was asked for in a short time",
    "按 Retry-After 稍后再试，或减少每次查询的数量",
    "Try again after Retry-After, or ask for fewer rows at once",
  ]),
  OVERLOADED: entry(503, 75, true, [
    "系统繁忙",
    "The system is overloaded",
    "按 Retry-After 稍后再试",
    "Try again after Retry-After",
  ]),
  DB_UNAVAILABLE: entry(503, 69, true, [
    "数据库暂不可用",
    "The database is not available",
    "稍后再试；持续出现请联系运维",
    "Try later; tell operations if it lasts",
  ]),
  AUDIT_UNAVAILABLE: entry(503, 69, true, [
    "审计暂不可写，敏感读取与写入停止",
    "The audit cannot be written, so that sensitive reads and writes stop",
    "稍后再试；持续出现请联系运维",
    "Try later; tell operations if it lasts",
  ]),
  DONE_NOT_SHOWN: entry(500, 3, false, [
    "操作已执行，但结果无法给出",
    "The operation was carried out, but its result cannot be shown",
    "不要再次提交；查询该记录以确认结果",
    "Do not send it again; read the record to see what it has become",
  ]),
  AUDIT_BROKEN: entry(500, 1, false, [
    "审计链不完整",
    "The audit's chain does not hold",
    "按所列位置查证，并与异地保存的链头核对",
    "Look into the entry named, and compare with the heads kept elsewhere",
  ]),
  CITY_UNAVAILABLE: entry(503, 69, true, [
    "市级平台暂不可用",
    "The city platform is not available",
    "稍后再试；其余字段不受影响",
    "Try later; all other fields are answered",
  ]),
  ISSUER_UNAVAILABLE: entry(503, 69, true, [
    "身份服务暂不可用",
    "The issuer of tokens is not available",
    "稍后再试；持续出现请联系运维",
    "Try later; tell operations if it lasts",
  ]),
  GATEWAY_UNAVAILABLE: entry(503, 69, true, [
    "网关未运行",
    "No gateway answers",
    "先启动网关，或核对地址",
    "Start the gateway, or check the address",
  ]),
  CONFIG_INVALID: entry(500, 78, false, [
    "配置有误",
    "The configuration is wrong",
    "按提示更正配置后重新启动",
    "Correct the settings and start again",
  ]),
  STORE_UNFIT: entry(500, 78, false, [
    "数据库不符合启动要求",
    "The database does not meet what is required",
    "按提示修正数据库后重新启动",
    "Mend the database as told and start again",
  ]),
  DATA_DIR_UNUSABLE: entry(500, 78, false, [
    "数据目录不可用",
    "The data folder cannot be used",
    "更换数据目录或修正其权限",
    "Choose another folder or mend its rights",
  ]),
  DATA_DIR_IN_USE: entry(500, 75, true, [
    "数据目录正被另一个进程使用",
    "The data folder is in use by another process",
    "先停止另一个进程",
    "Stop the other process first",
  ]),
  PORT_IN_USE: entry(500, 75, true, [
    "端口已被占用",
    "The port is in use",
    "更换端口或停止占用者",
    "Choose another port or stop its user",
  ]),
  FILE_UNREADABLE: entry(400, 4, false, [
    "文件无法读取",
    "The file cannot be read",
    "检查路径与权限",
    "Check the path and its rights",
  ]),
  FILE_UNWRITABLE: entry(400, 2, false, [
    "文件无法写入",
    "The file cannot be written",
    "检查路径与权限",
    "Check the path and its rights",
  ]),
  FILE_REFUSED: entry(400, 2, false, [
    "文件不符合要求",
    "The file is not what was expected",
    "按提示更正文件",
    "Correct the file as told",
  ]),
  SOURCE_UNAVAILABLE: entry(503, 69, true, [
    "数据来源暂不可用",
    "The source cannot be reached",
    "稍后再试，会从原处继续",
    "Try later; reading goes on from the same place",
  ]),
  SOURCE_FAULTY: entry(502, 1, false, [
    "数据来源的答复有误",
    "The source gave a faulty answer",
    "按提示与来源单位核对",
    "Ask the owner of the source, as told",
  ]),
  RULES_INVALID: entry(400, 2, false, [
    "规则数据有误",
    "The rule data is wrong",
    "按所列问题逐条更正",
    "Mend every problem listed",
  ]),
  TEXT_NOT_UNDERSTOOD: entry(422, 1, false, [
    "未从文本中读出条件",
    "No condition was found in the text",
    "给出写明指标与数值的条款",
    "Give a clause that names a measure and its number",
  ]),
  MODEL_UNAVAILABLE: entry(503, 69, true, [
    "条款解析模型暂不可用",
    "The language model is not available",
    "稍后再试，或改用内置语法解析",
    "Try later, or use the built-in grammar",
  ]),
  CRITERIA_OUTDATED: entry(409, 1, true, [
    "认定标准与最近一次评判所用的不同",
    "The criteria are others than those the store was last judged by",
    "换用同一版本的标准，或重新启动以使本进程的标准生效",
    "Give the process the same packs, or start it again for its own to take effect",
  ]),
  ALERT_STEP_REFUSED: entry(409, 1, false, [
    "预警当前状态不允许此步骤",
    "The alert's state does not allow this step",
    "查看预警的当前状态，按允许的步骤处理",
    "Look at the alert's state and take a step it allows",
  ]),
  SCREENING_STEP_REFUSED: entry(409, 1, false, [
    "筛查当前状态不允许此步骤",
    "The screening's state does not allow this step",
    "查看筛查的状态与版本，按允许的步骤处理",
    "Look at the screening's state and versions and take a step it allows",
  ]),
  WEBHOOK_ADDRESS_REFUSED: entry(400, 2, false, [
    "推送地址不在允许的范围",
    "The webhook's address is not one that may be told",
    "改用公网地址，或用 WEBHOOK_NETWORKS 放行该内网网段",
    "Use a public address, or allow its network by WEBHOOK_NETWORKS",
  ]),
  CONFLICT: entry(409, 1, false, [
    "与当前状态冲突",
    "The request conflicts with the present state",
    "刷新后再试",
    "Refresh and try again",
  ]),
  INTERNAL_SERVER_ERROR: entry(500, 1, false, [
    "内部错误",
    "Internal error",
    "凭请求编号联系运维",
    "Tell operations the request id",
  ]),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

export interface GoldseedErrorOptions {
  /** The error that led to this one; never shown outside. */
  readonly cause?: unknown;
  /** Machine-readable facts for the caller, safe to show. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An expected failure; its message is written for the one who reads it and is safe to show. */
export class GoldseedError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: GoldseedErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "GoldseedError";
    this.code = code;
    this.details = options.details ?? {};
  }
}
