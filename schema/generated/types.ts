import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RequestContext } from '../../gateway/request-context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** 行政区或功能区代码，如 370211010。 Code of a town, zone, district or city, such as 370211010. */
  AreaCode: { input: string; output: string; }
  /** 统一社会信用代码，18 位，含校验位（GB 32100）。不合法的代码作为输入会被拒绝。 Unified social credit code, 18 characters with a check character (GB 32100). A code that is not valid is refused as input. */
  CreditCode: { input: string; output: string; }
  /** 日期，YYYY-MM-DD。 Calendar date, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** 时刻，RFC 3339，UTC。 Instant in UTC, RFC 3339. */
  DateTime: { input: string; output: string; }
  /** 精确小数，以字符串表示，不经浮点。 Exact decimal as a string, never a float. */
  Decimal: { input: string; output: string; }
  /** 实体键的字段列表。 Names of the fields of a key. */
  FieldSet: { input: string; output: string; }
  /** 结构化数据。 Structured data. */
  JSON: { input: unknown; output: unknown; }
  /** 实体的代表：__typename 与键。 What stands for an entity: its __typename and its key. */
  _Any: { input: unknown; output: unknown; }
};

/**
 * 经营异常或严重违法失信名录的一条，来自市场监管部门；来源未载明的项为 null。
 * Entry on an abnormal-operation or serious-violation list, from the market regulator; null for what the source does not state.
 */
export type AbnormalEntry = {
  readonly __typename?: 'AbnormalEntry';
  /** 列入日期。 Entered on. */
  readonly enteredOn: Maybe<Scalars['Date']['output']>;
  /** 编号。 Number. */
  readonly entryNo: Scalars['String']['output'];
  /** 名录。 List. */
  readonly list: AbnormalList;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 列入原因。 Reason. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 移出日期；仍在列（或移出日未载明）为 null。 Removed on; null while it stands, or when the day is not stated. */
  readonly removedOn: Maybe<Scalars['Date']['output']>;
};

/**
 * 名录记录的一页。
 * A page of list entries.
 */
export type AbnormalEntryConnection = {
  readonly __typename?: 'AbnormalEntryConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<AbnormalEntryEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 名录记录及其游标。
 * One of the list entries with its cursor.
 */
export type AbnormalEntryEdge = {
  readonly __typename?: 'AbnormalEntryEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: AbnormalEntry;
};

/**
 * 名录。
 * Which list.
 */
export type AbnormalList =
  /** 经营异常名录 Abnormal operation */
  | 'ABNORMAL_OPERATION'
  /** 严重违法失信名单 Serious violation */
  | 'SERIOUS_VIOLATION';

/**
 * 对一个字段的决定。
 * A decision about a field.
 */
export type AccessDecision =
  /** 脱敏 Masked */
  | 'MASKED'
  /** 不提供 Refused */
  | 'REFUSED'
  /** 显示 Shown */
  | 'SHOWN';

/**
 * 能否看到，以及依据。
 * Whether it is seen, and why.
 */
export type AccessExplanation = {
  readonly __typename?: 'AccessExplanation';
  /** 依据；只对经办人员和开发人员提供，其他人为 null。 Why; for officers and developers alone, null for others. */
  readonly reason: Maybe<AccessReason>;
  /** 能否看到（包括脱敏后看到）。 Whether it is seen, masked or whole. */
  readonly visible: Scalars['Boolean']['output'];
};

/**
 * 一项临时跨区授权。
 * A grant of sight of another area.
 */
export type AccessGrant = {
  readonly __typename?: 'AccessGrant';
  /** 功能区或镇街代码。 Code of the zone or town. */
  readonly areaCode: Scalars['AreaCode']['output'];
  /** 功能区或镇街名称；代码已不在册为 null。 Its name; null when the code is no longer listed. */
  readonly areaName: Maybe<Scalars['String']['output']>;
  /** 授权人。 Who gave it. */
  readonly grantedBy: Scalars['String']['output'];
  /** 编号。 Id. */
  readonly id: Scalars['ID']['output'];
  /** 事由。 Why. */
  readonly reason: Scalars['String']['output'];
  /** 状态。 How it stands. */
  readonly state: AccessGrantState;
  /** 使用者，即令牌中的 sub。 The subject, as in its token. */
  readonly subject: Scalars['String']['output'];
  /** 开始时刻。 From when. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** 结束时刻，届时已无效。 Until when; at that moment it is over. */
  readonly validTo: Scalars['DateTime']['output'];
};

/**
 * 临时授权的状态。
 * How a grant stands.
 */
export type AccessGrantState =
  /** 已过期 Expired */
  | 'EXPIRED'
  /** 未开始 To come */
  | 'FUTURE'
  /** 有效 In force */
  | 'IN_FORCE'
  /** 已撤销 Revoked */
  | 'REVOKED';

/**
 * 一项访问决定的依据。
 * What an access decision rests on.
 */
export type AccessReason = {
  readonly __typename?: 'AccessReason';
  /** 对字段的决定。 The decision about the field. */
  readonly decision: AccessDecision;
  /** 英文说明。 In English words. */
  readonly en: Scalars['String']['output'];
  /** 密级；字段不存在时为 null。 Classification; null when there is no such field. */
  readonly level: Maybe<Classification>;
  /** 脱敏方式；不脱敏为 null。 The mask; null when none applies. */
  readonly mask: Maybe<Scalars['String']['output']>;
  /** 策略版本。 Version of the policy. */
  readonly policyVersion: Scalars['String']['output'];
  /** 企业是否在范围内；不在与不存在同为 false。 Whether the enterprise is in sight; false as well when it is not there. */
  readonly rowInSight: Scalars['Boolean']['output'];
  /** 行的依据：scope/层级，或 grants（临时授权）。 Clause for the row: scope/ with the tier, or grants. */
  readonly rowRule: Scalars['String']['output'];
  /** 策略条款，如 masks/Enterprise.contactPhone。 Clause of the policy, such as masks/Enterprise.contactPhone. */
  readonly rule: Scalars['String']['output'];
  /** 中文说明。 In Chinese words. */
  readonly zh: Scalars['String']['output'];
};

/**
 * 一致性回执：某一时刻双方是否持有相同的记录，以及这一结论的凭据。
 * A receipt of agreement: whether both sides held the same records at a moment, and the evidence for it.
 */
export type AgreementReceipt = Node & {
  readonly __typename?: 'AgreementReceipt';
  /** 是否一致。 Whether both agree. */
  readonly agreed: Scalars['Boolean']['output'];
  /** 往来字节数，双向合计。 Bytes of the bodies both ways. */
  readonly bytesExchanged: Scalars['String']['output'];
  /** 差异：总数与前 200 条；没有为 null。 Differences: their count and the first 200; null when not looked for. */
  readonly differences: Maybe<Scalars['JSON']['output']>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 取得结论的级别：L0 依其文件推得，L2 市级自述，L3 市级签名。 Level: L0 derived from their file, L2 stated by the city, L3 signed by it. */
  readonly level: Scalars['String']['output'];
  /** 取得时间。 When it was obtained. */
  readonly obtainedAt: Scalars['DateTime']['output'];
  /** 本区根摘要（SHA-256）。 Root digest of the district (SHA-256). */
  readonly ourRoot: Scalars['String']['output'];
  /** 本区签名的陈述；无密钥为 null。 Our signed statement; null without a key. */
  readonly ourSignature: Maybe<Scalars['String']['output']>;
  /** 对方。 Peer. */
  readonly peer: Scalars['String']['output'];
  /** 本区记录数，条。 Records of the district. */
  readonly recordCount: Scalars['Int']['output'];
  /** 往返次数。 Round trips. */
  readonly roundTrips: Scalars['Int']['output'];
  /** 数据流。 Stream. */
  readonly stream: Scalars['String']['output'];
  /** 市级根摘要；无法取得为 null。 Root digest of the city; null when it gave none. */
  readonly theirRoot: Maybe<Scalars['String']['output']>;
  /** 市级签名的陈述；L3 以下为 null。 The city's signed statement; null below L3. */
  readonly theirSignature: Maybe<Scalars['String']['output']>;
};

/**
 * 一张新的回执。
 * A new receipt.
 */
export type AgreementReceiptChange = {
  readonly __typename?: 'AgreementReceiptChange';
  /** 该回执；订阅者已无权查看时为 null。 The receipt; null when the subscriber may no longer see it. */
  readonly receipt: Maybe<AgreementReceipt>;
};

/**
 * 回执的一页。
 * A page of receipts.
 */
export type AgreementReceiptConnection = {
  readonly __typename?: 'AgreementReceiptConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<AgreementReceiptEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 回执及其游标。
 * One of the receipts with its cursor.
 */
export type AgreementReceiptEdge = {
  readonly __typename?: 'AgreementReceiptEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: AgreementReceipt;
};

/**
 * 预警：企业新命中筛查，送镇街专员处置。
 * An enterprise newly matches a screening: it stands before the specialists of its town.
 */
export type Alert = Node & {
  readonly __typename?: 'Alert';
  /** 经办人；未签收为 null。 Who has taken it up; null before. */
  readonly assignee: Maybe<Scalars['String']['output']>;
  /** 结束时间；未结束为 null。 When it came to an end; null while open. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** 办结、误报或关闭的理由；未结束为 null。 Why it ended; null while open. */
  readonly closingReason: Maybe<Scalars['String']['output']>;
  /** 应办结日期。 Day it is due. */
  readonly dueOn: Scalars['Date']['output'];
  /** 该企业；不在本人可见范围为 null。 The enterprise; null when it is out of the caller's sight. */
  readonly enterprise: Maybe<Enterprise>;
  /** 逾期督办时间；未逾期为 null。 When it went to the district as overdue; null when it did not. */
  readonly escalatedAt: Maybe<Scalars['DateTime']['output']>;
  /** 经过，新的在前。 Its steps, newest first. */
  readonly events: ReadonlyArray<AlertEvent>;
  /**
   * 触发的指标，至多三项：metric 标识、name 名称、unit 单位、period 期间、asked 所要求、value 现值（文本；是非类为“是”或“否”）。
   * Figures that fired, three at most: its `metric`, `name`, `unit` and `period`, what was `asked`, and the `value` it has
   * (a text; of a yes-or-no metric the Chinese word for what was asked).
   */
  readonly figures: Scalars['JSON']['output'];
  /** 走访记录，新的在前。 Follow-ups, newest first. */
  readonly followUps: ReadonlyArray<FollowUp>;
  /** 由哪一层级处置。 Tier whose worklist it is on. */
  readonly handler: AlertHandler;
  /** 一句话说明。 What it is about. */
  readonly headline: Scalars['String']['output'];
  /** 一句话说明的英文，筛查没有英文名时用其中文名；无英文说明的旧预警为 null。 The same in English, with the screening's Chinese name where it has no other; null for alerts older than these words. */
  readonly headlineEn: Maybe<Scalars['String']['output']>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 级别。 Level. */
  readonly level: AlertLevel;
  /** 再次命中并入本预警的次数。 Times the enterprise matched again while it stood. */
  readonly mergedCount: Scalars['Int']['output'];
  /** 发出时间。 When it was raised. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** 所命中的筛查；已不在库为 null。 The screening; null when it is no longer kept. */
  readonly screening: Maybe<Screening>;
  /** 状态。 State. */
  readonly state: AlertState;
  /** 版本，从 1 起每步加一；提交时带上可防覆盖。 Version, from 1, one more with every step; send it along to avoid overwriting. */
  readonly version: Scalars['Int']['output'];
};

/**
 * 预警的步骤。
 * Steps of an alert.
 */
export type AlertAction =
  /** 签收 Acknowledge */
  | 'ACKNOWLEDGE'
  /** 关闭（审核员） Close (officers) */
  | 'CLOSE'
  /** 延期 Postpone */
  | 'POSTPONE'
  /** 重新打开（审核员） Open again (officers) */
  | 'REOPEN'
  /** 报误报 Report false */
  | 'REPORT_FALSE'
  /** 办结 Resolve */
  | 'RESOLVE'
  /** 转办 Hand on */
  | 'TRANSFER';

/**
 * 一条预警的变化。
 * A change of one alert.
 */
export type AlertChange = {
  readonly __typename?: 'AlertChange';
  /** 变化后的预警；订阅者已无权查看时为 null。 The alert as it is now; null when the subscriber may no longer see it. */
  readonly alert: Maybe<Alert>;
  /** 是否新预警。 Whether it is new. */
  readonly isRaised: Scalars['Boolean']['output'];
};

/**
 * 预警的一页。
 * A page of alerts.
 */
export type AlertConnection = {
  readonly __typename?: 'AlertConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<AlertEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 预警及其游标。
 * One of the alerts with its cursor.
 */
export type AlertEdge = {
  readonly __typename?: 'AlertEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Alert;
};

/**
 * 预警经过的一步。
 * One step of an alert.
 */
export type AlertEvent = {
  readonly __typename?: 'AlertEvent';
  /** 经办人。 Who did it. */
  readonly actor: Scalars['String']['output'];
  /** 时间。 When. */
  readonly at: Scalars['DateTime']['output'];
  /** 此前状态；首步为 null。 State before; null for the first. */
  readonly fromState: Maybe<AlertState>;
  /** 理由；没有为 null。 Why; null when none was given. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 第几步，从 1 起。 Number of the step, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** 此后状态。 State after. */
  readonly toState: AlertState;
};

/**
 * 预警的筛选条件，同时满足。
 * Filter of alerts; all must hold.
 */
export type AlertFilter = {
  /** 全部满足。 All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<AlertFilter>>;
  /** 经办人。 Who has it. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  /** 是否已结束。 Has ended. */
  readonly closed?: InputMaybe<Scalars['Boolean']['input']>;
  /** 此日或之前到期。 Due on this day or before. */
  readonly dueTo?: InputMaybe<Scalars['Date']['input']>;
  /** 是否已督办。 Escalated to the district. */
  readonly escalated?: InputMaybe<Scalars['Boolean']['input']>;
  /** 由此层级处置。 Handled by this tier. */
  readonly handler?: InputMaybe<AlertHandler>;
  /** 级别之一。 One of these levels. */
  readonly level?: InputMaybe<ReadonlyArray<AlertLevel>>;
  /** 不满足。 This does not hold. */
  readonly not?: InputMaybe<AlertFilter>;
  /** 任一满足。 Any of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<AlertFilter>>;
  /** 不早于此刻发出。 Raised at or after. */
  readonly raisedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** 不晚于此刻发出。 Raised at or before. */
  readonly raisedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** 筛查编号。 Id of the screening. */
  readonly screening?: InputMaybe<Scalars['String']['input']>;
  /** 状态之一。 One of these states. */
  readonly state?: InputMaybe<ReadonlyArray<AlertState>>;
  /** 镇街代码。 Code of the town. */
  readonly town?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 功能区代码。 Code of the zone. */
  readonly zone?: InputMaybe<Scalars['AreaCode']['input']>;
};

/**
 * 预警由哪一层级处置。
 * Tier that handles an alert.
 */
export type AlertHandler =
  /** 区级 District */
  | 'DISTRICT'
  /** 镇街 Town */
  | 'TOWN'
  /** 功能区 Zone */
  | 'ZONE';

/**
 * 预警级别。
 * How pressing an alert is.
 */
export type AlertLevel =
  /** 高 High */
  | 'HIGH'
  /** 低 Low */
  | 'LOW'
  /** 中 Medium */
  | 'MEDIUM';

/**
 * 预警的排序；同值按信用代码排。
 * Order of alerts; ties by credit code.
 */
export type AlertOrder = {
  /** 方向。 Direction. */
  readonly direction?: SortDirection;
  /** 按此字段。 By this field. */
  readonly field: AlertOrderField;
};

/**
 * 可排序的字段。
 * Fields to order by.
 */
export type AlertOrderField =
  /** 到期日 Due day */
  | 'DUE_ON'
  /** 发出时间 When raised */
  | 'RAISED_AT';

/**
 * 预警状态。
 * State of an alert.
 */
export type AlertState =
  /** 关闭 Closed */
  | 'CLOSED'
  /** 已办结 Done */
  | 'DONE'
  /** 误报 False alarm */
  | 'FALSE_ALARM'
  /** 处置中 In progress */
  | 'IN_PROGRESS'
  /** 待签收 Waits to be acknowledged */
  | 'PENDING'
  /** 转办 Handed on */
  | 'TRANSFERRED';

/**
 * 年度财务数据，单位元；null 表示未报。
 * Yearly financial statement in yuan; null means not reported.
 */
export type AnnualFinancial = {
  readonly __typename?: 'AnnualFinancial';
  /** 是否经审计；未知为 null。 Audited; null when unknown. */
  readonly audited: Maybe<Scalars['Boolean']['output']>;
  /** 出口收入，元。 Export revenue, yuan. */
  readonly exportRevenue: Maybe<Scalars['Decimal']['output']>;
  /** 高新技术产品（服务）收入，元。 High-tech revenue, yuan. */
  readonly highTechRevenue: Maybe<Scalars['Decimal']['output']>;
  /** 主营业务收入，元。 Main-business revenue, yuan. */
  readonly mainRevenue: Maybe<Scalars['Decimal']['output']>;
  /** 净资产，元。 Net assets, yuan. */
  readonly netAssets: Maybe<Scalars['Decimal']['output']>;
  /** 净利润，元。 Net profit, yuan. */
  readonly netProfit: Maybe<Scalars['Decimal']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 研发费用，元。 R&D expense, yuan. */
  readonly rdExpense: Maybe<Scalars['Decimal']['output']>;
  /** 营业收入，元。 Operating revenue, yuan. */
  readonly revenue: Maybe<Scalars['Decimal']['output']>;
  /** 资产总额，元。 Total assets, yuan. */
  readonly totalAssets: Maybe<Scalars['Decimal']['output']>;
  /** 负债总额，元。 Total liabilities, yuan. */
  readonly totalLiabilities: Maybe<Scalars['Decimal']['output']>;
  /** 利润总额，元。 Total profit, yuan. */
  readonly totalProfit: Maybe<Scalars['Decimal']['output']>;
  /** 会计年度。 Fiscal year. */
  readonly year: Scalars['Int']['output'];
};

/**
 * 行政区或功能区。功能区与镇街交叠，一家企业有一个镇街、至多一个功能区。
 * A town, zone, district or city. Zones and towns overlap: an enterprise has one town and at most one zone.
 */
export type Area = Node & {
  readonly __typename?: 'Area';
  /** 代码。 Code. */
  readonly code: Scalars['AreaCode']['output'];
  /** 曾用名。 Former names. */
  readonly formerNames: ReadonlyArray<Scalars['String']['output']>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 层级。 Tier. */
  readonly kind: Tier;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 上级；市没有上级，为 null。 Parent; null for the city. */
  readonly parent: Maybe<Area>;
};

/**
 * 一个区域的统计。辖区内精确；本人辖区之外只提供全区合计，辖区外不足 5 家的数不提供（null 或不列出）。数据变动后重新统计，computedAt 为统计时刻；重新统计后即答复新数，至迟 10 秒。
 * Figures of one area: exact inside the caller's areas; beyond them the district's totals only, where a figure that stands for fewer than 5 enterprises outside the caller's areas is null or not listed. Counted anew after changes, computedAt says when; a new count is answered at once, within 10 s at the latest.
 */
export type AreaStatistics = {
  readonly __typename?: 'AreaStatistics';
  /** 区域。 Area. */
  readonly area: Area;
  /** 创新创业基地数，个。 Bases, number. */
  readonly bases: Maybe<Scalars['Int']['output']>;
  /** 统计时刻；尚未统计为 null。 Computed at; null until counted. */
  readonly computedAt: Maybe<Scalars['DateTime']['output']>;
  /** 市场主体数，户；尚未统计为 null。 Entities, number; null until counted. */
  readonly enterprises: Maybe<Scalars['Int']['output']>;
  /** 在库企业数，户。 Enterprises in any library, number. */
  readonly inLibrary: Maybe<Scalars['Int']['output']>;
  /** 标签完成率，0 到 1。 Label completion, 0 to 1. */
  readonly labelCompletion: Maybe<Scalars['Decimal']['output']>;
  /** 各培育库企业数。 Members by library. */
  readonly libraries: ReadonlyArray<LibraryCount>;
  /** 各有效称号数。 Valid titles by kind. */
  readonly titles: ReadonlyArray<TitleCount>;
};

/**
 * 按一部标准对一家企业的评判，附依据。
 * What a criteria pack says of an enterprise, with the evidence.
 */
export type Assessment = {
  readonly __typename?: 'Assessment';
  /** 评判日。 Day of judging. */
  readonly asOf: Scalars['Date']['output'];
  /** 评判时刻：结论自此不变。 When the verdict became what it is. */
  readonly assessedAt: Scalars['DateTime']['output'];
  /** 各类得分（分），未定为 unknown；不计分的标准为空，不为 null。 Points by category, unknown when not settled; empty for a pack without points, never null. */
  readonly category: Maybe<Scalars['JSON']['output']>;
  /** 满足的直通条件；没有为空，不为 null。 Direct passes that hold; empty when there is none, never null. */
  readonly directPass: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 命中的排除情形；没有为空，不为 null。 Exclusions that hold; empty when there is none, never null. */
  readonly excludedBy: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 未满足的条件；没有为空，不为 null。 Conditions that are not met; empty when there is none, never null. */
  readonly failed: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 资料疑点：外币、未结束的年度、互相矛盾的数；没有为空，不为 null。 What is wrong with the facts: other currencies, years not ended, contradictions; empty when nothing is, never null. */
  readonly flags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 评判所用的指标值，单位见指标目录；一项都不详为 null。 Values of the indicators it was judged by, in the units of the catalogue; null when none is known. */
  readonly inputs: Maybe<Scalars['JSON']['output']>;
  /** 评判所用的标准；该版本已不在库为 null。 The pack it was judged by; null when that version is no longer kept. */
  readonly pack: Maybe<CriteriaPack>;
  /** 标准的标识。 Id of the pack. */
  readonly packId: Scalars['String']['output'];
  /** 各分项得分（分），未定为 unknown；不计分的标准为空，不为 null。 Points by item, unknown when not settled; empty for a pack without points, never null. */
  readonly points: Maybe<Scalars['JSON']['output']>;
  /** 缺少但由受理机关核验、视同满足的指标；没有为空，不为 null。 Missing, but taken as met because the office checks them on receipt; empty when there is none, never null. */
  readonly presumed: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 达标进度，0 到 100，达标恰为 100（docs/criteria/progress.md）。 Share of the way to passing, 0 to 100, and 100 exactly when it passes (docs/criteria/progress.md). */
  readonly progress: Scalars['Int']['output'];
  /** 未定分项的最低与最高得分（分）；没有未定的为空，不为 null。 Least and greatest points of items that are not settled; empty when all are, never null. */
  readonly ranges: Maybe<Scalars['JSON']['output']>;
  /** 企业规模；仅限规模划型标准，未定为 null。 Size class, for the size standard alone; null when not settled. */
  readonly sizeClass: Maybe<SizeClass>;
  /** 被取代时刻；现行为 null。 When another took its place; null while in force. */
  readonly supersededAt: Maybe<Scalars['DateTime']['output']>;
  /** 总分，分；标准不计分或未定时为 null。 Total, points; null when the pack has none or it is not settled. */
  readonly total: Maybe<Scalars['Decimal']['output']>;
  /** 缺少的指标；没有为空，不为 null。 Indicators that are missing; empty when there is none, never null. */
  readonly unknown: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 结论。 Verdict. */
  readonly verdict: Verdict;
  /** 达标途径，由近及远，至多三条；尚未查找为 null，没有为空。 Nearest ways to pass, at most three; null until looked for, empty when there is none. */
  readonly waysToPass: Maybe<ReadonlyArray<WayToPass>>;
};

/**
 * 划归镇街的内容。
 * What to assign.
 */
export type AssignTownInput = {
  /** 统一社会信用代码。 Credit code of the enterprise. */
  readonly creditCode: Scalars['CreditCode']['input'];
  /** 理由，写入审计。 Reason, written into the audit. */
  readonly reason: Scalars['String']['input'];
  /** 镇街代码，9 位。 Code of the town, 9 digits. */
  readonly townCode: Scalars['AreaCode']['input'];
};

/**
 * 划归镇街的结果。
 * What came of it.
 */
export type AssignTownPayload = {
  readonly __typename?: 'AssignTownPayload';
  /** 该企业；未完成或不在范围内时为 null。 The enterprise; null when not done or out of sight. */
  readonly enterprise: Maybe<Enterprise>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 等待第二人确认的授权。
 * An assignment that waits for a second person.
 */
export type AssignmentProposal = {
  readonly __typename?: 'AssignmentProposal';
  /** 区域代码。 Codes of the areas. */
  readonly areaCodes: ReadonlyArray<Scalars['AreaCode']['output']>;
  /** 可见密级。 Clearance. */
  readonly clearance: Classification;
  /** 编号。 Id. */
  readonly id: Scalars['ID']['output'];
  /** 提出时刻。 When. */
  readonly proposedAt: Scalars['DateTime']['output'];
  /** 提出人。 Who proposed it. */
  readonly proposedBy: Scalars['String']['output'];
  /** 事由。 Why. */
  readonly reason: Scalars['String']['output'];
  /** 角色。 Role. */
  readonly role: Role;
  /** 被授权人，即令牌中的 sub。 The subject, as in its token. */
  readonly subject: Scalars['String']['output'];
  /** 层级。 Tier. */
  readonly tier: Tier;
};

/**
 * 审计类别。
 * Category of an audit entry.
 */
export type AuditCategory =
  /** 读取 A read */
  | 'ACCESS'
  /** 拒绝 Something refused */
  | 'REFUSAL'
  /** 向他人提供 Data given to another body */
  | 'SHARING'
  /** 系统自身 What the system does by itself */
  | 'SYSTEM'
  /** 写入 A change */
  | 'WRITE';

/**
 * 一条审计记录：谁、以何目的、看了或改了什么。摘要成链，见 goldseed audit verify。
 * One audit entry: who read or changed what, and for what purpose. Digests make a chain; see goldseed audit verify.
 */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** 动作，如 graph.read、cli.key.create。 Action, such as graph.read or cli.key.create. */
  readonly action: Scalars['String']['output'];
  /** 何人：请求者本身；无权查看时为 null。 Who sent the request; null to whoever may not see it. */
  readonly actor: Maybe<Scalars['String']['output']>;
  /** 时刻。 When. */
  readonly at: Scalars['DateTime']['output'];
  /** 类别。 Category. */
  readonly category: AuditCategory;
  /** 请求所指或答复所示的企业；不适用为 null。 Enterprises that the request named or the answer showed; null where it does not apply. */
  readonly creditCodes: Maybe<ReadonlyArray<Scalars['CreditCode']['output']>>;
  /** 其他事实；没有为 null。 Other facts; null when there are none. */
  readonly details: Maybe<Scalars['JSON']['output']>;
  /** 本条摘要。 Digest of this entry. */
  readonly digest: Scalars['String']['output'];
  /** 所取 L3 以上字段，含脱敏的；不适用为 null。 Fields of L3 and above that were given, masked ones too; null where it does not apply. */
  readonly fields: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 代何人；为本人操作时为 null。 For whom; null when the actor acts for itself. */
  readonly onBehalfOf: Maybe<Scalars['String']['output']>;
  /** 操作文本的 SHA-256；非图查询为 null。 SHA-256 of the document; null for what is no operation of the graph. */
  readonly operationHash: Maybe<Scalars['String']['output']>;
  /** 结果。 Outcome. */
  readonly outcome: AuditOutcome;
  /** 当时的策略版本；非图查询为 null。 Version of the policy then; null for what is no operation of the graph. */
  readonly policyVersion: Maybe<Scalars['String']['output']>;
  /** 用途代码；未声明为 null。 Purpose code; null when none was given. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** 被拒的字段；不适用为 null。 Fields that were refused; null where it does not apply. */
  readonly refusedFields: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 请求编号；非请求为 null。 Request id; null for what is no request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** 含上述字段的记录条数；不适用为 null。 Records that hold such a field; null where it does not apply. */
  readonly rowCount: Maybe<Scalars['Int']['output']>;
  /** 序号，从 1 起连续。 Number, from 1 without gaps. */
  readonly sequence: Scalars['String']['output'];
  /** 层级；命令行与系统为 null。 Tier; null for commands and the system itself. */
  readonly tier: Maybe<Tier>;
};

/**
 * 审计记录的一页。
 * A page of audit entries.
 */
export type AuditEntryConnection = {
  readonly __typename?: 'AuditEntryConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 审计记录及其游标。
 * An audit entry with its cursor.
 */
export type AuditEntryEdge = {
  readonly __typename?: 'AuditEntryEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: AuditEntry;
};

/**
 * 审计记录的筛选；各项同时满足。
 * Filter of audit entries; all parts hold together.
 */
export type AuditEntryFilter = {
  /** 动作。 Action. */
  readonly action?: InputMaybe<Scalars['String']['input']>;
  /** 何人。 Who. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** 类别之一。 One of these categories. */
  readonly category?: InputMaybe<ReadonlyArray<AuditCategory>>;
  /** 涉及此企业。 Of this enterprise. */
  readonly creditCode?: InputMaybe<Scalars['CreditCode']['input']>;
  /** 不早于此刻。 At or after. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** 代何人。 For whom. */
  readonly onBehalfOf?: InputMaybe<Scalars['String']['input']>;
  /** 结果之一。 One of these outcomes. */
  readonly outcome?: InputMaybe<ReadonlyArray<AuditOutcome>>;
  /** 请求编号。 Request id. */
  readonly requestId?: InputMaybe<Scalars['String']['input']>;
  /** 不晚于此刻。 At or before. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * 审计结果。
 * Outcome of an audit entry.
 */
export type AuditOutcome =
  /** 完成 Done */
  | 'DONE'
  /** 失败 Failed */
  | 'FAILED'
  /** 将要写入 About to be changed */
  | 'INTENT'
  /** 被拒 Refused */
  | 'REFUSED';

/**
 * 竞赛与奖励；来源未载明的项为 null。
 * Competition result or prize; null for what the source does not state.
 */
export type Award = {
  readonly __typename?: 'Award';
  /** 编号。 Number. */
  readonly awardNo: Scalars['String']['output'];
  /** 获奖日期。 Awarded on. */
  readonly awardedOn: Maybe<Scalars['Date']['output']>;
  /** 等次。 Grade. */
  readonly grade: Maybe<Scalars['String']['output']>;
  /** 种类。 Kind. */
  readonly kind: AwardKind;
  /** 级别。 Level. */
  readonly level: TitleLevel;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 主办单位。 Organiser. */
  readonly organiser: Maybe<Scalars['String']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 获奖单位排名，1 为第一；未载明为 null。 Place among the winners, 1 is the first; null when not stated. */
  readonly rank: Maybe<Scalars['Int']['output']>;
};

/**
 * 奖励的一页。
 * A page of awards.
 */
export type AwardConnection = {
  readonly __typename?: 'AwardConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<AwardEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 奖励及其游标。
 * One of the awards with its cursor.
 */
export type AwardEdge = {
  readonly __typename?: 'AwardEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Award;
};

/**
 * 奖励种类。
 * Kind of award.
 */
export type AwardKind =
  /** 创新创业竞赛 Competition */
  | 'COMPETITION'
  /** 设计奖 Design prize */
  | 'DESIGN_PRIZE'
  /** 其他 Other */
  | 'OTHER'
  /** 质量奖 Quality prize */
  | 'QUALITY_PRIZE'
  /** 科学技术奖 Science prize */
  | 'SCIENCE_PRIZE';

/**
 * 创新创业基地；未载明的项为 null。
 * Innovation and entrepreneurship base; null for what is not stated.
 */
export type Base = {
  readonly __typename?: 'Base';
  /** 编号。 Number. */
  readonly baseNo: Scalars['String']['output'];
  /** 运营企业；不在本人可见范围为 null。 The enterprise that runs it; null when it is out of the caller's sight. */
  readonly enterprise: Maybe<Enterprise>;
  /** 类型。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 级别。 Level. */
  readonly level: TitleLevel;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 认定日期。 Recognised on. */
  readonly recognisedOn: Maybe<Scalars['Date']['output']>;
  /** 入驻企业数，家；未报为 null。 Resident enterprises, number; null when not reported. */
  readonly residents: Maybe<Scalars['Int']['output']>;
  /** 有效期止。 Valid to. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 创新创业基地的一页。
 * A page of bases.
 */
export type BaseConnection = {
  readonly __typename?: 'BaseConnection';
  /** 条目。 Items. */
  readonly edges: ReadonlyArray<BaseEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确；不为 null。 Exact number of all that match; never null. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/**
 * 一条及其游标。
 * An item and its cursor.
 */
export type BaseEdge = {
  readonly __typename?: 'BaseEdge';
  /** 游标。 Cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 基地。 The item. */
  readonly node: Base;
};

/**
 * 基地的筛选。
 * Filter of bases.
 */
export type BaseFilter = {
  /** 级别为其中之一。 One of these levels. */
  readonly levels?: InputMaybe<ReadonlyArray<TitleLevel>>;
  /** 所在镇街。 Town. */
  readonly town?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 所在功能区。 Functional zone. */
  readonly zone?: InputMaybe<Scalars['AreaCode']['input']>;
};

/**
 * 对推送地址做什么。
 * What to do with a webhook.
 */
export type ChangeWebhookInput = {
  /** 操作。 What to do. */
  readonly action: WebhookAction;
  /** 编号。 Id. */
  readonly id: Scalars['ID']['input'];
  /** 暂停、移除的理由，缺省为“paused by an officer”“removed by an officer”；其他操作不用。 Why it is paused or removed, “paused by an officer” or “removed by an officer” when left out; not used otherwise. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 操作结果。
 * What came of it.
 */
export type ChangeWebhookPayload = {
  readonly __typename?: 'ChangeWebhookPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 重试的推送，条；未完成为 null。 Messages that are due again; null when not done. */
  readonly revived: Maybe<Scalars['Int']['output']>;
  /** 新密钥，仅换密钥时有，其他为 null。 The new secret, after rotating alone; null otherwise. */
  readonly secret: Maybe<Scalars['String']['output']>;
  /** 推送地址；移除后或未完成为 null。 The webhook; null once removed, or when not done. */
  readonly webhook: Maybe<Webhook>;
};

/**
 * 市级梯度培育平台上的实时记录；平台未载明的项为 null。
 * Live record of the city's gradient platform; null for what the platform does not state.
 */
export type CityRecord = {
  readonly __typename?: 'CityRecord';
  /** 取得时刻。 When it was fetched. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** 平台登记名称。 Name as the platform has it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** 平台登记的称号。 Titles as the platform has them. */
  readonly titles: ReadonlyArray<CityTitle>;
  /** 平台最近更新；平台未载明为 null。 Last update there; null when not stated. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/**
 * 平台登记的一项称号；平台未载明的项为 null。
 * A title as the platform has it; null for what the platform does not state.
 */
export type CityTitle = {
  readonly __typename?: 'CityTitle';
  /** 批次。 Batch. */
  readonly batch: Scalars['String']['output'];
  /** 种类。 Kind. */
  readonly kind: TitleKind;
  /** 级别。 Level. */
  readonly level: TitleLevel;
  /** 状态。 State. */
  readonly status: TitleStatus;
  /** 有效期起。 Valid from. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** 有效期止。 Valid to. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 企业自称的称号及其证据。
 * What an enterprise claims, with the evidence.
 */
export type ClaimTitleInput = {
  /** 自称日期，今天或以前。 Day of the claim, today or before. */
  readonly claimedOn: Scalars['Date']['input'];
  /** 统一社会信用代码。 Credit code of the enterprise. */
  readonly creditCode: Scalars['CreditCode']['input'];
  /** 称号。 The title. */
  readonly kind: TitleKind;
  /** 何处声明，如网址、宣传册、申报材料，最多 300 字。 Where it was claimed, 300 characters at most. */
  readonly source: Scalars['String']['input'];
  /** 声明原文，最多 4000 字。 The claim in the enterprise's own words, 4000 characters at most. */
  readonly statement: Scalars['String']['input'];
};

/**
 * 数据分级（GB/T 43697）。
 * Classification (GB/T 43697).
 */
export type Classification =
  /** 公开登记 Public registry */
  | 'L1'
  /** 内部 Internal */
  | 'L2'
  /** 敏感经营 Sensitive business */
  | 'L3'
  /** 个人信息 Personal */
  | 'L4';

/**
 * 条件的两种写法与依据。
 * Conditions in both forms, with what they came from.
 */
export type ConditionReading = {
  readonly __typename?: 'ConditionReading';
  /** 各条件在原文中的位置；非由原文读出为空。 Characters each condition came from; empty when not read from a clause. */
  readonly citations: Scalars['JSON']['output'];
  /** 条件树。 Tree of conditions. */
  readonly conditions: Scalars['JSON']['output'];
  /** 不能同时成立的条件，逐对说明；没有则为空。 Conditions that cannot hold together, pair by pair; empty when there are none. */
  readonly contradictions: ReadonlyArray<Scalars['String']['output']>;
  /** 中文表述，可改后读回。 The tree as a Chinese sentence that reads back. */
  readonly sentence: Scalars['String']['output'];
  /** 原文中未读懂的部分与原因。 What of the clause was not understood, and why. */
  readonly unread: Scalars['JSON']['output'];
};

/**
 * 认定标准（包）：一部官方文件的一个版本，作为数据保存并据以评判。
 * A criteria pack: one version of an official document, kept as data and judged by.
 */
export type CriteriaPack = {
  readonly __typename?: 'CriteriaPack';
  /** 文本把握程度：text_seen 见原文，secondary 转引，recalled 记忆，interpretation 解读，unseen 未见。 How surely the text is known: text_seen read, secondary quoted by others, recalled from memory, interpretation of an authority, unseen. */
  readonly confidence: Scalars['String']['output'];
  /** 全部规则：条件、分项、档次、直通、排除。 All rules: conditions, items, bands, direct passes, exclusions. */
  readonly definition: Scalars['JSON']['output'];
  /** 文号。 Number of the document. */
  readonly documentNo: Scalars['String']['output'];
  /** 新申请自何日适用；不详为 null。 First day for new applications; null when not known. */
  readonly effectiveFrom: Maybe<Scalars['Date']['output']>;
  /** 新申请至何日适用；未废止为 null。 Last day for new applications; null while not replaced. */
  readonly effectiveTo: Maybe<Scalars['Date']['output']>;
  /** 是否据以评判；缺少正式文本的为 false。 Whether it is judged by; false while its text is missing. */
  readonly enabled: Scalars['Boolean']['output'];
  /** 发文机关。 Issuer. */
  readonly issuer: Scalars['String']['output'];
  /** 载入时刻。 When it was loaded. */
  readonly loadedAt: Scalars['DateTime']['output'];
  /** 英文名称。 Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** 名称。 Name in Chinese. */
  readonly nameZh: Scalars['String']['output'];
  /** 标识，如 srdi_sme_2026。 Id, such as srdi_sme_2026. */
  readonly packId: Scalars['String']['output'];
  /** 复核自何日适用；不适用为 null。 First day for renewals; null when it does not govern them. */
  readonly renewalFrom: Maybe<Scalars['Date']['output']>;
  /** 复核至何日适用；未定为 null。 Last day for renewals; null when not set. */
  readonly renewalTo: Maybe<Scalars['Date']['output']>;
  /** 被取代时刻；现行为 null。 When another version replaced it; null for the one in force. */
  readonly supersededAt: Maybe<Scalars['DateTime']['output']>;
  /** 所认定的称号；无登记的称号为 null。 The title it decides on; null when no register keeps it. */
  readonly titleKind: Maybe<TitleKind>;
  /** 版本：评判所用内容的摘要。 Version: a digest of what is judged by. */
  readonly version: Scalars['String']['output'];
};

/**
 * 年度进出口，单位元，来自海关；未载明的项为 null，不作零。
 * Yearly imports and exports in yuan, from customs; null for what is not stated, which is not zero.
 */
export type CustomsTrade = {
  readonly __typename?: 'CustomsTrade';
  /** 海关信用等级；未评为 null。 Customs grade; null when not graded. */
  readonly customsGrade: Maybe<Scalars['String']['output']>;
  /** 报关单数，份。 Declarations, number. */
  readonly declarations: Maybe<Scalars['Int']['output']>;
  /** 出口额，元。 Exports, yuan. */
  readonly exportAmount: Maybe<Scalars['Decimal']['output']>;
  /** 进口额，元。 Imports, yuan. */
  readonly importAmount: Maybe<Scalars['Decimal']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 年度。 Year. */
  readonly year: Scalars['Int']['output'];
};

/**
 * 确认的内容。
 * What is decided.
 */
export type DecideAssignmentInput = {
  /** 是否确认；否则为否决。 True confirms, false rejects. */
  readonly confirm: Scalars['Boolean']['input'];
  /** 编号。 Id. */
  readonly id: Scalars['ID']['input'];
  /** 事由，写入审计。 Why; written into the audit. */
  readonly reason: Scalars['String']['input'];
};

/**
 * 确认的结果。
 * What came of it.
 */
export type DecideAssignmentPayload = {
  readonly __typename?: 'DecideAssignmentPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 所决定的授权；未完成为 null。 What was decided; null when not done. */
  readonly proposal: Maybe<AssignmentProposal>;
};

/**
 * 决定的内容。
 * What is decided.
 */
export type DecideConflictInput = {
  /** 决定。 The decision. */
  readonly decision: SyncConflictDecision;
  /** 冲突的全局编号。 Global id of the conflict. */
  readonly id: Scalars['ID']['input'];
  /** 说明，留在历史中；缺省没有。 Why, kept in its history; none when left out. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 决定的结果。
 * What came of it.
 */
export type DecideConflictPayload = {
  readonly __typename?: 'DecideConflictPayload';
  /** 该冲突；未完成时为 null。 The conflict; null when not done. */
  readonly conflict: Maybe<SyncConflict>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 决定的内容。
 * What is decided.
 */
export type DecideExportInput = {
  /** 是否确认；否则为否决。 True confirms, false rejects. */
  readonly confirm: Scalars['Boolean']['input'];
  /** 编号。 Id. */
  readonly id: Scalars['ID']['input'];
  /** 事由，写入审计。 Why; written into the audit. */
  readonly reason: Scalars['String']['input'];
};

/**
 * 决定的结果。
 * What came of it.
 */
export type DecideExportPayload = {
  readonly __typename?: 'DecideExportPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 所决定的申请；未完成为 null。 What was decided; null when not done. */
  readonly request: Maybe<ExportRequest>;
};

/**
 * 对一组记录的答复。
 * An answer for a group.
 */
export type DecideLinkInput = {
  /** 归到哪家企业；LINK、ALIAS、BRANCH_OF 必填，其余不填。 The enterprise meant; needed for LINK, ALIAS, BRANCH_OF. */
  readonly creditCode?: InputMaybe<Scalars['CreditCode']['input']>;
  /** 答复。 The answer. */
  readonly decision: LinkDecision;
  /** 组。 The group. */
  readonly groupKey: Scalars['String']['input'];
};

/**
 * 操作的结果。
 * What came of it.
 */
export type DecideLinkPayload = {
  readonly __typename?: 'DecideLinkPayload';
  /** 归到的企业；没有为 null。 The enterprise meant; null for none. */
  readonly enterprise: Maybe<Enterprise>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 随即入库的记录数；未完成为 null。 Records that became facts; null when not done. */
  readonly merged: Maybe<Scalars['Int']['output']>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 答复所涉及的记录数；未完成为 null。 Records that the answer settled; null when not done. */
  readonly settled: Maybe<Scalars['Int']['output']>;
};

/**
 * 筛查草稿。
 * What to draft.
 */
export type DraftScreeningInput = {
  /** 通知条款原文；三者给其一。 Clause of a notice; one of the three. */
  readonly clause?: InputMaybe<Scalars['String']['input']>;
  /** 编号：小写字母、数字、连字符；新编号即新筛查。 Small letters, digits, hyphens; a new one makes a new screening. */
  readonly code: Scalars['String']['input'];
  /** 条件树；三者给其一。 Tree of conditions; one of the three. */
  readonly conditions?: InputMaybe<Scalars['JSON']['input']>;
  /** 处置期限，1 到 180 天，新筛查缺省 10；与已有的不同则拒绝。 Days until due, 1 to 180, 10 for a new one when left out; refused when it is not that of an old one. */
  readonly dueDays?: InputMaybe<Scalars['Int']['input']>;
  /** 级别，新筛查缺省中；与已有的不同则拒绝。 Level, medium for a new one when left out; refused when it is not that of an old one. */
  readonly level?: InputMaybe<AlertLevel>;
  /** 名称，最多 60 字；新筛查必填，与已有的不同则拒绝。 Name, 60 characters at most; needed for a new one, refused when it is not that of an old one. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 英文名称，新筛查缺省没有；与已有的不同则拒绝。 Name in English, none for a new one when left out; refused when it is not that of an old one. */
  readonly nameEn?: InputMaybe<Scalars['String']['input']>;
  /** 中文表述；三者给其一。 The sentence; one of the three. */
  readonly sentence?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 起草结果。
 * What came of it.
 */
export type DraftScreeningPayload = {
  readonly __typename?: 'DraftScreeningPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 读出的条件；未完成为 null。 The conditions as read; null when not done. */
  readonly reading: Maybe<ConditionReading>;
  /** 该筛查；未完成为 null。 The screening; null when not done. */
  readonly screening: Maybe<Screening>;
  /** 版本号；未完成为 null。 Its number; null when not done. */
  readonly version: Maybe<Scalars['Int']['output']>;
};

/**
 * 试运行结果，不含任何写入。
 * What a version would match.
 */
export type DryRun = {
  readonly __typename?: 'DryRun';
  /** 各镇街命中数，多的在前。 By town, most first. */
  readonly areas: ReadonlyArray<DryRunArea>;
  /** 按此日评判。 Day of judging. */
  readonly asOf: Scalars['Date']['output'];
  /** 较运行版本新增，户；无运行版本为 null。 New against the version in force; null when there is none. */
  readonly entering: Maybe<Scalars['Int']['output']>;
  /** 较运行版本减少，户；无运行版本为 null。 Gone against it; null when there is none. */
  readonly leaving: Maybe<Scalars['Int']['output']>;
  /** 命中，户。 Enterprises that match. */
  readonly matching: Scalars['Int']['output'];
  /** 不命中，户。 That do not. */
  readonly notMatching: Scalars['Int']['output'];
  /** 样例，每镇街至多两户，含触发的指标。 Examples, two of a town at most, with the figures. */
  readonly sample: Scalars['JSON']['output'];
  /** 没有数据来源的指标。 Metrics that no register answers. */
  readonly unanswered: ReadonlyArray<Scalars['String']['output']>;
  /** 数据不足或须人工判断，户。 Undecided: something is missing, or a person must decide. */
  readonly undecided: Scalars['Int']['output'];
  /** 版本。 Version. */
  readonly version: Scalars['Int']['output'];
};

/**
 * 一个镇街的命中数。
 * How many match in one town.
 */
export type DryRunArea = {
  readonly __typename?: 'DryRunArea';
  /** 镇街代码；镇街未知为 null。 Code; null where the town is not known. */
  readonly code: Maybe<Scalars['AreaCode']['output']>;
  /** 命中，户。 Enterprises that match. */
  readonly matching: Scalars['Int']['output'];
  /** 名称；镇街未知为 null。 Name; null where the town is not known. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/**
 * 试运行哪一版。
 * Which version to run dry.
 */
export type DryRunScreeningInput = {
  /** 筛查编号。 Id of the screening. */
  readonly code: Scalars['String']['input'];
  /** 版本，默认最新。 Version; the newest when left out. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 试运行结果。
 * What it would match.
 */
export type DryRunScreeningPayload = {
  readonly __typename?: 'DryRunScreeningPayload';
  /** 结果；未完成为 null。 The result; null when not done. */
  readonly dryRun: Maybe<DryRun>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 该筛查；未完成为 null。 The screening; null when not done. */
  readonly screening: Maybe<Screening>;
};

/**
 * 年度从业与社保，人数为全年月平均（年末参保除外）；未报的项为 null，不作零。
 * Yearly employment: numbers of persons, means of the year's months but for those insured at its end; null when not reported, which is not zero.
 */
export type Employment = {
  readonly __typename?: 'Employment';
  /** 从业人员，人。 Employees, persons. */
  readonly employees: Maybe<Scalars['Int']['output']>;
  /** 本科及以上人员，人。 Staff with a degree, persons. */
  readonly graduateStaff: Maybe<Scalars['Int']['output']>;
  /** 年末参保人数，人。 Insured at the year's end, persons. */
  readonly insured: Maybe<Scalars['Int']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 科技人员，人。 Technology staff, persons. */
  readonly rdStaff: Maybe<Scalars['Int']['output']>;
  /** 年度。 Year. */
  readonly year: Scalars['Int']['output'];
};

/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type Enterprise = Node & {
  readonly __typename?: 'Enterprise';
  /** 名录记录。 List entries. */
  readonly abnormalEntries: AbnormalEntryConnection;
  /** 注册地址；未载明为 null。 Registered address; null when not stated. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** 预警，新的在前；市级不可见，为 null。 Alerts, newest first; not for the city, null to it. */
  readonly alerts: Maybe<ReadonlyArray<Alert>>;
  /** 历次评判，由近及远。 All assessments there were, latest first. */
  readonly assessmentHistory: ReadonlyArray<Assessment>;
  /** 按各部标准的评判。 What each criteria pack says of it. */
  readonly assessments: ReadonlyArray<Assessment>;
  /** 奖励。 Awards. */
  readonly awards: AwardConnection;
  /** 运营的创新创业基地。 Bases it runs. */
  readonly bases: ReadonlyArray<Base>;
  /** 经营范围；未载明为 null。 Business scope; null when not stated. */
  readonly businessScope: Maybe<Scalars['String']['output']>;
  /** 注册资本，单位为 capitalCurrency 的一元；未载明为 null。 Registered capital in units of its currency (`capitalCurrency`); null when not stated. */
  readonly capitalAmount: Maybe<Scalars['Decimal']['output']>;
  /** 注册资本币种，ISO 4217；未载明注册资本为 null。 Currency of the capital, ISO 4217; null when no capital is stated. */
  readonly capitalCurrency: Maybe<Scalars['String']['output']>;
  /** 市级平台上的实时记录；平台无此企业或暂不可用为 null，后者附错误说明。 Live record on the city platform; null when it has none or is away, the latter with an error that says so. */
  readonly cityRecord: Maybe<CityRecord>;
  /** 联系邮箱；未载明为 null。 E-mail of the contact; null when not stated. */
  readonly contactEmail: Maybe<Scalars['String']['output']>;
  /** 联系人；未载明为 null。 Contact; null when not stated. */
  readonly contactName: Maybe<Scalars['String']['output']>;
  /** 联系电话；未载明为 null。 Phone of the contact; null when not stated. */
  readonly contactPhone: Maybe<Scalars['String']['output']>;
  /** 统一社会信用代码。 Unified social credit code. */
  readonly creditCode: Scalars['CreditCode']['output'];
  /** 进出口，由近及远。 Customs trade, latest first. */
  readonly customsTrades: ReadonlyArray<CustomsTrade>;
  /** 年度从业，由近及远。 Employment, latest first. */
  readonly employments: ReadonlyArray<Employment>;
  /** 股权融资。 Financing rounds. */
  readonly equityFinancings: EquityFinancingConnection;
  /** 成立日期；未知为 null。 Established on; null when unknown. */
  readonly establishedOn: Maybe<Scalars['Date']['output']>;
  /** 年度财务，由近及远。 Financial statements, latest first. */
  readonly financials: ReadonlyArray<AnnualFinancial>;
  /** 走访记录，新的在前；市级不可见，为 null。 Follow-ups, newest first; not for the city, null to it. */
  readonly followUps: Maybe<ReadonlyArray<FollowUp>>;
  /** 曾用名，由近及远。 Former names, latest first. */
  readonly formerNames: ReadonlyArray<EnterpriseName>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 是否在培育库。 Member of any library. */
  readonly inLibrary: Scalars['Boolean']['output'];
  /** 评判所用各指标之值及所据事实；不评判的（个体工商户、分支机构、已注销）为 null。 Values of the indicators it is judged by, with the facts behind each; null for those who are not judged. */
  readonly indicators: Maybe<ReadonlyArray<IndicatorValue>>;
  /** 国民经济行业代码（GB/T 4754）；未知为 null。 Industry code (GB/T 4754); null when unknown. */
  readonly industryCode: Maybe<Scalars['String']['output']>;
  /** 行业名称；未知为 null。 Industry; null when unknown. */
  readonly industryName: Maybe<Scalars['String']['output']>;
  /** 知识产权。 Intellectual property rights. */
  readonly ipRights: IpRightConnection;
  /** 是否演示数据。 True for demonstration data. */
  readonly isDemo: Scalars['Boolean']['output'];
  /** 主体种类。 Kind of entity. */
  readonly kind: EnterpriseKind;
  /** 企业类型；未载明为 null。 Legal form; null when not stated. */
  readonly legalForm: Maybe<Scalars['String']['output']>;
  /** 法定代表人；未载明为 null。 Legal representative; null when not stated. */
  readonly legalRepresentative: Maybe<Scalars['String']['output']>;
  /** 入库记录，由近及远。 Library memberships, latest first. */
  readonly libraries: ReadonlyArray<LibraryMembership>;
  /** 所在培育库。 Libraries it is in. */
  readonly libraryKinds: ReadonlyArray<LibraryKind>;
  /** 命中的筛查，新的在前；市级不可见，为 null。 Screenings it matches or has matched, newest first; not for the city, null to it. */
  readonly matches: Maybe<ReadonlyArray<ScreeningMatch>>;
  /** 现用名称。 Present name. */
  readonly name: Scalars['String']['output'];
  /** 处罚。 Penalties. */
  readonly penalties: PenaltyConnection;
  /** 行政许可。 Permits. */
  readonly permits: PermitConnection;
  /** 画像；尚未计算为 null。 Portrait; null until computed. */
  readonly portrait: Maybe<Portrait>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 认证。 Certificates. */
  readonly qualityCertificates: QualityCertificateConnection;
  /** 研发机构。 R&D institutions. */
  readonly rdInstitutions: RdInstitutionConnection;
  /** 画像得分，0 到 100；尚未评分为 null。 Score of the portrait, 0 to 100; null until scored. */
  readonly score: Maybe<Scalars['Decimal']['output']>;
  /** 企业规模（工信部联企业〔2011〕300号）；未知为 null。 Size class (MIIT 2011 No. 300); null when unknown. */
  readonly sizeClass: Maybe<SizeClass>;
  /** 标准。 Standards. */
  readonly standards: StandardConnection;
  /** 登记状态。 Registry status. */
  readonly status: EnterpriseStatus;
  /** 纳税，由近及远。 Tax paid, latest first. */
  readonly taxPayments: ReadonlyArray<TaxPayment>;
  /** 自称的称号。 Titles it claims. */
  readonly titleClaims: ReadonlyArray<TitleClaim>;
  /** 有效称号。 Valid titles. */
  readonly titleKinds: ReadonlyArray<TitleKind>;
  /** 全部称号，由近及远。 All titles, latest first. */
  readonly titles: ReadonlyArray<Title>;
  /** 所在镇街；未能判定为 null。 Town; null while it is not known. */
  readonly town: Maybe<Area>;
  /** 镇街判定置信度，0 到 1；未能判定为 null。 Confidence of the town, 0 to 1; null while it is not known. */
  readonly townConfidence: Maybe<Scalars['Decimal']['output']>;
  /** 镇街判定依据；未能判定为 null。 How the town was found; null while it is not known. */
  readonly townMethod: Maybe<Scalars['String']['output']>;
  /** 最近更新。 Last update. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** 各称号的核对：自称、登记、评判。 Verification of each title: claimed, registered, computed. */
  readonly verifications: ReadonlyArray<TitleVerification>;
  /** 网址；未载明为 null。 Website; null when not stated. */
  readonly website: Maybe<Scalars['String']['output']>;
  /** 所在功能区；不在功能区为 null。 Functional zone; null when in none. */
  readonly zone: Maybe<Area>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseAbnormalEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseAssessmentHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  pack?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseAssessmentsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  pack?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseAwardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseCustomsTradesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseEmploymentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseEquityFinancingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseFinancialsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseIndicatorsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  ids?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  pack?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseIpRightsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IpRightFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseLibrariesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterprisePenaltiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterprisePermitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseQualityCertificatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseRdInstitutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseStandardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 企业（含分支机构、个体工商户）。辖区之外的企业与不存在的企业无从区分。
 * An enterprise, branch or individual business. One outside the caller's areas cannot be told from one that does not exist.
 */
export type EnterpriseTaxPaymentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 一家企业的变化。
 * A change of one enterprise.
 */
export type EnterpriseChange = {
  readonly __typename?: 'EnterpriseChange';
  /** 变化后的企业；不在订阅者可见范围为 null。 The enterprise as it is now; null when it is out of the subscriber's sight. */
  readonly enterprise: Maybe<Enterprise>;
};

/**
 * 企业的一页。
 * A page of enterprises.
 */
export type EnterpriseConnection = {
  readonly __typename?: 'EnterpriseConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<EnterpriseEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 企业及其游标。
 * One of the enterprises with its cursor.
 */
export type EnterpriseEdge = {
  readonly __typename?: 'EnterpriseEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Enterprise;
};

/** 企业的筛选条件，给出的各项同时满足。 Filter of enterprises; all given parts must hold. */
export type EnterpriseFilter = {
  /** 全部满足。 All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<EnterpriseFilter>>;
  /** 信用代码之一，至多 200 个。 One of these credit codes, at most 200. */
  readonly creditCodes?: InputMaybe<ReadonlyArray<Scalars['CreditCode']['input']>>;
  /** 成立不早于。 Established on or after. */
  readonly establishedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** 成立不晚于。 Established on or before. */
  readonly establishedTo?: InputMaybe<Scalars['Date']['input']>;
  /** 镇街是否已判定。 Whether the town is known. */
  readonly hasTown?: InputMaybe<Scalars['Boolean']['input']>;
  /** 是否在培育库。 Member of any library. */
  readonly inLibrary?: InputMaybe<Scalars['Boolean']['input']>;
  /** 行业代码前缀，如 C35。 Industry code begins with this, such as C35. */
  readonly industryPrefix?: InputMaybe<Scalars['String']['input']>;
  /** 主体种类之一。 One of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<EnterpriseKind>>;
  /** 在此培育库。 Member of this library. */
  readonly library?: InputMaybe<LibraryKind>;
  /** 名称含此文字，1 到 100 字。 Name contains this text, 1 to 100 characters. */
  readonly nameContains?: InputMaybe<Scalars['String']['input']>;
  /** 不满足。 This does not hold. */
  readonly not?: InputMaybe<EnterpriseFilter>;
  /** 任一满足。 Any of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<EnterpriseFilter>>;
  /** 得分不高于，0 到 100。 Score at most, 0 to 100. */
  readonly scoreMax?: InputMaybe<Scalars['Decimal']['input']>;
  /** 得分不低于，0 到 100。 Score at least, 0 to 100. */
  readonly scoreMin?: InputMaybe<Scalars['Decimal']['input']>;
  /** 规模之一。 One of these sizes. */
  readonly sizeClass?: InputMaybe<ReadonlyArray<SizeClass>>;
  /** 登记状态之一。 One of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<EnterpriseStatus>>;
  /** 持有此有效称号。 Holds this valid title. */
  readonly title?: InputMaybe<TitleKind>;
  /** 镇街代码。 Code of the town. */
  readonly town?: InputMaybe<Scalars['AreaCode']['input']>;
  /**
   * 镇街是否已有结论：已判定、由人认定，或地址在区外。false 即待人认定的工作清单。
   * Whether the town is settled: found, said by an officer, or the address lies outside. False is the officers' work list.
   */
  readonly townSettled?: InputMaybe<Scalars['Boolean']['input']>;
  /** 功能区代码。 Code of the zone. */
  readonly zone?: InputMaybe<Scalars['AreaCode']['input']>;
};

/**
 * 主体种类。
 * Kind of entity.
 */
export type EnterpriseKind =
  /** 分支机构 Branch */
  | 'BRANCH'
  /** 公司 Company */
  | 'COMPANY'
  /** 专业合作社 Cooperative */
  | 'COOPERATIVE'
  /** 个体工商户 Individual business */
  | 'INDIVIDUAL_BUSINESS'
  /** 其他 Other */
  | 'OTHER';

/**
 * 企业名称及其使用期间。
 * A name and when it was in use.
 */
export type EnterpriseName = {
  readonly __typename?: 'EnterpriseName';
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 启用日期。 In use from. */
  readonly validFrom: Scalars['Date']['output'];
  /** 停用日期；在用为 null。 In use to; null while in use. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/** 企业的排序；同值按信用代码排。 Order of enterprises; ties by credit code. */
export type EnterpriseOrder = {
  /** 方向。 Direction. */
  readonly direction?: SortDirection;
  /** 按此字段。 By this field. */
  readonly field: EnterpriseOrderField;
};

/**
 * 排序字段；无值者视为最小。
 * What to sort by; a missing value counts as the least.
 */
export type EnterpriseOrderField =
  /** 信用代码 Credit code */
  | 'CREDIT_CODE'
  /** 成立日期 Established on */
  | 'ESTABLISHED_ON'
  /** 名称 Name */
  | 'NAME'
  /** 得分 Score */
  | 'SCORE';

/**
 * 登记状态。
 * Registry status.
 */
export type EnterpriseStatus =
  /** 存续 Active */
  | 'ACTIVE'
  /** 注销 Cancelled */
  | 'CANCELLED'
  /** 迁出 Moved out */
  | 'MOVED_OUT'
  /** 吊销 Licence revoked */
  | 'REVOKED'
  /** 未载明 Not stated */
  | 'UNKNOWN';

/**
 * 股权融资，单位元；来源未载明的项为 null。
 * Equity financing in yuan; null for what the source does not state.
 */
export type EquityFinancing = {
  readonly __typename?: 'EquityFinancing';
  /** 实缴金额，元。 Amount paid in, yuan. */
  readonly amount: Maybe<Scalars['Decimal']['output']>;
  /** 出让股份比例，0 到 1。 Share ceded, 0 to 1. */
  readonly cededShare: Maybe<Scalars['Decimal']['output']>;
  /** 到账日期。 Paid in on. */
  readonly financedOn: Maybe<Scalars['Date']['output']>;
  /** 编号。 Number. */
  readonly financingNo: Scalars['String']['output'];
  /** 投资方。 Investor. */
  readonly investor: Maybe<Scalars['String']['output']>;
  /** 投后估值，元。 Valuation after the round, yuan. */
  readonly postValuation: Maybe<Scalars['Decimal']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 是否合格机构投资者；未知为 null。 Qualified institution; null when unknown. */
  readonly qualifiedInvestor: Maybe<Scalars['Boolean']['output']>;
  /** 轮次。 Round. */
  readonly round: Maybe<Scalars['String']['output']>;
};

/**
 * 股权融资的一页。
 * A page of financing rounds.
 */
export type EquityFinancingConnection = {
  readonly __typename?: 'EquityFinancingConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<EquityFinancingEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 股权融资及其游标。
 * One of the financing rounds with its cursor.
 */
export type EquityFinancingEdge = {
  readonly __typename?: 'EquityFinancingEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: EquityFinancing;
};

/**
 * 大批量导出申请。
 * An export of many rows that somebody asked for.
 */
export type ExportRequest = {
  readonly __typename?: 'ExportRequest';
  /** 申请人的区域代码。 Codes of their areas. */
  readonly areaCodes: ReadonlyArray<Scalars['AreaCode']['output']>;
  /** 何时确认或否决；待确认为 null。 When it was decided; null while it waits. */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** 由谁确认或否决；待确认为 null。 Who decided; null while it waits. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** 所要执行的查询原文（或命令）。 Text of the document, or of the command, that is to be run. */
  readonly document: Scalars['String']['output'];
  /** 编号。 Id. */
  readonly id: Scalars['ID']['output'];
  /** 事由。 Why. */
  readonly reason: Scalars['String']['output'];
  /** 申请时刻。 When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** 至多行数。 Rows at most, number. */
  readonly rows: Scalars['Int']['output'];
  /** 状态。 State. */
  readonly state: ExportRequestState;
  /** 申请人，即令牌中的 sub。 Who asked, as `sub` of the token. */
  readonly subject: Scalars['String']['output'];
  /** 申请人的层级。 Tier of whoever asked. */
  readonly tier: Tier;
  /** 查询变量，不含游标。 Its variables, without the cursor. */
  readonly variables: Scalars['JSON']['output'];
};

/**
 * 导出申请的状态。
 * State of an export that was asked for.
 */
export type ExportRequestState =
  /** 已确认，可导出。 Confirmed, may be done. */
  | 'CONFIRMED'
  /** 逾期未决，或确认后逾时。 Not decided in time, or over after its confirmation. */
  | 'EXPIRED'
  /** 已否决或撤回。 Rejected, or taken back. */
  | 'REJECTED'
  /** 待另一人确认。 Waits for another person. */
  | 'WAITING';

/**
 * 走访记录。
 * What a specialist did about an enterprise.
 */
export type FollowUp = Node & {
  readonly __typename?: 'FollowUp';
  /** 走访人。 Who. */
  readonly actor: Scalars['String']['output'];
  /** 日期。 Day. */
  readonly happenedOn: Scalars['Date']['output'];
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 方式。 How. */
  readonly kind: FollowUpKind;
  /** 记录；没有为 null。 Note; null when there is none. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 结果。 What came of it. */
  readonly outcome: FollowUpOutcome;
  /** 记录时间。 When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/**
 * 走访方式。
 * How an enterprise was approached.
 */
export type FollowUpKind =
  /** 电话 Call */
  | 'CALL'
  /** 座谈 Meeting */
  | 'MEETING'
  /** 信息 Message */
  | 'MESSAGE'
  /** 其他 Other */
  | 'OTHER'
  /** 走访 Visit */
  | 'VISIT';

/**
 * 走访结果。
 * What came of it.
 */
export type FollowUpOutcome =
  /** 需要支持 Needs support */
  | 'NEEDS_SUPPORT'
  /** 无意申报 Not interested */
  | 'NOT_INTERESTED'
  /** 未联系上 Not reached */
  | 'NOT_REACHED'
  /** 其他 Other */
  | 'OTHER'
  /** 拟申报 Will apply */
  | 'WILL_APPLY'
  /** 数据有误 Wrong data */
  | 'WRONG_DATA';

/**
 * 临时授权的内容。
 * What is granted.
 */
export type GrantSightInput = {
  /** 功能区或镇街代码。 Code of a zone or town. */
  readonly areaCode: Scalars['AreaCode']['input'];
  /** 开始时刻，默认现在。 From when; now when left out. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** 时长，小时。 How long, in hours. */
  readonly hours: Scalars['Int']['input'];
  /** 事由，至少 4 个字，写入审计。 Why, 4 characters at least; written into the audit. */
  readonly reason: Scalars['String']['input'];
  /** 使用者，即令牌中的 sub。 The subject, as in its token. */
  readonly subject: Scalars['String']['input'];
};

/**
 * 临时授权的结果。
 * What came of it.
 */
export type GrantSightPayload = {
  readonly __typename?: 'GrantSightPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 该项授权；未完成为 null。 The grant; null when not done. */
  readonly grant: Maybe<AccessGrant>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 预警的一步。
 * One step.
 */
export type HandleAlertInput = {
  /** 步骤。 The step. */
  readonly action: AlertAction;
  /** 预警的全局编号。 Global id of the alert. */
  readonly alert: Scalars['ID']['input'];
  /** 转办给谁，缺省待签收；其他步骤不用。 Whom to hand it to, nobody in particular when left out; not used otherwise. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  /** 延期到哪一日，晚于现期限、至多一年；延期时必填，其他步骤不用。 New day, later than the present one by a year at most; needed to postpone, not used otherwise. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** 转办去向；转办时与 assignee 至少给一项，缺省不变，其他步骤不用。 Where to hand it on; handing on needs this or `assignee`, and leaves the tier when it is left out; not used otherwise. */
  readonly handler?: InputMaybe<AlertHandler>;
  /** 理由；签收以外必填。 Why; needed for all but acknowledging. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 所见版本，已变则拒绝；缺省不核对。 Version seen, refused when it has moved on; not compared when left out. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 步骤结果。
 * What came of it.
 */
export type HandleAlertPayload = {
  readonly __typename?: 'HandleAlertPayload';
  /** 该预警；未完成为 null。 The alert; null when not done. */
  readonly alert: Maybe<Alert>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 整批待审核的一个原因。
 * One reason why a batch was held.
 */
export type HeldReason = {
  readonly __typename?: 'HeldReason';
  /** 代码：BAD_ROWS 不合格的行过多、UNUSUAL_COUNT 行数异常、MANY_ENDED 名单骤减。 Code: BAD_ROWS too many wrong rows, UNUSUAL_COUNT an unusual count, MANY_ENDED a list that lacks many. */
  readonly code: Scalars['String']['output'];
  /** 英文说明。 In English. */
  readonly messageEn: Scalars['String']['output'];
  /** 中文说明。 In Chinese. */
  readonly messageZh: Scalars['String']['output'];
};

/**
 * 一项计数。
 * One count.
 */
export type ImportCount = {
  readonly __typename?: 'ImportCount';
  /** 次数。 How often. */
  readonly count: Scalars['Int']['output'];
  /** 代码：隔离、提示、修正的见 docs/sources/findings.md，关联方式、镇街判定方式见词汇表。 Code: of the catalogue of findings (docs/sources/findings.md), a method of linking, or a way of finding a town (glossary). */
  readonly name: Scalars['String']['output'];
};

/**
 * 一次导入的数字，除另注明外均为记录条数：read = blank + quarantined + repeated + accepted；完成时 accepted = created + updated + unchanged + superseded + toReview + unlinked。某项为 null 表示该次导入没有这一项。
 * Figures of one import, numbers of records unless told otherwise: read = blank + quarantined + repeated + accepted, and once it is done accepted = created + updated + unchanged + superseded + toReview + unlinked. A figure is null where the import has none of the kind.
 */
export type ImportReport = {
  readonly __typename?: 'ImportReport';
  /** 接收的记录。 Records accepted. */
  readonly accepted: Maybe<Scalars['Int']['output']>;
  /** 空行，行。 Blank lines, number. */
  readonly blank: Maybe<Scalars['Int']['output']>;
  /** 列看似互换的文件，导入者确认无误的理由；无须确认的为 null。 Why whoever sent the file says that its columns are right, though they look swapped; null when nobody had to. */
  readonly columnsAccepted: Maybe<Scalars['String']['output']>;
  /** 新增的企业或事实。 Enterprises or facts created. */
  readonly created: Maybe<Scalars['Int']['output']>;
  /** 是否试运行，未写入。 Whether it was a dry run that wrote nothing. */
  readonly dryRun: Maybe<Scalars['Boolean']['output']>;
  /** 完整名单中不再有、因而结束的事实。 Facts that ended, as a complete list no longer names them. */
  readonly ended: Maybe<Scalars['Int']['output']>;
  /** 文件的情况；非文件导入为 null。 What the file was like; null for other ways in. */
  readonly file: Maybe<ImportedFile>;
  /** 整批待审核的原因；未待审为空。 Why the batch was held; empty for one that went through. */
  readonly held: Maybe<ReadonlyArray<HeldReason>>;
  /** 位于功能区的企业，户。 Enterprises that lie in a zone, number. */
  readonly inZone: Maybe<Scalars['Int']['output']>;
  /** 按关联方式计的记录。 Records by the way they found their enterprise. */
  readonly linked: Maybe<ReadonlyArray<ImportCount>>;
  /** 更新中镇街或功能区改变的企业，户。 Enterprises whose town or zone changed, of the updated, number. */
  readonly moved: Maybe<Scalars['Int']['output']>;
  /** 提示及次数。 Notes and how often. */
  readonly notes: Maybe<ReadonlyArray<ImportCount>>;
  /** 隔离的记录。 Records quarantined. */
  readonly quarantined: Maybe<Scalars['Int']['output']>;
  /** 读取的记录。 Records read. */
  readonly read: Maybe<Scalars['Int']['output']>;
  /** 隔离的理由及次数；一行可有几个。 Reasons of quarantine and how often; a record may have several. */
  readonly reasons: Maybe<ReadonlyArray<ImportCount>>;
  /** 谁放行的；未经审核为 null。 Who let a held batch in; null when none had to. */
  readonly releasedBy: Maybe<Scalars['String']['output']>;
  /** 登记变化后重试的待关联记录。 Records that waited, tried again as the register had changed. */
  readonly relinked: Maybe<RelinkedRecords>;
  /** 更新中更名的企业，户。 Enterprises renamed, of the updated, number. */
  readonly renamed: Maybe<Scalars['Int']['output']>;
  /** 有值经修正后读取的记录。 Records with a value read differently than written. */
  readonly repaired: Maybe<Scalars['Int']['output']>;
  /** 修正及次数。 Repairs and how often. */
  readonly repairs: Maybe<ReadonlyArray<ImportCount>>;
  /** 与文件中前面某行相同的记录。 Records that repeat an earlier one of the file. */
  readonly repeated: Maybe<Scalars['Int']['output']>;
  /** 与哪次导入的文件相同；新文件为 null。 Number of the import that took in the very same file; null when it is new. */
  readonly sameFileAsRun: Maybe<Scalars['String']['output']>;
  /** 本次销去的原隔离行。 Older quarantined rows that this import closed. */
  readonly settled: Maybe<SettledRows>;
  /** 被同一文件中较后的记录取代的。 Records that a later one of the same file stands for. */
  readonly superseded: Maybe<Scalars['Int']['output']>;
  /** 各步用时；中断后续完的只计最后一次。 Time of each step; of an import that was resumed, since it was. */
  readonly times: Maybe<ImportTimes>;
  /** 待人工关联、有候选企业的。 Records that wait for an officer, with candidates. */
  readonly toReview: Maybe<Scalars['Int']['output']>;
  /** 按镇街判定方式计的企业。 Enterprises by the way their town was found. */
  readonly towns: Maybe<ReadonlyArray<ImportCount>>;
  /** 内容未变的。 Unchanged. */
  readonly unchanged: Maybe<Scalars['Int']['output']>;
  /** 待人工关联、没有候选企业的。 Records that wait for an officer, without candidates. */
  readonly unlinked: Maybe<Scalars['Int']['output']>;
  /** 更新的。 Updated. */
  readonly updated: Maybe<Scalars['Int']['output']>;
  /** 怎么来：FILE 文件、API 接口、TABLE 前置库、FORM 录入。 How the records came: a file, an HTTP API, an exchange table, a form. */
  readonly way: Maybe<Scalars['String']['output']>;
  /** 因记录改归而从他企业撤回的事实。 Facts withdrawn from another enterprise, as their record turned out to be about this one. */
  readonly withdrawn: Maybe<Scalars['Int']['output']>;
};

/**
 * 一次数据导入。
 * One import of records.
 */
export type ImportRun = Node & {
  readonly __typename?: 'ImportRun';
  /** 字符编码；不是文本文件为 null。 Encoding; null when there was no text file. */
  readonly encoding: Maybe<Scalars['String']['output']>;
  /** 失败原因；未失败为 null。 Why it failed; null when it did not. */
  readonly failure: Maybe<Scalars['String']['output']>;
  /** 文件字节数；非文件导入为 null。 Bytes of the file; null for other ways in. */
  readonly fileBytes: Maybe<Scalars['Decimal']['output']>;
  /** 文件名；非文件导入为 null。 File name; null for other ways in. */
  readonly fileName: Maybe<Scalars['String']['output']>;
  /** 结束；进行中为 null。 Finished; null while running. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 已合并到第几行。 Line up to which records have been merged. */
  readonly mergedLine: Scalars['Int']['output'];
  /** 各项数字，进行中为到此刻的数字；人工关联形成的导入只有部分；尚无数字为 null。 Figures, of this moment while it runs; an import that an officer's answer made has some of them; null before the first. */
  readonly report: Maybe<ImportReport>;
  /** 来源。 Source. */
  readonly source: Scalars['String']['output'];
  /** 已接收到第几行。 Line up to which records have been staged. */
  readonly stagedLines: Scalars['Int']['output'];
  /** 开始。 Started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** 发起人。 Started by. */
  readonly startedBy: Scalars['String']['output'];
  /** 状态。 State. */
  readonly state: ImportState;
};

/**
 * 一次导入的进展。
 * How an import has moved on.
 */
export type ImportRunChange = {
  readonly __typename?: 'ImportRunChange';
  /** 进展后的导入；订阅者已无权查看时为 null。 The import as it is now; null when the subscriber may no longer see it. */
  readonly importRun: Maybe<ImportRun>;
};

/**
 * 导入记录的一页。
 * A page of imports.
 */
export type ImportRunConnection = {
  readonly __typename?: 'ImportRunConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<ImportRunEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 导入记录及其游标。
 * One of the imports with its cursor.
 */
export type ImportRunEdge = {
  readonly __typename?: 'ImportRunEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: ImportRun;
};

/**
 * 哪一次导入。
 * Which import.
 */
export type ImportRunInput = {
  /** 导入的全局编号。 Global id of the import. */
  readonly id: Scalars['ID']['input'];
};

/**
 * 操作的结果。
 * What came of it.
 */
export type ImportRunPayload = {
  readonly __typename?: 'ImportRunPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 该导入；未完成为 null。 The import; null when not done. */
  readonly importRun: Maybe<ImportRun>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 导入状态。
 * State of an import.
 */
export type ImportState =
  /** 完成 Done */
  | 'DONE'
  /** 失败 Failed */
  | 'FAILED'
  /** 待审核 Held for an officer */
  | 'HELD'
  /** 关联中，仅见于旧版本开始的导入 Linking, of imports that an earlier version began */
  | 'LINKING'
  /** 关联并合并中 Linking and merging */
  | 'MERGING'
  /** 登记已全部入库，正在重新关联待复核的记录 Registry rows are all in; records that wait are linked again */
  | 'RELINKING'
  /** 接收中 Staging */
  | 'STAGING'
  /** 已撤销 Undone */
  | 'UNDONE'
  /** 校验中 Validating */
  | 'VALIDATING';

/**
 * 各步用时。
 * Time of each step.
 */
export type ImportTimes = {
  readonly __typename?: 'ImportTimes';
  /** 查重与整批审核，毫秒。 Repeats and the gates, in milliseconds. */
  readonly checkingMs: Scalars['Int']['output'];
  /** 关联与合并，毫秒。 Linking and merging, in milliseconds. */
  readonly mergingMs: Scalars['Int']['output'];
  /** 接收与校验，毫秒。 Reading, checking and staging, in milliseconds. */
  readonly stagingMs: Scalars['Int']['output'];
};

/**
 * 导入的文件。
 * The file of an import.
 */
export type ImportedFile = {
  readonly __typename?: 'ImportedFile';
  /** 来源说明中有、文件没有的列。 Described columns that the file does not have. */
  readonly absentColumns: ReadonlyArray<Scalars['String']['output']>;
  /** 分隔符；不是 CSV 为 null。 Delimiter; null for no CSV. */
  readonly delimiter: Maybe<Scalars['String']['output']>;
  /** 表头在第几行，从 1 起。 Line of the header, from 1. */
  readonly headerLine: Scalars['Int']['output'];
  /** 行数。 Lines, number. */
  readonly lines: Scalars['Int']['output'];
  /** 工作表；不是工作簿为 null。 Sheet; null for no workbook. */
  readonly sheet: Maybe<Scalars['String']['output']>;
  /** 来源说明中没有、未读取的列。 Columns that the source does not know, not read. */
  readonly unknownColumns: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * 指标目录的一项：含义、单位、期间与算法。
 * An entry of the indicator catalogue: meaning, unit, period and formula.
 */
export type Indicator = {
  readonly __typename?: 'Indicator';
  /** 由哪些事实、如何算得（docs/criteria/indicators.md）。 How it comes from facts (docs/criteria/indicators.md). */
  readonly formula: Scalars['String']['output'];
  /** 标识，如 rd_ratio_y1。 Id, such as rd_ratio_y1. */
  readonly indicatorId: Scalars['String']['output'];
  /** 英文名称。 Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** 名称。 Name in Chinese. */
  readonly nameZh: Scalars['String']['output'];
  /** 期间；不分期间为 null。 Period; null when it has none. */
  readonly period: Maybe<Scalars['String']['output']>;
  /** 定义出处。 Source of the definition. */
  readonly source: Scalars['String']['output'];
  /** 单位；是非与文字为 null。 Unit; null for yes/no and words. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** 值的种类：decimal、integer、boolean、word、text。 Type of the value: decimal, integer, boolean, word or text. */
  readonly valueType: Scalars['String']['output'];
};

/**
 * 一条事实及其出处。
 * A fact and where it came from.
 */
export type IndicatorFact = {
  readonly __typename?: 'IndicatorFact';
  /** 事实的种类，如 annual_financials。 Kind of fact, such as annual_financials. */
  readonly fact: Scalars['String']['output'];
  /** 导入批次；不是导入的为 null。 Import run; null when it did not come by one. */
  readonly importRun: Maybe<Scalars['String']['output']>;
  /** 事实的编号：年度、专利号、文号等。 Its key: a year, the number of a right or document. */
  readonly key: Scalars['String']['output'];
  /** 出处。 Where it came from. */
  readonly provenance: Provenance;
  /** 所用的内容，数以文本给出，金额以元计；无权查看时为 null。 What is used of it, figures as text, money in yuan; null to whoever may not see it. */
  readonly says: Maybe<Scalars['JSON']['output']>;
  /** 年度；不分年度为 null。 Year; null when it has none. */
  readonly year: Maybe<Scalars['Int']['output']>;
};

/**
 * 指标不详的原因。
 * Why an indicator is unknown.
 */
export type IndicatorUnknown =
  /** 所需事实存疑：外币、互相矛盾 A fact is in doubt: other currency, contradiction */
  | 'FACT_DOUBTFUL'
  /** 所需事实缺少 A fact is missing */
  | 'FACT_MISSING'
  /** 算得的数不可能，弃用 What came out cannot be, and is not used */
  | 'IMPOSSIBLE'
  /** 企业未申报，或平台、审核员未给出 Not stated by the enterprise, the platform or an officer */
  | 'NOT_STATED'
  /** 没有来源 No source gives it */
  | 'NO_SOURCE'
  /** 该登记来源尚未接入 The register has not delivered anything */
  | 'REGISTER_ABSENT';

/**
 * 一项指标某日之值及其所据事实。三值：不详的不作零，附原因。
 * The value of an indicator on a day and the facts behind it. What is not known is not zero; it says why.
 */
export type IndicatorValue = {
  readonly __typename?: 'IndicatorValue';
  /** 取值日。 The day it is taken on. */
  readonly asOf: Scalars['Date']['output'];
  /** 由审核员直接录入的值为 true，此时优先于算得的值。 True when an officer entered it; it then goes before what facts give. */
  readonly entered: Scalars['Boolean']['output'];
  /** 所据事实，至多 200 条一类；没有为空，无权查看时为 null。 The facts it is computed from, 200 of a kind at most; empty when there are none, null to whoever may not see them. */
  readonly facts: Maybe<ReadonlyArray<IndicatorFact>>;
  /** 算法（docs/criteria/indicators.md）。 How it comes from facts (docs/criteria/indicators.md). */
  readonly formula: Scalars['String']['output'];
  /** 指标的标识。 Id of the indicator. */
  readonly indicatorId: Scalars['String']['output'];
  /** 是否可知。 Whether it is known. */
  readonly known: Scalars['Boolean']['output'];
  /** 英文名称。 Name in English. */
  readonly nameEn: Scalars['String']['output'];
  /** 名称。 Name in Chinese. */
  readonly nameZh: Scalars['String']['output'];
  /** 数值，单位见 unit，截至小数后六位；不详或不是数值为 null。 The figure in its unit (see `unit`), cut to six places; null when unknown or not a figure. */
  readonly number: Maybe<Scalars['Decimal']['output']>;
  /** 期间；不分期间为 null。 Period; null when it has none. */
  readonly period: Maybe<Scalars['String']['output']>;
  /** 是非；不详或不是是非为 null。 Yes or no; null when unknown or of another type. */
  readonly truth: Maybe<Scalars['Boolean']['output']>;
  /** 单位；是非与文字为 null。 Unit; null for yes/no and words. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** 不详的说明：缺哪一项、哪一年；可知时为 null。 What is missing in words; null when known. */
  readonly unknownNote: Maybe<Scalars['String']['output']>;
  /** 不详的原因；可知时为 null。 Why it is unknown; null when known. */
  readonly unknownReason: Maybe<IndicatorUnknown>;
  /** 口径：同一指标在不同标准下的定义，如 miit_2022；只有一种口径时为 null。 Definition by which it is counted, such as miit_2022; null when there is one only. */
  readonly variant: Maybe<Scalars['String']['output']>;
  /** 文字；不详或不是文字为 null。 The word; null when unknown or of another type. */
  readonly word: Maybe<Scalars['String']['output']>;
};

/**
 * 取得方式。
 * How a right was obtained.
 */
export type IpAcquisition =
  /** 许可 Licensed */
  | 'LICENSED'
  /** 自主研发 Own development */
  | 'SELF_DEVELOPED'
  /** 受让 Transferred */
  | 'TRANSFERRED'
  /** 未载明 Not stated */
  | 'UNKNOWN';

/**
 * 知识产权种类。
 * Kind of right.
 */
export type IpKind =
  /** 外观设计 Design patent */
  | 'DESIGN_PATENT'
  /** 集成电路布图设计 Integrated-circuit layout */
  | 'IC_LAYOUT'
  /** 发明专利 Invention patent */
  | 'INVENTION_PATENT'
  /** 植物新品种 Plant variety */
  | 'PLANT_VARIETY'
  /** 软件著作权 Software copyright */
  | 'SOFTWARE_COPYRIGHT'
  /** 商标 Trade mark */
  | 'TRADEMARK'
  /** 实用新型 Utility model */
  | 'UTILITY_MODEL';

/**
 * 一项知识产权；来源未载明的项为 null。
 * One intellectual property right; null for what the source does not state.
 */
export type IpRight = {
  readonly __typename?: 'IpRight';
  /** 取得方式。 How it was obtained. */
  readonly acquisition: IpAcquisition;
  /** 申请日。 Applied on. */
  readonly appliedOn: Maybe<Scalars['Date']['output']>;
  /** 届满日。 Expires on. */
  readonly expiresOn: Maybe<Scalars['Date']['output']>;
  /** 授权日。 Granted on. */
  readonly grantedOn: Maybe<Scalars['Date']['output']>;
  /** 是否高价值发明专利；未载明为 null。 High-value invention; null when not stated. */
  readonly highValue: Maybe<Scalars['Boolean']['output']>;
  /** 种类。 Kind. */
  readonly kind: IpKind;
  /** 是否与主导产品相关；未载明为 null。 Bears on the main product; null when not stated. */
  readonly mainProduct: Maybe<Scalars['Boolean']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 权利人；未载明为 null。 Holders; null when not stated. */
  readonly rightHolders: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 登记号或申请号。 Registration or application number. */
  readonly rightNo: Scalars['String']['output'];
  /** 法律状态。 Legal status. */
  readonly status: IpStatus;
  /** 名称。 Title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** 转让日；未转让为 null。 Transferred on; null when never. */
  readonly transferredOn: Maybe<Scalars['Date']['output']>;
};

/**
 * 知识产权的一页。
 * A page of intellectual property rights.
 */
export type IpRightConnection = {
  readonly __typename?: 'IpRightConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<IpRightEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 知识产权及其游标。
 * One of the intellectual property rights with its cursor.
 */
export type IpRightEdge = {
  readonly __typename?: 'IpRightEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: IpRight;
};

/** 知识产权的筛选条件，各项同时满足。 Filter of rights; all given parts must hold. */
export type IpRightFilter = {
  /** 种类之一。 One of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<IpKind>>;
  /** 法律状态之一。 One of these states. */
  readonly status?: InputMaybe<ReadonlyArray<IpStatus>>;
};

/**
 * 知识产权法律状态。
 * Legal status of a right.
 */
export type IpStatus =
  /** 已申请 Applied for */
  | 'APPLIED'
  /** 有效 Granted and in force */
  | 'GRANTED'
  /** 无效 Invalidated */
  | 'INVALIDATED'
  /** 失效 Lapsed */
  | 'LAPSED';

/**
 * 一个标签及其理由。
 * A label and why it stands.
 */
export type LabelReason = {
  readonly __typename?: 'LabelReason';
  /** 类别。 Category. */
  readonly category: Scalars['String']['output'];
  /** 标签。 Label. */
  readonly label: Scalars['String']['output'];
  /** 理由，写明所依据的数值（营收、利润、研发投入等）；无权查看时为 null。 Reason, with the figures it stands on (revenue, profit, expense on research); null to whoever may not see it. */
  readonly reason: Maybe<Scalars['String']['output']>;
};

/**
 * 一个培育库在本人辖区内的企业数。
 * Enterprises of one library inside the caller's areas.
 */
export type LibraryCount = {
  readonly __typename?: 'LibraryCount';
  /** 在库企业数，户，精确。 Exact number of members. */
  readonly count: Scalars['Int']['output'];
  /** 培育库。 Library. */
  readonly kind: LibraryKind;
};

/**
 * 六个培育库。
 * The six cultivation libraries.
 */
export type LibraryKind =
  /** 雏鹰企业 Eaglet */
  | 'EAGLET'
  /** 瞪羚企业 Gazelle */
  | 'GAZELLE'
  /** 创新型中小企业 Innovative SME */
  | 'INNOVATIVE'
  /** 专精特新小巨人企业 Little giant */
  | 'LITTLE_GIANT'
  /** 专精特新中小企业 Specialized and sophisticated SME */
  | 'SPECIALIZED'
  /** 独角兽企业 Unicorn */
  | 'UNICORN';

/**
 * 企业入库、出库记录。
 * A stay of an enterprise in a library.
 */
export type LibraryMembership = {
  readonly __typename?: 'LibraryMembership';
  /** 入库日期。 Entered on. */
  readonly enteredOn: Scalars['Date']['output'];
  /** 企业；不在本人可见范围为 null。 The enterprise; null when it is out of the caller's sight. */
  readonly enterprise: Maybe<Enterprise>;
  /** 入库理由。 Why it entered. */
  readonly entryReason: Scalars['String']['output'];
  /** 出库理由；在库为 null。 Why it left; null while a member. */
  readonly exitReason: Maybe<Scalars['String']['output']>;
  /** 出库日期；在库为 null。 Exited on; null while a member. */
  readonly exitedOn: Maybe<Scalars['Date']['output']>;
  /** 培育库。 Library. */
  readonly libraryKind: LibraryKind;
};

/**
 * 入库记录的一页。
 * A page of library stays.
 */
export type LibraryMembershipConnection = {
  readonly __typename?: 'LibraryMembershipConnection';
  /** 条目。 Items. */
  readonly edges: ReadonlyArray<LibraryMembershipEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确；不为 null。 Exact number of all that match; never null. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/**
 * 一条及其游标。
 * An item and its cursor.
 */
export type LibraryMembershipEdge = {
  readonly __typename?: 'LibraryMembershipEdge';
  /** 游标。 Cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 入库记录。 The item. */
  readonly node: LibraryMembership;
};

/**
 * 入库记录的筛选。
 * Filter of library stays.
 */
export type LibraryMembershipFilter = {
  /** 此日及以后入库。 Entered on this day or later. */
  readonly enteredFrom?: InputMaybe<Scalars['Date']['input']>;
  /** 此日及以前入库。 Entered on this day or earlier. */
  readonly enteredTo?: InputMaybe<Scalars['Date']['input']>;
  /** 培育库为其中之一。 One of these libraries. */
  readonly kinds?: InputMaybe<ReadonlyArray<LibraryKind>>;
  /** 所在镇街。 Town. */
  readonly town?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 所在功能区。 Functional zone. */
  readonly zone?: InputMaybe<Scalars['AreaCode']['input']>;
};

/**
 * 候选企业。
 * A candidate.
 */
export type LinkCandidate = {
  readonly __typename?: 'LinkCandidate';
  /** 分值，比特，越高越像。 Score in bits; higher is likelier. */
  readonly bits: Scalars['Float']['output'];
  /** 统一社会信用代码。 Credit code. */
  readonly creditCode: Scalars['CreditCode']['output'];
  /** 是否为曾用名。 Whether it is a former name. */
  readonly former: Scalars['Boolean']['output'];
  /** 比对所用的名称。 The name that was compared. */
  readonly name: Scalars['String']['output'];
  /** 同样的原因，逐条写成给人看的话。 The same in words, one for each. */
  readonly stopWords: ReadonlyArray<LinkStopWords>;
  /** 不能自动关联的原因。 What forbids a link without an officer. */
  readonly stops: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * 对关联的答复。
 * How a link may be answered.
 */
export type LinkDecision =
  /** 归到该企业，并记住这一名称 Belongs to it, and the name is remembered */
  | 'ALIAS'
  /** 未登记的分支机构，计入该企业 A branch that is not registered, counted with it */
  | 'BRANCH_OF'
  /** 归到该企业 Belongs to the enterprise */
  | 'LINK'
  /** 登记库中没有 Not registered */
  | 'NOT_REGISTERED'
  /** 多家共有，拆分 Of several, to be split */
  | 'SPLIT';

/**
 * 记录所述的企业，各项照来件所写；来件没有的项为空文本或 null。
 * What a record says of its enterprise, as it was written; empty or null for what it does not say.
 */
export type LinkMention = {
  readonly __typename?: 'LinkMention';
  /** 地址。 Address. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** 代码：统一社会信用代码，或旧的登记号、税号、组织机构代码。 Number: a credit code, or an older registration, tax or organisation number. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** 记录所及的日期，名称按当日的比；没有为 null。 The day that the record speaks of: its name is compared with those of that day; null for none. */
  readonly date: Maybe<Scalars['String']['output']>;
  /** 名称。 Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** 所在城市。 City. */
  readonly place: Maybe<Scalars['String']['output']>;
};

/**
 * 记录与企业的关联方式。
 * How a record found its enterprise.
 */
export type LinkMethod =
  /** 信用代码 Credit code */
  | 'CREDIT_CODE'
  /** 曾用名 Former name */
  | 'FORMER_NAME'
  /** 名称 Name */
  | 'NAME'
  /** 组织机构代码 Organisation code */
  | 'ORGANISATION_CODE'
  /** 注册号 Registration number */
  | 'REGISTRATION_NUMBER'
  /** 登记库本身 The registry's own row */
  | 'REGISTRY'
  /** 修复后的代码 Repaired code */
  | 'REPAIRED_CODE'
  /** 人工审核 Reviewed */
  | 'REVIEWED'
  /** 综合评分 Scored candidates */
  | 'SCORED'
  /** 纳税人识别号 Tax number */
  | 'TAX_NUMBER';

/**
 * 一次关联复核：拿不准归哪家企业的记录，及至多五家候选。
 * A review of a link: records whose enterprise is in doubt, with at most five candidates.
 */
export type LinkReview = Node & {
  readonly __typename?: 'LinkReview';
  /** 至多五家候选，最像的在前；没有候选为空。 At most five candidates, the likeliest first; empty for none. */
  readonly candidates: ReadonlyArray<LinkReviewCandidate>;
  /** 答复时间；未答复为 null。 When it was answered; null while open. */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** 答复人，linker 为系统；未答复为 null。 Who answered, linker for the system; null while open. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** 归到的企业代码；未归到企业为 null。 Credit code of the enterprise meant; null when none is. */
  readonly decidedCreditCode: Maybe<Scalars['CreditCode']['output']>;
  /** 答复；未答复为 null。 The answer; null while open. */
  readonly decision: Maybe<LinkDecision>;
  /** 组：答复以组为单位。 The group; answers are given to groups. */
  readonly groupKey: Scalars['String']['output'];
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 对首选候选的说明；没有为 null。 About the first candidate; null for nothing. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 提出时间。 When it was asked. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** 记录所述的企业与原始各行；无权查看时为 null。 What the records say of their enterprise, and their rows; null to whoever may not see it. */
  readonly record: Maybe<LinkReviewRecord>;
  /** 来源编号。 Source. */
  readonly source: Scalars['String']['output'];
  /** 状态。 State. */
  readonly state: LinkReviewState;
};

/**
 * 提出复核时的一家候选。
 * A candidate as it was when the review was opened.
 */
export type LinkReviewCandidate = {
  readonly __typename?: 'LinkReviewCandidate';
  /** 分值，比特，越高越像。 Score in bits; higher is likelier. */
  readonly bits: Scalars['Float']['output'];
  /** 统一社会信用代码。 Credit code. */
  readonly creditCode: Scalars['CreditCode']['output'];
  /** 是否为曾用名。 Whether it is a former name. */
  readonly former: Scalars['Boolean']['output'];
  /** 比对所用的名称。 The name that was compared. */
  readonly name: Scalars['String']['output'];
  /** 不能自动关联的原因，代码；写成话的见 linkReviewGroups 的 stopWords。 What forbids a link without an officer, as codes; in words: stopWords of linkReviewGroups. */
  readonly stops: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * 关联复核的一页。
 * A page of reviews.
 */
export type LinkReviewConnection = {
  readonly __typename?: 'LinkReviewConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<LinkReviewEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 关联复核及其游标。
 * One of the reviews with its cursor.
 */
export type LinkReviewEdge = {
  readonly __typename?: 'LinkReviewEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: LinkReview;
};

/**
 * 复核的筛选条件。
 * Which reviews.
 */
export type LinkReviewFilter = {
  /** 来源编号。 Source. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 状态。 State. */
  readonly state?: InputMaybe<LinkReviewState>;
};

/**
 * 一组待复核的记录。
 * A group of records that waits.
 */
export type LinkReviewGroup = {
  readonly __typename?: 'LinkReviewGroup';
  /** 记录所述的地址；没有为 null。 The address they bear; null for none. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** 至多五家候选，最像的在前。 At most five candidates, the likeliest first. */
  readonly candidates: ReadonlyArray<LinkCandidate>;
  /** 记录所述的代码；没有为 null。 The number they bear; null for none. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** 组。 The group. */
  readonly groupKey: Scalars['String']['output'];
  /** 记录所述的名称。 The name that the records bear. */
  readonly name: Scalars['String']['output'];
  /** 对首选候选的说明；没有为 null。 About the first candidate; null for nothing. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 最早提出时间。 When it was first asked. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** 涉及的记录数。 Records that the answer settles. */
  readonly records: Scalars['Int']['output'];
  /** 来源编号。 Source. */
  readonly source: Scalars['String']['output'];
};

/**
 * 待关联的记录：所述的企业，及各行；无权查看的项为 null。
 * Records to be linked: what they say of their enterprise, and their rows; null to whoever may not see it.
 */
export type LinkReviewRecord = {
  readonly __typename?: 'LinkReviewRecord';
  /** 记录所述的企业。 What the records say of their enterprise. */
  readonly mention: Maybe<LinkMention>;
  /** 各行；一次答复解决全部。 Their rows; one answer settles all. */
  readonly rows: Maybe<ReadonlyArray<LinkReviewRow>>;
};

/**
 * 待关联的一行。
 * A row to be linked.
 */
export type LinkReviewRow = {
  readonly __typename?: 'LinkReviewRow';
  /** 文件中的行号，从 1 起。 Line of the file, from 1. */
  readonly line: Scalars['Int']['output'];
  /** 读出的各项，字段因来源而异；无权查看时为 null。 Values read of them, the fields being the source's own; null to whoever may not see them. */
  readonly parsed: Maybe<Scalars['JSON']['output']>;
  /** 原始各列，列名因来源而异；无权查看时为 null。 Cells by column as read, the columns being the source's own; null to whoever may not see them. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** 记录在其来源中的键；无权查看时为 null。 Key of the record within its source; null to whoever may not see it. */
  readonly recordKey: Maybe<Scalars['String']['output']>;
};

/**
 * 复核状态。
 * State of a review.
 */
export type LinkReviewState =
  /** 已答复 Answered */
  | 'DECIDED'
  /** 待复核 Open */
  | 'OPEN'
  /** 已撤回 Taken back */
  | 'UNDONE';

/**
 * 不能自动关联的一条原因。
 * One reason that forbids a link without an officer.
 */
export type LinkStopWords = {
  readonly __typename?: 'LinkStopWords';
  /** 代码，与 stops 中相同。 The code, as among the stops. */
  readonly code: Scalars['String']['output'];
  /** 英文说明。 In English. */
  readonly messageEn: Scalars['String']['output'];
  /** 中文说明。 In Chinese. */
  readonly messageZh: Scalars['String']['output'];
};

/**
 * 筛查的一步。
 * One step.
 */
export type MoveScreeningInput = {
  /** 步骤。 The step. */
  readonly action: ScreeningAction;
  /** 筛查编号。 Id of the screening. */
  readonly code: Scalars['String']['input'];
  /** 理由；退回、暂停、回退、停用必填。 Why; needed to reject, pause, roll back, retire. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 所涉版本；回退时必填，其他步骤缺省为当时所涉的版本。 Version meant; needed to roll back, else the one in question when left out. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * 步骤结果。
 * What came of it.
 */
export type MoveScreeningPayload = {
  readonly __typename?: 'MoveScreeningPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 该筛查；未完成为 null。 The screening; null when not done. */
  readonly screening: Maybe<Screening>;
};

/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * 放弃一次中断的导入（区级审核员），同一来源才能导入别的文件：已合并的保留，其余清除。正在进行的不能放弃。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Gives up an import that was interrupted (officers of the district), so that another file of its source can come in:
   * what is merged stays, the rest goes. One that is under way is not given up.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly abandonImport: ImportRunPayload;
  /**
   * 把企业划归一个镇街（区级审核员）。功能区不变。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN、NOT_FOUND。
   * Assigns an enterprise to a town (officers of the district). The zone stays. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN, NOT_FOUND.
   */
  readonly assignTown: AssignTownPayload;
  /**
   * 暂停、恢复、换密钥、重试、移除推送地址。记录审计。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Pauses, resumes, rotates, retries or removes a webhook. Audited.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly changeWebhook: ChangeWebhookPayload;
  /**
   * 登记企业自称的称号，附原文为证，并立即与登记、评判对照（本辖区专员与审核员）。同一称号再次登记即更正。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN、NOT_FOUND。
   * Records a title the enterprise claims, with its words as evidence, and compares it at once with the register and the
   * assessment (specialists and officers of the area). A second record of the same title puts the first right. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN, NOT_FOUND.
   */
  readonly claimTitle: TitleClaimPayload;
  /**
   * 确认或否决他人提出的授权；提出人和被授权人不能确认（区级审核员）。记录审计。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Confirms or rejects what another has proposed; neither the proposer nor the subject may confirm (officers of the
   * district). Audited.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly decideAssignment: DecideAssignmentPayload;
  /**
   * 决定一个同步冲突（区级审核员）；决定本身即为变更，与其后果同时写入。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Decides a conflict of the exchange (officers of the district); the decision is itself a change, written with what
   * follows.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly decideConflict: DecideConflictPayload;
  /**
   * 确认或否决他人的大批量导出申请（审核员，限本辖区；区级审核员可确认全区）；本人不能确认自己的。记录审计。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Confirms or rejects an export that another asked for (officers, of their own areas; those of the district, of
   * everybody); nobody confirms their own. Audited.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly decideExport: DecideExportPayload;
  /**
   * 答复一组待复核的记录（区级审核员）：记录随即入库，答复被记住。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Answers for a group of records (officers of the district): they become facts at once, and the answer is remembered.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly decideLink: DecideLinkPayload;
  /**
   * 起草筛查或其新版本（区级审核员）。记录审计。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、PAYLOAD_TOO_LARGE、RULES_INVALID、SCREENING_STEP_REFUSED、TEXT_NOT_UNDERSTOOD。
   * Drafts a screening, or its next version (officers of the district). Audited.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, PAYLOAD_TOO_LARGE, RULES_INVALID, SCREENING_STEP_REFUSED, TEXT_NOT_UNDERSTOOD.
   */
  readonly draftScreening: DraftScreeningPayload;
  /**
   * 试运行：命中多少、在哪里、与运行版本之差；不产生预警。
   * 错误：FORBIDDEN、NOT_FOUND、RULES_INVALID。
   * Runs a version dry: how many, where, the difference to the version in force; raises nothing.
   * Errors: FORBIDDEN, NOT_FOUND, RULES_INVALID.
   */
  readonly dryRunScreening: DryRunScreeningPayload;
  /**
   * 临时授予某人查看另一功能区或镇街，只授予查看，不授予办理（区级审核员，不能授予自己）。一分钟内生效，到期即止。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN。
   * Lets a subject see another zone or town for a time: sight alone, no right to write (officers of the district, not for
   * themselves). In effect within a minute, over at its end. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN.
   */
  readonly grantSight: GrantSightPayload;
  /**
   * 处置预警的一步：签收、办结、转办、误报、关闭、重开、延期（本辖区专员与审核员）。记录审计。
   * 错误：ALERT_STEP_REFUSED、BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * One step of an alert: acknowledge, resolve, hand on, report false, close, open again, postpone (specialists and
   * officers of its area). Audited.
   * Errors: ALERT_STEP_REFUSED, BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly handleAlert: HandleAlertPayload;
  /**
   * 提交、批准（须另一审核员）、退回、暂停、恢复、回退、停用。
   * 错误：BAD_USER_INPUT、FORBIDDEN、NOT_FOUND、SCREENING_STEP_REFUSED。
   * Submits, approves (another officer must), rejects, pauses, resumes, rolls back, retires.
   * Errors: BAD_USER_INPUT, FORBIDDEN, NOT_FOUND, SCREENING_STEP_REFUSED.
   */
  readonly moveScreening: MoveScreeningPayload;
  /**
   * 记录走访（本辖区专员与审核员）。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN、NOT_FOUND。
   * Records a follow-up (specialists and officers of the area). Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN, NOT_FOUND.
   */
  readonly recordFollowUp: RecordFollowUpPayload;
  /**
   * 登记推送地址（审核员，限本辖区预警）；密钥只显示这一次。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN、WEBHOOK_ADDRESS_REFUSED。
   * Registers a webhook for the alerts of one's own areas (officers); its secret is shown this once. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN, WEBHOOK_ADDRESS_REFUSED.
   */
  readonly registerWebhook: RegisterWebhookPayload;
  /**
   * 退回一次待审核的导入（区级审核员）：什么也不合并。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Sends a held import back (officers of the district): nothing of it is merged.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly rejectImport: ImportRunPayload;
  /**
   * 放行一次待审核的导入（区级审核员）：其合格的行随即合并。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Lets a held import in (officers of the district): its good rows are merged.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly releaseImport: ImportRunPayload;
  /**
   * 申请大批量导出：连续读取一个列表超过策略所定行数（bulkExport）须由另一人确认。七日内未决即作废，确认后限时有效；导出时每页
   * 以请求头 x-export-request 带上编号。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN。
   * Asks for an export of many rows: reading one list page after page beyond the policy's number of rows (bulkExport) is
   * confirmed by another person. Void after seven days without a decision; what was confirmed may be done for some hours,
   * with its id in the header x-export-request of every page. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN.
   */
  readonly requestExport: RequestExportPayload;
  /**
   * 撤销一项临时授权，一分钟内生效（区级审核员）。记录审计。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Ends a grant of sight, in effect within a minute (officers of the district). Audited.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly revokeSight: RevokeSightPayload;
  /**
   * 设置某人的授权（区级审核员，不能为自己）。密级 L3、L4 须另一人确认后才生效，其余一分钟内生效。记录审计。
   * 错误：BAD_USER_INPUT、FORBIDDEN。
   * Sets what a subject may see (officers of the district, not for themselves). A clearance of L3 or L4 waits for another
   * person to confirm it, all else is in effect within a minute. Audited.
   * Errors: BAD_USER_INPUT, FORBIDDEN.
   */
  readonly setAssignment: SetAssignmentPayload;
  /**
   * 录入一个来源的记录，校验与文件导入相同；镇街、功能区只能录入本辖区企业的事实。
   * 错误：BAD_USER_INPUT、CONFLICT、FILE_REFUSED、FORBIDDEN、NOT_FOUND。
   * Enters records of a source under the checks of a file. A town or a zone may enter facts of its own enterprises only.
   * Errors: BAD_USER_INPUT, CONFLICT, FILE_REFUSED, FORBIDDEN, NOT_FOUND.
   */
  readonly submitRecords: SubmitRecordsPayload;
  /**
   * 撤销一次已完成的导入（区级审核员）：它新增的移除，它取代的恢复；之后又被改动的保留。
   * 错误：BAD_USER_INPUT、CONFLICT、FORBIDDEN、NOT_FOUND。
   * Takes an import back (officers of the district): what it created goes, what it superseded returns; what was changed
   * since stays.
   * Errors: BAD_USER_INPUT, CONFLICT, FORBIDDEN, NOT_FOUND.
   */
  readonly undoImport: ImportRunPayload;
  /**
   * 撤回对一组记录的答复（区级审核员）：因它入库的事实移除，记录重新待复核。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Takes an answer back (officers of the district): facts that came in by it go, and the records wait again.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly undoLink: UndoLinkPayload;
  /**
   * 撤回误登的自称（本辖区专员与审核员）。记录审计。
   * 错误：FORBIDDEN、NOT_FOUND。
   * Takes back a claim that was entered wrongly (specialists and officers of the area). Audited.
   * Errors: FORBIDDEN, NOT_FOUND.
   */
  readonly withdrawTitleClaim: TitleClaimPayload;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationAbandonImportArgs = {
  input: ImportRunInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationAssignTownArgs = {
  input: AssignTownInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationChangeWebhookArgs = {
  input: ChangeWebhookInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationClaimTitleArgs = {
  input: ClaimTitleInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDecideAssignmentArgs = {
  input: DecideAssignmentInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDecideConflictArgs = {
  input: DecideConflictInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDecideExportArgs = {
  input: DecideExportInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDecideLinkArgs = {
  input: DecideLinkInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDraftScreeningArgs = {
  input: DraftScreeningInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationDryRunScreeningArgs = {
  input: DryRunScreeningInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationGrantSightArgs = {
  input: GrantSightInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationHandleAlertArgs = {
  input: HandleAlertInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationMoveScreeningArgs = {
  input: MoveScreeningInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationRecordFollowUpArgs = {
  input: RecordFollowUpInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationRegisterWebhookArgs = {
  input: RegisterWebhookInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationRejectImportArgs = {
  input: ImportRunInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationReleaseImportArgs = {
  input: ImportRunInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationRequestExportArgs = {
  input: RequestExportInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationRevokeSightArgs = {
  input: RevokeSightInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationSetAssignmentArgs = {
  input: SetAssignmentInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationSubmitRecordsArgs = {
  input: SubmitRecordsInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationUndoImportArgs = {
  input: ImportRunInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationUndoLinkArgs = {
  input: UndoLinkInput;
};


/**
 * 写操作的入口，逐个执行。业务上的拒绝在结果的 error 中说明，不影响同一请求的其他操作。
 * The roots of every write, carried out one after another. What is refused for a reason is told in `error` of its payload.
 */
export type MutationWithdrawTitleClaimArgs = {
  input: WithdrawTitleClaimInput;
};

/**
 * 一次写操作被拒绝的原因。
 * Why a write was refused.
 */
export type MutationError = {
  readonly __typename?: 'MutationError';
  /**
   * 错误代码，见错误目录；各写操作自己的代码列在其说明中。任何写操作还可能因服务端给出：CONFIG_INVALID、DB_UNAVAILABLE、FILE_UNREADABLE、
   * INTERNAL_SERVER_ERROR、OPERATION_NOT_SUPPORTED、RULES_INVALID、STORE_UNFIT、TIMEOUT。
   * Stable code of the error catalogue; those of each write stand in its own description. Any write may also tell what is
   * wrong with the server: CONFIG_INVALID, DB_UNAVAILABLE, FILE_UNREADABLE, INTERNAL_SERVER_ERROR,
   * OPERATION_NOT_SUPPORTED, RULES_INVALID, STORE_UNFIT, TIMEOUT.
   */
  readonly code: Scalars['String']['output'];
  /** 给程序看的细节，因代码而异；没有则为 null。 Details for programs, by code; null when there are none. */
  readonly details: Maybe<Scalars['JSON']['output']>;
  /** 给人看的说明：发生了什么、值、期望、怎么办。 What happened, the value, what was expected, what to do. */
  readonly message: Scalars['String']['output'];
  /** 请求编号，报障时提供。 Id of the request, to be given when asking for help. */
  readonly requestId: Scalars['String']['output'];
};

/**
 * 可用全局编号取得的对象。
 * An object that can be fetched by its global id.
 */
export type Node = {
  /** 全局编号，不透明。 Global id, opaque. */
  readonly id: Scalars['ID']['output'];
};

/**
 * 翻页信息（Relay）。
 * Where a page stands, as Relay has it.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** 本页最后一条的游标；空页为 null。 Cursor of the last item; null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** 后面还有。 More follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** 前面还有。 More precede. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** 本页第一条的游标；空页为 null。 Cursor of the first item; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * 行政处罚；来源未载明的项为 null。
 * Administrative penalty; null for what the source does not state.
 */
export type Penalty = {
  readonly __typename?: 'Penalty';
  /** 罚款，元。 Fine, yuan. */
  readonly amount: Maybe<Scalars['Decimal']['output']>;
  /** 处罚机关。 Authority. */
  readonly authority: Maybe<Scalars['String']['output']>;
  /** 决定日期。 Decided on. */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** 文书号。 Document number. */
  readonly documentNo: Scalars['String']['output'];
  /** 处罚种类。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 事由。 Reason. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 轻重。 Severity. */
  readonly severity: PenaltySeverity;
};

/**
 * 处罚的一页。
 * A page of penalties.
 */
export type PenaltyConnection = {
  readonly __typename?: 'PenaltyConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<PenaltyEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 处罚及其游标。
 * One of the penalties with its cursor.
 */
export type PenaltyEdge = {
  readonly __typename?: 'PenaltyEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Penalty;
};

/**
 * 处罚轻重。
 * Severity of a penalty.
 */
export type PenaltySeverity =
  /** 轻微 Minor */
  | 'MINOR'
  /** 一般 Ordinary */
  | 'ORDINARY'
  /** 严重 Serious */
  | 'SERIOUS';

/**
 * 行政许可；来源未载明的项为 null。
 * Administrative permit; null for what the source does not state.
 */
export type Permit = {
  readonly __typename?: 'Permit';
  /** 许可机关。 Authority. */
  readonly authority: Maybe<Scalars['String']['output']>;
  /** 许可日期。 Granted on. */
  readonly grantedOn: Maybe<Scalars['Date']['output']>;
  /** 许可名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 许可编号。 Number. */
  readonly permitNo: Scalars['String']['output'];
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 状态。 State. */
  readonly status: Scalars['String']['output'];
  /** 有效期起。 Valid from. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** 有效期止。 Valid to. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 行政许可的一页。
 * A page of permits.
 */
export type PermitConnection = {
  readonly __typename?: 'PermitConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<PermitEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 行政许可及其游标。
 * One of the permits with its cursor.
 */
export type PermitEdge = {
  readonly __typename?: 'PermitEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Permit;
};

/**
 * 企业画像：得分、标签与完整度。计算于 computedAt，此后事实的变化在下次计算时反映。
 * Portrait of an enterprise: score, labels and completeness, as of computedAt.
 */
export type Portrait = {
  readonly __typename?: 'Portrait';
  /** 资料完整度，0 到 1。 Share of expected facts present, 0 to 1. */
  readonly completeness: Scalars['Decimal']['output'];
  /** 计算时刻。 Computed at. */
  readonly computedAt: Scalars['DateTime']['output'];
  /** 一句话说明各分项得分，不含指标值。 One sentence that explains the score by the points of its parts, without their values. */
  readonly explanation: Scalars['String']['output'];
  /** 有效知识产权数，项。 Rights in force, number. */
  readonly ipRightCount: Scalars['Int']['output'];
  /** 标签完成率，0 到 1。 Share of labels decided, 0 to 1. */
  readonly labelCompletion: Scalars['Decimal']['output'];
  /** 各标签的理由。 Why each label stands. */
  readonly labelReasons: ReadonlyArray<LabelReason>;
  /** 标签。 Labels. */
  readonly labels: ReadonlyArray<Scalars['String']['output']>;
  /** 该年度营业收入，元；没有财务数据为 null。 Revenue of that year, yuan; null without statements. */
  readonly latestRevenue: Maybe<Scalars['Decimal']['output']>;
  /** 最近有财务数据的年度；没有为 null。 Latest year with statements; null when none. */
  readonly latestYear: Maybe<Scalars['Int']['output']>;
  /** 各分项，按规则的次序；不为 null。 The parts, in the order of the rules; never null. */
  readonly parts: Maybe<ReadonlyArray<ScorePart>>;
  /** 得分，0 到 100；资料不足为 null。 Score 0 to 100; null while too little is known. */
  readonly score: Maybe<Scalars['Decimal']['output']>;
  /** 各分项的比例、分位与贡献，不含指标值（指标值见 parts.value，L3）。 Share, percentile and contribution of each part, without its value (see `parts.value`, L3). */
  readonly scoreParts: Scalars['JSON']['output'];
  /** 评分规则版本。 Version of the scoring rules. */
  readonly scoreVersion: Scalars['String']['output'];
  /** 有效称号数，个。 Valid titles, number. */
  readonly titleCount: Scalars['Int']['output'];
  /** 走势。 Trend. */
  readonly trend: Scalars['String']['output'];
};

/**
 * 一条记录的来源与关联方式。
 * Where a record came from and how it found its enterprise.
 */
export type Provenance = {
  readonly __typename?: 'Provenance';
  /** 关联置信度，0 到 1。 Confidence of the link, 0 to 1. */
  readonly linkConfidence: Scalars['Decimal']['output'];
  /** 关联方式。 How it was linked. */
  readonly linkMethod: LinkMethod;
  /** 收到时刻。 When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** 该记录在来源中的编号。 Key of the record in its source. */
  readonly recordKey: Scalars['String']['output'];
  /** 来源编号。 Id of the source. */
  readonly source: Scalars['String']['output'];
};

/**
 * 管理体系与产品认证；来源未载明的项为 null。
 * Management-system or product certificate; null for what the source does not state.
 */
export type QualityCertificate = {
  readonly __typename?: 'QualityCertificate';
  /** 证书编号。 Number. */
  readonly certificateNo: Scalars['String']['output'];
  /** 发证机构。 Issuer. */
  readonly issuer: Maybe<Scalars['String']['output']>;
  /** 种类，如 ISO9001。 Kind, such as ISO9001. */
  readonly kind: Scalars['String']['output'];
  /** 名称。 Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 有效期起。 Valid from. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** 有效期止。 Valid to. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 认证的一页。
 * A page of certificates.
 */
export type QualityCertificateConnection = {
  readonly __typename?: 'QualityCertificateConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<QualityCertificateEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 认证及其游标。
 * One of the certificates with its cursor.
 */
export type QualityCertificateEdge = {
  readonly __typename?: 'QualityCertificateEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: QualityCertificate;
};

/**
 * 一行被隔离的一个原因；无权查看的项为 null。
 * One reason why a row is in quarantine; null to whoever may not see it.
 */
export type QuarantineReason = {
  readonly __typename?: 'QuarantineReason';
  /** 代码，见 docs/sources/findings.md。 Code of the catalogue of findings (docs/sources/findings.md). */
  readonly code: Scalars['String']['output'];
  /** 列名；整行有误时为空。 Column; empty when it is about the whole row. */
  readonly column: Scalars['String']['output'];
  /** 英文说明。 In English. */
  readonly messageEn: Maybe<Scalars['String']['output']>;
  /** 中文说明。 In Chinese. */
  readonly messageZh: Maybe<Scalars['String']['output']>;
  /** 该格的内容（至多 200 字）；整行有误时为空。 The cell as read, at most 200 characters; empty when it is about the whole row. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/**
 * 隔离区中的一行。
 * A row in quarantine.
 */
export type QuarantinedRow = Node & {
  readonly __typename?: 'QuarantinedRow';
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 所属的导入；不为 null。 Its import; never null. */
  readonly importRun: Maybe<ImportRun>;
  /** 文件中的行号，从 1 起。 Line of the file, from 1. */
  readonly line: Scalars['Int']['output'];
  /** 隔离时间。 When it was set aside. */
  readonly quarantinedAt: Scalars['DateTime']['output'];
  /** 原始各列；无权查看时为 null。 Cells by column, as read; null to whoever may not see it. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** 全部原因：列、值、代码、说明；无权查看时为 null。 Every reason: column, value, code, words; null to whoever may not see it. */
  readonly reasons: Maybe<ReadonlyArray<QuarantineReason>>;
  /** 如何销号；未销号为 null。 How it was settled; null while open. */
  readonly resolution: Maybe<Scalars['String']['output']>;
  /** 销号时间；未销号为 null。 When it was settled; null while open. */
  readonly resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** 来源编号。 Source. */
  readonly source: Scalars['String']['output'];
};

/**
 * 隔离行的一页。
 * A page of quarantined rows.
 */
export type QuarantinedRowConnection = {
  readonly __typename?: 'QuarantinedRowConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<QuarantinedRowEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 隔离行及其游标。
 * One of the quarantined rows with its cursor.
 */
export type QuarantinedRowEdge = {
  readonly __typename?: 'QuarantinedRowEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: QuarantinedRow;
};

/**
 * 隔离行的筛选条件。
 * Which rows.
 */
export type QuarantinedRowFilter = {
  /** 是否已销号。 Whether it has been settled. */
  readonly isResolved?: InputMaybe<Scalars['Boolean']['input']>;
  /** 来源编号。 Source. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * 按键取实体，供超级图的网关调用；与普通查询同一套权限，看不见的为 null。
   * Entities by their keys, for the gateway of a supergraph; under the same access as any read, null where out of sight.
   */
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  /**
   * 子图的 SDL（开发者与机器客户端）；其他人为 null。
   * The SDL of this subgraph (developers and machine clients); null to others.
   */
  readonly _service: Maybe<_Service>;
  /**
   * 临时跨区授权：有效的和将生效的（区级审核员）；其他人为 null。
   * Grants of sight of another area, in force and to come (officers of the district); null to others.
   */
  readonly accessGrants: Maybe<ReadonlyArray<AccessGrant>>;
  /** 与市级平台的一致性回执，新的在前；仅市、区两级可见，其他为 null。 Receipts of agreement with the city platform, newest first; for city and district only, null to others. */
  readonly agreementReceipts: Maybe<AgreementReceiptConnection>;
  /** 预警待办。本人辖区内；市级不可见，为 null。 Alerts of the caller's areas; not for the city, null to it. */
  readonly alerts: Maybe<AlertConnection>;
  /** 行政区与功能区。 Areas in official order. */
  readonly areas: ReadonlyArray<Area>;
  /**
   * 等待第二人确认的授权，7 日内未决即作废（区级审核员）；其他人为 null。
   * Assignments that wait for a second person, void after 7 days (officers of the district); null to others.
   */
  readonly assignmentProposals: Maybe<ReadonlyArray<AssignmentProposal>>;
  /** 审计记录，由近及远；仅市、区两级审计人员可见，其他人为 null。读取本身也入审计。 Audit entries, latest first; for auditors of city and district only, null to others. Reading them is written into the audit too. */
  readonly auditEntries: Maybe<AuditEntryConnection>;
  /** 创新创业基地。 Innovation and entrepreneurship bases. */
  readonly bases: BaseConnection;
  /** 现行认定标准。 Criteria packs in force or kept, one version of each. */
  readonly criteriaPacks: ReadonlyArray<CriteriaPack>;
  /** 按信用代码取企业；不存在或不在辖区内为 null。 The enterprise of a credit code; null when it does not exist or lies outside the caller's areas. */
  readonly enterprise: Maybe<Enterprise>;
  /** 本人辖区内的企业。 Enterprises of the caller's areas. */
  readonly enterprises: EnterpriseConnection;
  /**
   * 能否看到某企业的某字段；不为 null。不存在与无权看到的企业，答复相同。
   * Whether the caller sees a field of an enterprise; never null. An enterprise out of sight and one that is not there answer alike.
   */
  readonly explainAccess: Maybe<AccessExplanation>;
  /**
   * 大批量导出申请，近 4 周：本人的，以及本人可确认的（审核员，限本辖区；区级审核员可确认全区）；系统对接与审计人员为 null。
   * Exports of many rows that were asked for in the last 4 weeks: one's own, and for officers those that they may decide about (of their own areas; officers of the district, of everybody); null to machine clients and auditors.
   */
  readonly exportRequests: Maybe<ReadonlyArray<ExportRequest>>;
  /** 达标而未申报：值得动员的企业。 Meets but has not applied: the enterprises worth a visit. */
  readonly goldSeeds: TitleVerificationConnection;
  /** 导入记录，新的在前；仅区级审核员、开发人员与系统对接可见，其他人为 null。 Imports, newest first; for officers, developers and machine clients of the district only, null to others. */
  readonly importRuns: Maybe<ImportRunConnection>;
  /** 指标目录。 The indicator catalogue. */
  readonly indicators: ReadonlyArray<Indicator>;
  /** 六个培育库在本人辖区内的企业数。 Members of the six libraries inside the caller's areas. */
  readonly libraries: ReadonlyArray<LibraryCount>;
  /** 某日在库的企业，入库由近及远。 Members of the libraries on a day, latest entry first. */
  readonly libraryMembers: LibraryMembershipConnection;
  /**
   * 待复核的组（区级审核员，其他人为 null）：同名同号同来源的记录为一组，一次答复解决全组；有候选企业的在前，再按涉及记录数。
   * Groups that wait for an answer (officers of the district; null to others): one answer settles all records that look alike; those with candidates first, then by how many records they settle.
   */
  readonly linkReviewGroups: Maybe<ReadonlyArray<LinkReviewGroup>>;
  /** 关联复核的记录，新的在前；仅区级审核员可见，其他人为 null。 Reviews of links, newest first; for officers of the district only, null to others. */
  readonly linkReviews: Maybe<LinkReviewConnection>;
  /** 按全局编号取对象；不存在或不在辖区内为 null。 The object of a global id; null when it does not exist or lies outside the caller's areas. */
  readonly node: Maybe<Node>;
  /** 隔离区中的行：不能接收的记录及全部原因，新的导入在前；仅区级审核员可见，其他人为 null。 Rows that could not be taken in, with every reason, newest imports first; for officers of the district only, null to others. */
  readonly quarantinedRows: Maybe<QuarantinedRowConnection>;
  /** 把条件从一种写法读成另一种，不保存；区级审核员，其他人为 null。 Reads conditions from one form into the others, saving nothing; officers of the district, null to others. */
  readonly readConditions: Maybe<ConditionReading>;
  /** 全部筛查，按编号。 Screenings, by their id. */
  readonly screenings: ScreeningConnection;
  /** 数据来源，按编号；至少导入过一次的。无权查看者为 null。 Sources that have delivered, by their id; null to whoever may not see them. */
  readonly sources: Maybe<SourceConnection>;
  /** 区域统计：本人辖区各区域，加全区合计。 Figures of the caller's areas, with the district's totals. */
  readonly statistics: ReadonlyArray<AreaStatistics>;
  /** 与市级平台交换中的冲突，新的在前；仅区级可见，其他层级为 null。 Conflicts of the exchange, newest first; for the district only, null to other tiers. */
  readonly syncConflicts: Maybe<SyncConflictConnection>;
  /** 与市级平台的交换记录，新的在前；仅市、区两级可见，其他为 null。 Exchanges with the city platform, newest first; for city and district only, null to others. */
  readonly syncRuns: Maybe<SyncRunConnection>;
  /**
   * 与市级平台同步的现状：级别、各数据流的积压、台账是否完好；首次交换前为 null。
   * Where the exchange stands: level, backlog of each stream, whether the ledger is intact; null before the first exchange.
   */
  readonly syncStatus: Maybe<SyncStatus>;
  /** 称号核对；90 日内到期用 outcomes: [LAPSING]。 Verifications of titles; those lapsing within 90 days by outcomes: [LAPSING]. */
  readonly titleVerifications: TitleVerificationConnection;
  /**
   * 以另一身份试查：同一查询由两个身份执行，标出差别。只能选本人范围以内的身份；无权试查为 null。记录审计。
   * The same query as another caller, with the differences marked. Only callers within one's own sight; null to whoever may not. Audited.
   */
  readonly viewAs: Maybe<ViewComparison>;
  /** 当前访问者。 The caller. */
  readonly viewer: Viewer;
  /** 推送地址（审核员，其他人与市级为 null）：本人登记的；区级审核员可见全部。 Webhooks (officers; null to others and to the city): one's own; officers of the district see all. */
  readonly webhooks: Maybe<ReadonlyArray<Webhook>>;
  /** 年度统计：本人辖区各区域；区级含全部镇街与功能区。 Yearly figures of the caller's areas; for the district, of all its areas. */
  readonly yearlyReport: ReadonlyArray<YearlyReport>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type Query_EntitiesArgs = {
  representations: ReadonlyArray<Scalars['_Any']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryAccessGrantsArgs = {
  subject?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryAgreementReceiptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AlertOrder>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryAreasArgs = {
  kind?: InputMaybe<Tier>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryBasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryCriteriaPacksArgs = {
  packId?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryEnterpriseArgs = {
  creditCode: Scalars['CreditCode']['input'];
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryEnterprisesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EnterpriseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<EnterpriseOrder>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryExplainAccessArgs = {
  creditCode: Scalars['CreditCode']['input'];
  field: Scalars['String']['input'];
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryGoldSeedsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TitleVerificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryImportRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryIndicatorsArgs = {
  indicatorId?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryLibrariesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryLibraryMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LibraryMembershipFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryLinkReviewGroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryLinkReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LinkReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryQuarantinedRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuarantinedRowFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryReadConditionsArgs = {
  input: ReadConditionsInput;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryScreeningsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QuerySourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryStatisticsArgs = {
  kind?: InputMaybe<Tier>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QuerySyncConflictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SyncConflictFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QuerySyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryTitleVerificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TitleVerificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryViewAsArgs = {
  input: ViewAsInput;
};


/**
 * 查询入口。各字段写明其 null 的含义；此外，密级高于本人可见密级、或不向本人层级与角色提供的字段为 null，并附一条 FORBIDDEN_FIELD 错误（脱敏的字段答复脱敏后的值）。
 * Where every read begins. Each field says what its null means; besides, a field above the caller's clearance, or not for the caller's tier or role, is null with a FORBIDDEN_FIELD error (one that is masked is answered masked).
 */
export type QueryYearlyReportArgs = {
  year: Scalars['Int']['input'];
};

/**
 * 研发机构；来源未载明的项为 null。
 * Recognised R&D institution; null for what the source does not state.
 */
export type RdInstitution = {
  readonly __typename?: 'RdInstitution';
  /** 编号。 Number. */
  readonly institutionNo: Scalars['String']['output'];
  /** 类型。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 级别。 Level. */
  readonly level: TitleLevel;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 认定日期。 Recognised on. */
  readonly recognisedOn: Maybe<Scalars['Date']['output']>;
  /** 有效期止。 Valid to. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 研发机构的一页。
 * A page of R&D institutions.
 */
export type RdInstitutionConnection = {
  readonly __typename?: 'RdInstitutionConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<RdInstitutionEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 研发机构及其游标。
 * One of the R&D institutions with its cursor.
 */
export type RdInstitutionEdge = {
  readonly __typename?: 'RdInstitutionEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: RdInstitution;
};

/**
 * 条件的一种写法，三者给且只给一项。
 * Conditions in one form: exactly one of the three.
 */
export type ReadConditionsInput = {
  /** 通知条款原文；三者给其一。 Clause of a notice; one of the three. */
  readonly clause?: InputMaybe<Scalars['String']['input']>;
  /** 条件树；三者给其一。 Tree of conditions; one of the three. */
  readonly conditions?: InputMaybe<Scalars['JSON']['input']>;
  /** 中文表述；三者给其一。 The sentence; one of the three. */
  readonly sentence?: InputMaybe<Scalars['String']['input']>;
};

/**
 * 走访记录。
 * What to record.
 */
export type RecordFollowUpInput = {
  /** 所因预警的全局编号；缺省与预警无关。 Global id of the alert it is about; about none when left out. */
  readonly alert?: InputMaybe<Scalars['ID']['input']>;
  /** 企业信用代码。 Credit code of the enterprise. */
  readonly creditCode: Scalars['CreditCode']['input'];
  /** 日期，今天或以前。 Day, today or before. */
  readonly happenedOn: Scalars['Date']['input'];
  /** 方式。 How. */
  readonly kind: FollowUpKind;
  /** 记录，最多 4000 字；缺省没有。 Note, 4000 characters at most; none when left out. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 结果。 What came of it. */
  readonly outcome: FollowUpOutcome;
};

/**
 * 记录结果。
 * What came of it.
 */
export type RecordFollowUpPayload = {
  readonly __typename?: 'RecordFollowUpPayload';
  /** 该企业；未完成为 null。 The enterprise; null when not done. */
  readonly enterprise: Maybe<Enterprise>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 该记录；未完成为 null。 The follow-up; null when not done. */
  readonly followUp: Maybe<FollowUp>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 要登记的推送地址。
 * A webhook to register.
 */
export type RegisterWebhookInput = {
  /** 名称，最多 60 字。 Name, 60 characters at most. */
  readonly name: Scalars['String']['input'];
  /** 只推送新预警。 New alerts alone. */
  readonly raisedOnly?: Scalars['Boolean']['input'];
  /** 推送到的 https 地址；内网须经放行。 An https address; private networks must be allowed. */
  readonly url: Scalars['String']['input'];
};

/**
 * 登记结果。
 * What came of it.
 */
export type RegisterWebhookPayload = {
  readonly __typename?: 'RegisterWebhookPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 签名密钥（whsec_…），只显示这一次；未完成为 null。 The signing secret (whsec_…), shown this once; null when not done. */
  readonly secret: Maybe<Scalars['String']['output']>;
  /** 推送地址；未完成为 null。 The webhook; null when not done. */
  readonly webhook: Maybe<Webhook>;
};

/**
 * 登记变化后重试的记录，条。
 * Records that were tried again, number.
 */
export type RelinkedRecords = {
  readonly __typename?: 'RelinkedRecords';
  /** 找到企业的。 Those that found their enterprise. */
  readonly settled: Scalars['Int']['output'];
  /** 重试的组，组。 Groups tried, number. */
  readonly tried: Scalars['Int']['output'];
};

/**
 * 导出什么。
 * What is to be exported.
 */
export type RequestExportInput = {
  /** 查询原文，与导出时逐字相同。 Text of the document, the same to the letter as will be sent. */
  readonly document: Scalars['String']['input'];
  /** 事由，供确认人判断，写入审计。 Why, for whoever confirms; written into the audit. */
  readonly reason: Scalars['String']['input'];
  /** 至多行数。 Rows at most, number. */
  readonly rows: Scalars['Int']['input'];
  /** 查询变量，缺省没有；游标变量 after、before 不计。 Its variables, none when left out; the cursors `after` and `before` do not count. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
};

/**
 * 申请的结果。
 * What came of it.
 */
export type RequestExportPayload = {
  readonly __typename?: 'RequestExportPayload';
  /** 未提出的原因；提出时为 null。 Why not; null when it was. */
  readonly error: Maybe<MutationError>;
  /** 是否已提出。 Whether it was asked for. */
  readonly ok: Scalars['Boolean']['output'];
  /** 所提的申请；未提出为 null。 What was asked for; null when it was not. */
  readonly request: Maybe<ExportRequest>;
};

/**
 * 撤销的内容。
 * What is revoked.
 */
export type RevokeSightInput = {
  /** 编号。 Id. */
  readonly id: Scalars['ID']['input'];
  /** 事由，写入审计。 Why; written into the audit. */
  readonly reason: Scalars['String']['input'];
};

/**
 * 撤销的结果。
 * What came of it.
 */
export type RevokeSightPayload = {
  readonly __typename?: 'RevokeSightPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 层级内的角色。
 * Role inside a tier.
 */
export type Role =
  /** 审计人员 Audit only */
  | 'AUDITOR'
  /** 开发人员 Introspection and explain */
  | 'DEVELOPER'
  /** 系统对接 Machine client */
  | 'MACHINE'
  /** 经办人员 Libraries, screenings, imports */
  | 'OFFICER'
  /** 服务专员 Alerts and follow-ups */
  | 'SPECIALIST'
  /** 查看 Reads */
  | 'VIEWER';

/**
 * 得分的一个分项；各分项贡献之和即得分。
 * A part of the score; the contributions add up to it.
 */
export type ScorePart = {
  readonly __typename?: 'ScorePart';
  /** 对得分的贡献，分；不详为 null。 Contribution to the score, points; null when not known. */
  readonly contribution: Maybe<Scalars['Decimal']['output']>;
  /** 名称。 Name. */
  readonly nameZh: Scalars['String']['output'];
  /** 标识。 Id. */
  readonly part: Scalars['String']['output'];
  /** 同业同规模企业数；不足 20 家为 null。 Peers of the same industry and size; null when fewer than 20. */
  readonly peers: Maybe<Scalars['Int']['output']>;
  /**
   * 在同业同规模中的百分位，0 到 100，按当日首次重算时的分布，当日新到的数据次日计入；不足 20 家为 null。
   * Percentile among the peers, 0 to 100, by their spread as it is counted once a day: facts of today enter it tomorrow. Null when they are fewer than 20.
   */
  readonly percentile: Maybe<Scalars['Int']['output']>;
  /** 得分比例，0 到 1；不详为 null。 Share of the weight earned, 0 to 1; null when not known. */
  readonly share: Maybe<Scalars['Decimal']['output']>;
  /** 单位。 Unit. */
  readonly unit: Scalars['String']['output'];
  /** 指标值，单位见 unit；不详为 null。 Value in its unit (see `unit`); null when not known. */
  readonly value: Maybe<Scalars['Decimal']['output']>;
  /** 权重，各分项合计 100。 Weight; all parts add up to 100. */
  readonly weight: Scalars['Decimal']['output'];
};

/**
 * 筛查：一组条件，找出符合的企业并预警；区级起草，另一审核员批准。
 * A set of conditions that finds enterprises and raises alerts; drafted by the district, approved by another officer.
 */
export type Screening = Node & {
  readonly __typename?: 'Screening';
  /** 运行中的版本；未批准过为 null。 Version in force; null before the first approval. */
  readonly activeVersion: Maybe<Scalars['Int']['output']>;
  /** 编号，如 base-srdi-sme-2026。 Its own id, such as base-srdi-sme-2026. */
  readonly code: Scalars['String']['output'];
  /** 起草时间。 When it was drafted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 起草人。 Who drafted it. */
  readonly createdBy: Scalars['String']['output'];
  /** 处置期限，天。 Days from an alert to its due day. */
  readonly dueDays: Scalars['Int']['output'];
  /** 处置反馈与误报率；仅区级，其他层级为 null。 How its alerts ended; for the district only, null to other tiers. */
  readonly feedback: Maybe<ScreeningFeedback>;
  /** 经过，新的在前；仅区级，其他层级为 null。 Its steps, newest first; for the district only, null to other tiers. */
  readonly history: Maybe<ReadonlyArray<ScreeningEvent>>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 是否随认定标准提供。 Ships with a criteria pack. */
  readonly isBase: Scalars['Boolean']['output'];
  /** 所发预警的级别。 Level of its alerts. */
  readonly level: AlertLevel;
  /** 名称。 Name in Chinese. */
  readonly name: Scalars['String']['output'];
  /** 英文名称；没有为 null。 Name in English; null when there is none. */
  readonly nameEn: Maybe<Scalars['String']['output']>;
  /** 阶段。 Where it stands. */
  readonly state: ScreeningState;
  /** 各版本，新的在前；仅区级，其他层级为 null。 Versions, newest first; for the district only, null to other tiers. */
  readonly versions: Maybe<ReadonlyArray<ScreeningVersion>>;
};

/**
 * 筛查的步骤。
 * Steps in the life of a screening.
 */
export type ScreeningAction =
  /** 批准 Approve */
  | 'APPROVE'
  /** 暂停 Pause */
  | 'PAUSE'
  /** 退回 Reject */
  | 'REJECT'
  /** 恢复 Resume */
  | 'RESUME'
  /** 停用 Retire */
  | 'RETIRE'
  /** 回退到已批准的旧版 Roll back to an approved version */
  | 'ROLL_BACK'
  /** 提交审批 Submit */
  | 'SUBMIT';

/**
 * 筛查的一页。
 * A page of screenings.
 */
export type ScreeningConnection = {
  readonly __typename?: 'ScreeningConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<ScreeningEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 筛查及其游标。
 * One of the screenings with its cursor.
 */
export type ScreeningEdge = {
  readonly __typename?: 'ScreeningEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Screening;
};

/**
 * 筛查经过的一步。
 * One step in the life of a screening.
 */
export type ScreeningEvent = {
  readonly __typename?: 'ScreeningEvent';
  /** 步骤。 What was done. */
  readonly action: Scalars['String']['output'];
  /** 经办人。 Who did it. */
  readonly actor: Scalars['String']['output'];
  /** 时间。 When. */
  readonly at: Scalars['DateTime']['output'];
  /** 此前阶段；首步为 null。 State before; null for the first. */
  readonly fromState: Maybe<ScreeningState>;
  /** 理由；无须理由的步骤为 null。 Why; null where none is needed. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 此后阶段。 State after. */
  readonly toState: ScreeningState;
  /** 所涉版本。 Version it was about. */
  readonly version: Scalars['Int']['output'];
};

/**
 * 某筛查所发预警的处置情况。
 * How the alerts of a screening ended.
 */
export type ScreeningFeedback = {
  readonly __typename?: 'ScreeningFeedback';
  /** 误报率，占已结束的百分比；尚无结束的为 null。 Share of false alarms among those that ended, percent; null while none has. */
  readonly falseAlarmRate: Maybe<Scalars['Decimal']['output']>;
  /** 误报，条。 Reported false. */
  readonly falseAlarms: Scalars['Int']['output'];
  /** 未办结，条。 Still open. */
  readonly open: Scalars['Int']['output'];
  /** 已发预警，条。 Alerts raised. */
  readonly raised: Scalars['Int']['output'];
  /** 已结束，条。 Come to an end. */
  readonly settled: Scalars['Int']['output'];
};

/**
 * 企业命中筛查的一次。
 * One time an enterprise matched a screening.
 */
export type ScreeningMatch = {
  readonly __typename?: 'ScreeningMatch';
  /**
   * 触发的指标，至多三项：metric 标识、name 名称、unit 单位、period 期间、asked 所要求、value 现值（文本；是非类为“是”或“否”）。
   * Figures that fired, three at most: its `metric`, `name`, `unit` and `period`, what was `asked`, and the `value` it has
   * (a text; of a yes-or-no metric the Chinese word for what was asked).
   */
  readonly figures: Scalars['JSON']['output'];
  /** 不再命中的时间；仍命中为 null。 When it left; null while it matches. */
  readonly leftAt: Maybe<Scalars['DateTime']['output']>;
  /** 命中时间。 When it matched. */
  readonly matchedAt: Scalars['DateTime']['output'];
  /** 第几次命中，从 1 起。 Which time it matched, from 1. */
  readonly occurrence: Scalars['Int']['output'];
  /** 所命中的筛查；已不在库为 null。 The screening; null when it is no longer kept. */
  readonly screening: Maybe<Screening>;
  /** 命中时的版本。 Version that matched. */
  readonly version: Scalars['Int']['output'];
};

/**
 * 筛查所处阶段。
 * Where a screening stands in its life.
 */
export type ScreeningState =
  /** 运行 Active */
  | 'ACTIVE'
  /** 草稿 Draft */
  | 'DRAFT'
  /** 暂停 Paused */
  | 'PAUSED'
  /** 待审批 Waits for approval */
  | 'PENDING_APPROVAL'
  /** 停用 Superseded */
  | 'SUPERSEDED';

/**
 * 筛查的一个版本。
 * One version of a screening.
 */
export type ScreeningVersion = {
  readonly __typename?: 'ScreeningVersion';
  /** 批准时间；未批准为 null。 When it was approved; null before. */
  readonly approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** 批准人；未批准为 null。 Who approved it; null before. */
  readonly approvedBy: Maybe<Scalars['String']['output']>;
  /** 各条件在原文中的位置；非由原文读出为空，不为 null。 Characters each condition came from; empty when it was not read from a clause, never null. */
  readonly citations: Maybe<Scalars['JSON']['output']>;
  /** 条件树，见 docs/screening.md。 Tree of conditions (docs/screening.md). */
  readonly conditions: Scalars['JSON']['output'];
  /** 起草时间。 When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 起草人。 Author. */
  readonly createdBy: Scalars['String']['output'];
  /** 试运行结果；未试运行为 null。 Result of its dry run; null before one. */
  readonly dryRun: Maybe<Scalars['JSON']['output']>;
  /** 条件的中文表述，可改后读回。 The conditions as a Chinese sentence that reads back. */
  readonly sentence: Scalars['String']['output'];
  /** 通知原文；非由原文读出为 null。 Clause it was read from; null when it was not. */
  readonly sourceText: Maybe<Scalars['String']['output']>;
  /** 版本号。 Number. */
  readonly version: Scalars['Int']['output'];
};

/**
 * 授权的内容。
 * What is assigned.
 */
export type SetAssignmentInput = {
  /** 区域代码，一个以上，须属该层级。 Codes of the areas, at least one, of that tier. */
  readonly areaCodes: ReadonlyArray<Scalars['AreaCode']['input']>;
  /** 可见密级，默认 L2。 Clearance; L2 when left out. */
  readonly clearance?: InputMaybe<Classification>;
  /** 事由，写入审计。 Why; written into the audit. */
  readonly reason: Scalars['String']['input'];
  /** 角色。 Role. */
  readonly role: Role;
  /** 被授权人，即令牌中的 sub。 The subject, as in its token. */
  readonly subject: Scalars['String']['input'];
  /** 层级。 Tier. */
  readonly tier: Tier;
};

/**
 * 授权的结果。
 * What came of it.
 */
export type SetAssignmentPayload = {
  readonly __typename?: 'SetAssignmentPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成（或已提出）。 Whether it was done, or proposed. */
  readonly ok: Scalars['Boolean']['output'];
  /** 等待另一人确认的授权；已直接生效为 null。 The proposal that waits for another; null when it is in force already. */
  readonly proposal: Maybe<AssignmentProposal>;
};

/**
 * 销去的隔离行，行。
 * Quarantined rows closed, number.
 */
export type SettledRows = {
  readonly __typename?: 'SettledRows';
  /** 改好后送回的。 Mended and sent back. */
  readonly mended: Scalars['Int']['output'];
  /** 再次送来仍不合格的。 Sent again as they were. */
  readonly repeated: Scalars['Int']['output'];
  /** 同一记录已另行接收的。 Whose record came again and was accepted. */
  readonly superseded: Scalars['Int']['output'];
};

/**
 * 企业规模（工信部联企业〔2011〕300号）。
 * Size class (MIIT 2011 No. 300).
 */
export type SizeClass =
  /** 大型 Large */
  | 'LARGE'
  /** 中型 Medium */
  | 'MEDIUM'
  /** 微型 Micro */
  | 'MICRO'
  /** 小型 Small */
  | 'SMALL';

/**
 * 排序方向。
 * Sort direction.
 */
export type SortDirection =
  /** 升序 Ascending */
  | 'ASC'
  /** 降序 Descending */
  | 'DESC';

/**
 * 数据来源：哪个部门、按什么频次、依据什么送来什么。
 * A source: which department delivers what, how often, on what basis.
 */
export type Source = Node & {
  readonly __typename?: 'Source';
  /** 频次。 Cadence. */
  readonly cadence: Scalars['String']['output'];
  /** 数据分级。 Classification. */
  readonly classification: Scalars['String']['output'];
  /** 来源编号，即导入时所用的名字。 The word it is imported under. */
  readonly code: Scalars['String']['output'];
  /** 归口部门。 The department that owns it. */
  readonly department: Scalars['String']['output'];
  /** 完整说明：列、类型、单位、依据。 The whole description: columns, types, units, basis. */
  readonly description: Scalars['JSON']['output'];
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 最近的导入，新的在前，最多 20 次；仅区级审核员、开发人员与系统对接可见，其他人为 null。 Its latest imports, newest first, at most 20; for officers, developers and machine clients of the district only, null to others. */
  readonly importRuns: Maybe<ReadonlyArray<ImportRun>>;
  /** 英文名称。 English name. */
  readonly nameEn: Scalars['String']['output'];
  /** 中文名称。 Chinese name. */
  readonly nameZh: Scalars['String']['output'];
};

/**
 * 数据来源的一页。
 * A page of sources.
 */
export type SourceConnection = {
  readonly __typename?: 'SourceConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<SourceEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 数据来源及其游标。
 * One of the sources with its cursor.
 */
export type SourceEdge = {
  readonly __typename?: 'SourceEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Source;
};

/**
 * 参与制修订的标准；来源未载明的项为 null。
 * A standard the enterprise took part in; null for what the source does not state.
 */
export type Standard = {
  readonly __typename?: 'Standard';
  /** 起草单位排名，1 为主导；未载明为 null。 Place among the drafters, 1 leads; null when not stated. */
  readonly draftingRank: Maybe<Scalars['Int']['output']>;
  /** 级别。 Level. */
  readonly level: StandardLevel;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 发布日期。 Published on. */
  readonly publishedOn: Maybe<Scalars['Date']['output']>;
  /** 标准号。 Number. */
  readonly standardNo: Scalars['String']['output'];
  /** 状态。 State. */
  readonly status: Scalars['String']['output'];
};

/**
 * 标准的一页。
 * A page of standards.
 */
export type StandardConnection = {
  readonly __typename?: 'StandardConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<StandardEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 标准及其游标。
 * One of the standards with its cursor.
 */
export type StandardEdge = {
  readonly __typename?: 'StandardEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: Standard;
};

/**
 * 标准级别。
 * Level of a standard.
 */
export type StandardLevel =
  /** 团体标准 Group */
  | 'GROUP'
  /** 行业标准 Industry */
  | 'INDUSTRY'
  /** 国际标准 International */
  | 'INTERNATIONAL'
  /** 地方标准 Local */
  | 'LOCAL'
  /** 国家标准 National */
  | 'NATIONAL';

/**
 * 一条记录被拒的一个理由。
 * One reason why a record was refused.
 */
export type SubmitProblem = {
  readonly __typename?: 'SubmitProblem';
  /** 代码，见 docs/sources/findings.md。 Code of the catalogue of findings (docs/sources/findings.md). */
  readonly code: Scalars['String']['output'];
  /** 列名；整条有误时为空。 Column; empty when it is about the whole record. */
  readonly column: Scalars['String']['output'];
  /** 英文说明。 In English. */
  readonly messageEn: Scalars['String']['output'];
  /** 中文说明。 In Chinese. */
  readonly messageZh: Scalars['String']['output'];
  /** 第几条，从 1 起。 Number of the record, from 1. */
  readonly record: Scalars['Int']['output'];
  /** 所填的值（至多 200 字）。 The value as entered, at most 200 characters. */
  readonly value: Scalars['String']['output'];
};

/**
 * 要录入的记录。
 * Records to enter.
 */
export type SubmitRecordsInput = {
  /** 只检查不写入，默认 false。 Check and write nothing; false when left out. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** 记录，每条以该来源的列名或字段名为键；最多 1000 条。 Records, keyed by the headers or fields of the source; at most 1,000. */
  readonly records: ReadonlyArray<Scalars['JSON']['input']>;
  /** 来源，如 tax。 Source, such as tax. */
  readonly source: Scalars['String']['input'];
};

/**
 * 录入的结果，各项为条数；read = refused + 重复与空白 + accepted；未完成时各项为 null。
 * What came of it, in numbers of records: read = refused + repeats and blanks + accepted; all null when not done.
 */
export type SubmitRecordsPayload = {
  readonly __typename?: 'SubmitRecordsPayload';
  /** 接收的条数。 Records accepted. */
  readonly accepted: Maybe<Scalars['Int']['output']>;
  /** 新增的事实，条。 Facts created, number. */
  readonly created: Maybe<Scalars['Int']['output']>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成；有被拒的记录也算完成。 Whether it was done; with records refused it still was. */
  readonly ok: Scalars['Boolean']['output'];
  /** 被拒的全部理由；试录时为空。 Every reason of every refused record; empty for a dry run. */
  readonly problems: Maybe<ReadonlyArray<SubmitProblem>>;
  /** 读到的条数。 Records read. */
  readonly read: Maybe<Scalars['Int']['output']>;
  /** 被拒、进入隔离区的条数。 Records refused and quarantined. */
  readonly refused: Maybe<Scalars['Int']['output']>;
  /** 导入编号；未完成为 null。 Number of the import; null when not done. */
  readonly run: Maybe<Scalars['String']['output']>;
  /** 待人工关联的条数。 Records that wait for an officer to link them. */
  readonly toReview: Maybe<Scalars['Int']['output']>;
  /** 未变的事实，条。 Facts unchanged, number. */
  readonly unchanged: Maybe<Scalars['Int']['output']>;
  /** 没有找到企业的条数。 Records without an enterprise. */
  readonly unlinked: Maybe<Scalars['Int']['output']>;
  /** 更新的事实，条。 Facts updated, number. */
  readonly updated: Maybe<Scalars['Int']['output']>;
};

/**
 * 订阅的入口：WebSocket（graphql-transport-ws，/graphql）或 SSE（graphql-sse，/graphql/stream）。每个事件都以订阅者当时的权限读取；令牌到期即结束。
 * The roots of every subscription: WebSocket (graphql-transport-ws at /graphql) or server-sent events (graphql-sse at
 * /graphql/stream). Each event is read with what the subscriber may see at that moment; it ends when the token does.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * 取得一致性回执时；不一致的回执也在内。断线期间的回执见 agreementReceipts。该回执已无权查看时为 null。
   * When a receipt was obtained, of disagreement too. What went by while the connection was away is in `agreementReceipts`. It is null when it may no longer be seen.
   */
  readonly agreementReceiptObtained: Maybe<AgreementReceiptChange>;
  /**
   * 本人辖区内预警的每一步，含新预警。断线期间的由存根补上，不漏不重。已无权查看时为 null。
   * Every event of the alerts of the caller's areas, new ones too. What a broken line missed is made up for, none twice. It is null when it may no longer be seen.
   */
  readonly alertChanged: Maybe<AlertChange>;
  /**
   * 所列企业的画像、称号或评判有变化时。订阅建立和重连之后，可能各收到一次未变化的通知。
   * When the portrait, titles or judgement of one of these enterprises changes. At the start and after a reconnect each may
   * be told once without a change.
   */
  readonly enterpriseChanged: EnterpriseChange;
  /**
   * 导入有进展时：进入下一阶段、每完成一批、结束（区级审核员、开发人员与系统对接）。已无权查看时为 null。
   * When an import moves on: a stage, a chunk, its end (for officers, developers and machine clients of the district). It is null when it may no longer be seen.
   */
  readonly importRunChanged: Maybe<ImportRunChange>;
  /**
   * 冲突出现、更新或被决定时（规则自行判定的也在内）。断线期间的变化见 syncConflicts。已无权查看时为 null。
   * When a conflict is opened, renewed or decided, by a rule too. What went by while the connection was away is in `syncConflicts`. It is null when it may no longer be seen.
   */
  readonly syncConflictChanged: Maybe<SyncConflictChange>;
  /**
   * 积压变化时：每次交换的每一步开始或结束后，与上次所告不同才告知。此外的现状见 syncStatus。已无权查看时为 null。
   * When the backlog of the exchange changed: looked at whenever a part of an exchange begins or ends, told when it differs from what was told last. The rest of the standing is in `syncStatus`. It is null when it may no longer be seen.
   */
  readonly syncLagChanged: Maybe<SyncLagChange>;
  /**
   * 与市级平台的交换开始或结束时。断线期间的变化见 syncRuns。已无权查看时为 null。
   * When an exchange with the city platform begins or ends. What went by while the connection was away is in `syncRuns`. It is null when it may no longer be seen.
   */
  readonly syncRunChanged: Maybe<SyncRunChange>;
};


/**
 * 订阅的入口：WebSocket（graphql-transport-ws，/graphql）或 SSE（graphql-sse，/graphql/stream）。每个事件都以订阅者当时的权限读取；令牌到期即结束。
 * The roots of every subscription: WebSocket (graphql-transport-ws at /graphql) or server-sent events (graphql-sse at
 * /graphql/stream). Each event is read with what the subscriber may see at that moment; it ends when the token does.
 */
export type SubscriptionAlertChangedArgs = {
  raisedOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * 订阅的入口：WebSocket（graphql-transport-ws，/graphql）或 SSE（graphql-sse，/graphql/stream）。每个事件都以订阅者当时的权限读取；令牌到期即结束。
 * The roots of every subscription: WebSocket (graphql-transport-ws at /graphql) or server-sent events (graphql-sse at
 * /graphql/stream). Each event is read with what the subscriber may see at that moment; it ends when the token does.
 */
export type SubscriptionEnterpriseChangedArgs = {
  creditCodes: ReadonlyArray<Scalars['CreditCode']['input']>;
};

/**
 * 同步冲突：双方对同一条记录的取值不同，且规则不能自行判断，或规则已判断并留下记录。
 * A conflict of the exchange: both sides differ on a record and no rule could say, or a rule said and left this record.
 */
export type SyncConflict = Node & {
  readonly __typename?: 'SyncConflict';
  /** 双方最后一致时的取值；从未一致为 null。 Value both sides agreed on last; null when they never did. */
  readonly base: Maybe<Scalars['JSON']['output']>;
  /** 决定时间；待决定为 null。 When it was decided; null while open. */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** 决定人，RULE 为规则；待决定为 null。 Who decided, RULE for a rule; null while open. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** 决定；待决定为 null。 The decision; null while open. */
  readonly decision: Maybe<Scalars['String']['output']>;
  /** 字段；涉及整条记录为 null。 Field; null when it is about the whole record. */
  readonly field: Maybe<Scalars['String']['output']>;
  /** 同一记录的全部冲突，旧的在前。 Every conflict there was of this record, oldest first. */
  readonly history: ReadonlyArray<SyncConflict>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 类别。 Kind. */
  readonly kind: SyncConflictKind;
  /** 决定人的说明；没有为 null。 What the officer wrote about it; null when nothing. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 产生时间。 When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** 本区取值；没有为 null。 Value of the district; null when it has none. */
  readonly ours: Maybe<Scalars['JSON']['output']>;
  /** 对方。 Peer. */
  readonly peer: Scalars['String']['output'];
  /** 产生原因；规则未说明为 null。 Why it was asked; null when the rule gave none. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 记录键：信用代码|类别|批次。 Key of the record: creditCode|kind|batch. */
  readonly recordKey: Scalars['String']['output'];
  /** 状态。 State. */
  readonly state: SyncConflictState;
  /** 数据流：titles 或 recommendations。 Stream: titles or recommendations. */
  readonly stream: Scalars['String']['output'];
  /** 市级取值；没有为 null。 Value of the city; null when it has none. */
  readonly theirs: Maybe<Scalars['JSON']['output']>;
};

/**
 * 一个冲突的变化。
 * A change of one conflict.
 */
export type SyncConflictChange = {
  readonly __typename?: 'SyncConflictChange';
  /** 变化后的冲突；订阅者已无权查看时为 null。 The conflict as it is now; null when the subscriber may no longer see it. */
  readonly conflict: Maybe<SyncConflict>;
};

/**
 * 同步冲突的一页。
 * A page of conflicts.
 */
export type SyncConflictConnection = {
  readonly __typename?: 'SyncConflictConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<SyncConflictEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确。 Exact number of all that match. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 对冲突的决定。
 * How a conflict may be decided.
 */
export type SyncConflictDecision =
  /** 不予处理，内容变化前不再提出 Nothing follows; asked again only when the city tells something else */
  | 'DISMISS'
  /** 保留本区 Ours stands and is told again */
  | 'KEEP_OURS'
  /** 采用市级 The city's value becomes ours */
  | 'TAKE_CITY';

/**
 * 同步冲突及其游标。
 * One of the conflicts with its cursor.
 */
export type SyncConflictEdge = {
  readonly __typename?: 'SyncConflictEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: SyncConflict;
};

/**
 * 冲突的筛选条件。
 * Which conflicts.
 */
export type SyncConflictFilter = {
  /** 状态。 State. */
  readonly state?: InputMaybe<SyncConflictState>;
};

/**
 * 冲突类别。
 * Kind of a conflict.
 */
export type SyncConflictKind =
  /** 市级改动了本区字段 The city changed a field of the district */
  | 'FOREIGN_WRITE'
  /** 记录不符合协议 Not a record of the protocol */
  | 'INVALID'
  /** 本区改动了市级字段，已恢复 The district changed a field of the city; restored */
  | 'LOCAL_EDIT'
  /** 完整清单中缺失 Left out of a complete list */
  | 'MISSING_AT_CITY'
  /** 与本区自授称号同键 Under the key of a grant of the district */
  | 'OWNER_CLASH'
  /** 本区登记库没有该企业 The registry has no such enterprise */
  | 'UNMATCHED';

/**
 * 冲突状态。
 * State of a conflict.
 */
export type SyncConflictState =
  /** 已决定 Decided */
  | 'DECIDED'
  /** 待决定 Open */
  | 'OPEN';

/**
 * 交换方向。
 * Direction of an exchange.
 */
export type SyncDirection =
  /** 拉取 Pull */
  | 'PULL'
  /** 推送 Push */
  | 'PUSH'
  /** 核对 Verify */
  | 'VERIFY';

/**
 * 形式漂移：市级记录的字段、取值或类型与约定不同。
 * A drift of form: a member, value or type of the city's records is not as agreed.
 */
export type SyncDrift = {
  readonly __typename?: 'SyncDrift';
  /** 一个实例，JSON 文本，至多 120 字。 An example as JSON text, 120 characters at most. */
  readonly example: Scalars['String']['output'];
  /** 字段名，如对方所写。 The member, as the city writes it. */
  readonly field: Scalars['String']['output'];
  /** 首次出现。 First seen. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** 类别。 Kind. */
  readonly kind: SyncDriftKind;
  /** 最近出现。 Last seen. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** 最近一份名单中的条数。 Records of the newest list that showed it. */
  readonly records: Scalars['Int']['output'];
  /** 数据流。 Stream. */
  readonly stream: Scalars['String']['output'];
};

/** 形式漂移的类别。 Kinds of drift. */
export type SyncDriftKind =
  /** 缺少约定的字段。 A member that was agreed is missing. */
  | 'MISSING_MEMBER'
  /** 约定之外的字段；保留，不影响记录。 A member nobody agreed on; kept, and harmless. */
  | 'NEW_MEMBER'
  /** 词表之外的取值。 A value that is in no list. */
  | 'NEW_VALUE'
  /** 类型不同。 A value of another type. */
  | 'OTHER_TYPE';

/**
 * 积压的变化。
 * A change of the backlog.
 */
export type SyncLagChange = {
  readonly __typename?: 'SyncLagChange';
  /** 各数据流的现状。 Where each stream stands. */
  readonly streams: ReadonlyArray<SyncStreamStatus>;
};

/**
 * 台账现状：每次交换一条，逐条以摘要相连。
 * The ledger: one row an exchange, each digest covering the one before it.
 */
export type SyncLedgerStatus = {
  readonly __typename?: 'SyncLedgerStatus';
  /** 链首摘要；尚无为 null。 Digest of the newest; null when there is none. */
  readonly head: Maybe<Scalars['String']['output']>;
  /** 链是否完好。 Whether the chain holds. */
  readonly intact: Scalars['Boolean']['output'];
  /** 发现的问题。 What is wrong with it. */
  readonly problems: ReadonlyArray<Scalars['String']['output']>;
  /** 已结束的交换数，次。 Closed exchanges, number. */
  readonly runs: Scalars['Int']['output'];
};

/**
 * 与市级平台的一次交换；各数为记录条数。
 * One exchange with the city platform; figures are numbers of records.
 */
export type SyncRun = Node & {
  readonly __typename?: 'SyncRun';
  /** 已应用。 Applied. */
  readonly applied: Scalars['Int']['output'];
  /** 市级暂缓处理。 Taken by the city for later. */
  readonly deferred: Scalars['Int']['output'];
  /** 台账摘要，覆盖前一次交换；进行中为 null。 Digest in the ledger, covering the run before; null while running. */
  readonly digest: Maybe<Scalars['String']['output']>;
  /** 方向。 Direction. */
  readonly direction: SyncDirection;
  /** 失败原因；成功为 null。 Why it failed; null when it did not. */
  readonly failure: Maybe<Scalars['String']['output']>;
  /** 结束；进行中为 null。 Finished; null while running. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** 全局编号。 Global id. */
  readonly id: Scalars['ID']['output'];
  /** 对方。 Peer. */
  readonly peer: Scalars['String']['output'];
  /** 已隔离。 Quarantined. */
  readonly quarantined: Scalars['Int']['output'];
  /** 读取条数。 Records read. */
  readonly read: Scalars['Int']['output'];
  /** 被拒绝。 Rejected. */
  readonly rejected: Scalars['Int']['output'];
  /** 开始。 Started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** 状态。 State. */
  readonly state: SyncRunState;
  /** 数据流。 Stream. */
  readonly stream: Scalars['String']['output'];
  /** 无变化。 Unchanged. */
  readonly unchanged: Scalars['Int']['output'];
};

/**
 * 一次交换的变化。
 * A change of one exchange.
 */
export type SyncRunChange = {
  readonly __typename?: 'SyncRunChange';
  /** 变化后的交换；订阅者已无权查看时为 null。 The exchange as it is now; null when the subscriber may no longer see it. */
  readonly syncRun: Maybe<SyncRun>;
};

/**
 * 交换记录的一页。
 * A page of exchanges.
 */
export type SyncRunConnection = {
  readonly __typename?: 'SyncRunConnection';
  /** 本页各条。 The items of this page. */
  readonly edges: ReadonlyArray<SyncRunEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本人辖区内符合条件的总数，精确。 Exact number of all that match inside the caller's areas. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * 交换记录及其游标。
 * One of the exchanges with its cursor.
 */
export type SyncRunEdge = {
  readonly __typename?: 'SyncRunEdge';
  /** 翻页游标，仅对同一人、同一条件、同一排序有效。 Cursor; valid for the same caller, filter and order only. */
  readonly cursor: Scalars['String']['output'];
  /** 该条内容。 The item itself. */
  readonly node: SyncRun;
};

/**
 * 交换状态。
 * State of an exchange.
 */
export type SyncRunState =
  /** 完成 Done */
  | 'DONE'
  /** 失败 Failed */
  | 'FAILED'
  /** 待确认 Held for an officer */
  | 'HELD'
  /** 不完整 Incomplete */
  | 'INCOMPLETE'
  /** 进行中 Running */
  | 'RUNNING';

/**
 * 同步现状。
 * Where the exchange stands.
 */
export type SyncStatus = {
  readonly __typename?: 'SyncStatus';
  /** 市级记录与约定形式的差异，至下一份合格名单为止。 In what the city's records are not of the form agreed, until a whole list is. */
  readonly drifts: ReadonlyArray<SyncDrift>;
  /** 第几代，从 1 起；任一方数据回退后加一。 Generation, from 1; one more when either side's data went back in time. */
  readonly generation: Scalars['Int']['output'];
  /** 台账。 The ledger. */
  readonly ledger: SyncLedgerStatus;
  /** 协商所得级别，L0 至 L3。 Level agreed on, L0 to L3. */
  readonly level: Scalars['String']['output'];
  /** 对方名称。 Name of the peer. */
  readonly name: Scalars['String']['output'];
  /** 对方。 Peer. */
  readonly peer: Scalars['String']['output'];
  /** 最近联系时间；从未为 null。 When it was last heard from; null for never. */
  readonly seenAt: Maybe<Scalars['DateTime']['output']>;
  /** 各数据流。 The streams. */
  readonly streams: ReadonlyArray<SyncStreamStatus>;
};

/**
 * 一个数据流的现状。
 * Where one stream stands.
 */
export type SyncStreamStatus = {
  readonly __typename?: 'SyncStreamStatus';
  /** 最近一次完成；从未为 null。 When it last was complete; null for never. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** 方向。 Direction. */
  readonly direction: SyncDirection;
  /** 待决定的冲突数，个。 Conflicts that are open, number. */
  readonly openConflicts: Scalars['Int']['output'];
  /** 最早一条的等待时间，秒；没有积压为 null。 Age of the oldest of them in seconds; null when there is none. */
  readonly outboxAgeS: Maybe<Scalars['Int']['output']>;
  /** 未封装的通知数，条。 Notices that no batch holds yet, number. */
  readonly outboxDepth: Scalars['Int']['output'];
  /** 被市级拒收的条数。 Records that the city rejects. */
  readonly rejectedItems: Scalars['Int']['output'];
  /** 数据流。 Stream. */
  readonly stream: Scalars['String']['output'];
};

/**
 * 纳税，单位元，来自税务部门；季度 0 为全年；未载明的项为 null，不作零。
 * Tax paid in yuan, from the tax office; quarter 0 is the whole year; null for what is not stated, which is not zero.
 */
export type TaxPayment = {
  readonly __typename?: 'TaxPayment';
  /** 纳税信用等级 A/B/M/C/D；未评为 null。 Tax credit grade A/B/M/C/D; null when not graded. */
  readonly creditGrade: Maybe<Scalars['String']['output']>;
  /** 企业所得税，元。 Corporate income tax, yuan. */
  readonly incomeTax: Maybe<Scalars['Decimal']['output']>;
  /** 数据来源。 Where the record came from. */
  readonly provenance: Provenance;
  /** 季度，0 为全年。 Quarter, 0 for the year. */
  readonly quarter: Scalars['Int']['output'];
  /** 申报销售额，元。 Declared sales, yuan. */
  readonly taxedSales: Maybe<Scalars['Decimal']['output']>;
  /** 纳税总额，元。 Total tax, yuan. */
  readonly totalTax: Maybe<Scalars['Decimal']['output']>;
  /** 增值税，元。 Value-added tax, yuan. */
  readonly vat: Maybe<Scalars['Decimal']['output']>;
  /** 年度。 Year. */
  readonly year: Scalars['Int']['output'];
};

/**
 * 政府层级。
 * Tier of government.
 */
export type Tier =
  /** 市 City */
  | 'CITY'
  /** 区 District */
  | 'DISTRICT'
  /** 镇街 Town or sub-district */
  | 'TOWN'
  /** 功能区 Functional zone */
  | 'ZONE';

/**
 * 企业获得的称号，以市级平台登记为准。
 * A title of an enterprise, as the city platform registers it.
 */
export type Title = {
  readonly __typename?: 'Title';
  /** 批次，如 2024-1。 Batch as announced, such as 2024-1. */
  readonly batch: Scalars['String']['output'];
  /** 证书编号；没有为 null。 Certificate number; null when there is none. */
  readonly certificateNo: Maybe<Scalars['String']['output']>;
  /** 种类。 Kind. */
  readonly kind: TitleKind;
  /** 级别。 Level. */
  readonly level: TitleLevel;
  /** 状态。 State. */
  readonly status: TitleStatus;
  /** 最近更新。 Last update. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** 有效期起；未公布为 null。 Valid from; null when not announced. */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** 有效期止，以公告日期为准；未公布为 null。 Valid to, by the printed date; null when not announced. */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * 企业自称的称号。
 * A title that an enterprise claims.
 */
export type TitleClaim = {
  readonly __typename?: 'TitleClaim';
  /** 自称日期。 Claimed on. */
  readonly claimedOn: Scalars['Date']['output'];
  /** 种类。 Kind. */
  readonly kind: TitleKind;
  /** 何处声明。 Where it was claimed. */
  readonly source: Scalars['String']['output'];
  /** 声明原文；没有为 null。 The statement; null when there is none. */
  readonly statement: Maybe<Scalars['String']['output']>;
};

/**
 * 登记或撤回的结果。
 * What came of it.
 */
export type TitleClaimPayload = {
  readonly __typename?: 'TitleClaimPayload';
  /** 该企业，其 verifications 为对照结果；未完成为 null。 The enterprise; its verifications tell the outcome; null when not done. */
  readonly enterprise: Maybe<Enterprise>;
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
};

/**
 * 一种有效称号的数量。
 * Valid titles of one kind.
 */
export type TitleCount = {
  readonly __typename?: 'TitleCount';
  /** 数量，个。 Number of titles. */
  readonly count: Scalars['Int']['output'];
  /** 称号。 Title. */
  readonly kind: TitleKind;
};

/**
 * 称号种类。
 * Kind of title.
 */
export type TitleKind =
  /** 雏鹰企业 Eaglet */
  | 'EAGLET'
  /** 瞪羚企业 Gazelle */
  | 'GAZELLE'
  /** 高新技术企业 High and new technology enterprise */
  | 'HIGH_TECH'
  /** 创新型中小企业 Innovative SME */
  | 'INNOVATIVE'
  /** 专精特新小巨人企业 Little giant */
  | 'LITTLE_GIANT'
  /** 专精特新中小企业 Specialized and sophisticated SME */
  | 'SPECIALIZED'
  /** 科技型中小企业 Technology SME */
  | 'TECH_SME'
  /** 独角兽企业 Unicorn */
  | 'UNICORN';

/**
 * 称号级别。
 * Level of a title.
 */
export type TitleLevel =
  /** 区级 District */
  | 'DISTRICT'
  /** 市级 Municipal */
  | 'MUNICIPAL'
  /** 国家级 National */
  | 'NATIONAL'
  /** 省级 Provincial */
  | 'PROVINCIAL';

/**
 * 称号状态。
 * State of a title.
 */
export type TitleStatus =
  /** 已到期 Expired */
  | 'EXPIRED'
  /** 已撤销 Revoked */
  | 'REVOKED'
  /** 有效 Valid */
  | 'VALID';

/**
 * 一家企业一种称号的核对。
 * Verification of one title of an enterprise.
 */
export type TitleVerification = {
  readonly __typename?: 'TitleVerification';
  /** 核对日。 Day of the comparison. */
  readonly asOf: Scalars['Date']['output'];
  /** 自称。 Claimed. */
  readonly claimed: Verdict;
  /** 评判。 Computed. */
  readonly computed: Verdict;
  /** 依据：标准、进度、批次、起止日期、缺少的指标；不为 null。 Evidence: pack, progress, batch, dates, what is missing; never null. */
  readonly details: Maybe<Scalars['JSON']['output']>;
  /** 企业；不在本人可见范围为 null。 The enterprise; null when it is out of the caller's sight. */
  readonly enterprise: Maybe<Enterprise>;
  /** 种类。 Kind. */
  readonly kind: TitleKind;
  /** 结果。 Outcome. */
  readonly outcome: VerificationOutcome;
  /** 登记。 Registered. */
  readonly registered: Verdict;
};

/**
 * 称号核对的一页。
 * A page of title verifications.
 */
export type TitleVerificationConnection = {
  readonly __typename?: 'TitleVerificationConnection';
  /** 条目。 Items. */
  readonly edges: ReadonlyArray<TitleVerificationEdge>;
  /** 翻页信息。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数，精确；不为 null。 Exact number of all that match; never null. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/**
 * 一条及其游标。
 * An item and its cursor.
 */
export type TitleVerificationEdge = {
  readonly __typename?: 'TitleVerificationEdge';
  /** 游标。 Cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 核对。 The verification. */
  readonly node: TitleVerification;
};

/**
 * 称号核对的筛选。
 * Filter of title verifications.
 */
export type TitleVerificationFilter = {
  /** 评判为其中之一。 Computed is one of these. */
  readonly computed?: InputMaybe<ReadonlyArray<Verdict>>;
  /** 称号为其中之一。 One of these titles. */
  readonly kinds?: InputMaybe<ReadonlyArray<TitleKind>>;
  /** 结果为其中之一。 One of these outcomes. */
  readonly outcomes?: InputMaybe<ReadonlyArray<VerificationOutcome>>;
  /** 所在镇街。 Town. */
  readonly town?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 所在功能区。 Functional zone. */
  readonly zone?: InputMaybe<Scalars['AreaCode']['input']>;
};

/**
 * 撤回哪一组的答复。
 * Whose answer is taken back.
 */
export type UndoLinkInput = {
  /** 组。 The group. */
  readonly groupKey: Scalars['String']['input'];
};

/**
 * 操作的结果。
 * What came of it.
 */
export type UndoLinkPayload = {
  readonly __typename?: 'UndoLinkPayload';
  /** 未完成的原因；完成时为 null。 Why not; null when done. */
  readonly error: Maybe<MutationError>;
  /** 是否完成。 Whether it was done. */
  readonly ok: Scalars['Boolean']['output'];
  /** 重新待复核的项数；未完成为 null。 Reviews that wait again; null when not done. */
  readonly reopened: Maybe<Scalars['Int']['output']>;
};

/**
 * 三值结论：资料不足为 UNKNOWN，不作 FALSE。
 * Three-valued truth: what is not known is UNKNOWN, never FALSE.
 */
export type Verdict =
  /** 未达标 Does not meet */
  | 'FALSE'
  /** 达标 Meets */
  | 'TRUE'
  /** 资料不足，不能判定 Cannot be decided */
  | 'UNKNOWN';

/**
 * 自称、登记、评判三者对照的结果，取下列各项中最先成立者：自称而无登记、90 日内到期、有登记而不再达标、不能判定、达标而未申报、一致。到期先于能否判定：到期日确知且有期限，无论复核能否通过都须办理；能否通过另见 computed，缺什么见 details。即将到期而不能判定的，用 outcomes: [LAPSING] 与 computed: [UNKNOWN] 查。
 * Outcome of comparing what is claimed, registered and computed: the first that applies of claimed but not registered, lapsing within 90 days, registered but no longer meeting, undecidable, meeting but not applied, consistent. Lapsing comes before undecidable: the last day is certain and asks for action whatever a renewal would find; that is told beside it by computed, and what is missing by details. Those lapsing whose renewal cannot be judged: outcomes: [LAPSING] with computed: [UNKNOWN].
 */
export type VerificationOutcome =
  /** 自称而无登记 Claimed but not registered */
  | 'CLAIMED_NOT_REGISTERED'
  /** 一致 Consistent */
  | 'CONSISTENT'
  /** 90 日内到期 Lapsing within 90 days */
  | 'LAPSING'
  /** 达标而未申报 Meeting but not applied */
  | 'MEETS_NOT_APPLIED'
  /** 有登记而不再达标 Registered but no longer meeting */
  | 'REGISTERED_NOT_MEETING'
  /** 资料不足，不能判定 Undecidable */
  | 'UNDECIDABLE';

/**
 * 试查的身份与查询。
 * Whom to view as, and what.
 */
export type ViewAsInput = {
  /** 区域代码，一个以上。 Codes of the areas, at least one. */
  readonly areas: ReadonlyArray<Scalars['AreaCode']['input']>;
  /** 可见密级，默认随角色。 Clearance; by the role when left out. */
  readonly clearance?: InputMaybe<Classification>;
  /** 用途代码；缺省未声明。 Purpose code; none is stated when left out. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** 要执行的查询。 The query. */
  readonly query: Scalars['String']['input'];
  /** 角色。 Role. */
  readonly role: Role;
  /** 层级。 Tier. */
  readonly tier: Tier;
  /** 查询的变量；缺省没有。 Its variables; none when left out. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
};

/**
 * 同一查询由本人和另一身份得到的结果；没有答复的为 null。
 * What one query gives to the caller and to another; null where nothing is answered.
 */
export type ViewComparison = {
  readonly __typename?: 'ViewComparison';
  /** 差别，最多 500 处。 The differences, 500 at most. */
  readonly differences: ReadonlyArray<ViewDifference>;
  /** 另一身份的结果。 What the other gets. */
  readonly other: Maybe<Scalars['JSON']['output']>;
  /** 本人的结果。 What the caller gets. */
  readonly own: Maybe<Scalars['JSON']['output']>;
  /** 差别是否多于 500 处。 Whether there are more than 500. */
  readonly truncated: Scalars['Boolean']['output'];
};

/**
 * 一处差别。
 * One difference.
 */
export type ViewDifference = {
  readonly __typename?: 'ViewDifference';
  /** 另一身份得到的值；看不到为 null。 The other's value; null when it is not seen. */
  readonly other: Maybe<Scalars['JSON']['output']>;
  /** 本人得到的值；看不到为 null。 The caller's value; null when it is not seen. */
  readonly own: Maybe<Scalars['JSON']['output']>;
  /** 位置，如 enterprise.contactPhone。 Where, such as enterprise.contactPhone. */
  readonly path: Scalars['String']['output'];
  /** 不同的缘由；因行的范围而不同时为 null。 Why it differs, in both languages; null where the rows differ and not the fields. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 对另一身份作出此决定的策略条款，如 masks/Enterprise.contactPhone；因行的范围而不同时为 null。 Clause of the policy that decides so for the other, such as masks/Enterprise.contactPhone; null where the rows differ and not the fields. */
  readonly rule: Maybe<Scalars['String']['output']>;
};

/**
 * 当前访问者。
 * The caller.
 */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** 负责的区域。 Areas the caller answers for. */
  readonly areas: ReadonlyArray<Area>;
  /** 可见的最高数据分级。 Highest classification shown. */
  readonly clearance: Classification;
  /** 角色。 Role. */
  readonly role: Role;
  /** 访问者标识。 Subject of the token. */
  readonly subject: Scalars['String']['output'];
  /** 层级。 Tier. */
  readonly tier: Tier;
};

/**
 * 一项指标的变化。
 * The change of one indicator.
 */
export type WayChange = {
  readonly __typename?: 'WayChange';
  /** 相差多少，单位见 unit；不是数值为 null。 By how much, in its unit (see `unit`); null when it is no figure. */
  readonly by: Maybe<Scalars['Decimal']['output']>;
  /** 现值；不详为 null。 Value now; null when not known. */
  readonly from: Maybe<Scalars['JSON']['output']>;
  /** 指标或称号。 The indicator, or the title. */
  readonly input: Scalars['String']['output'];
  /** 得分的分项；不计分为 null。 The item it earns points on; null when it earns none. */
  readonly item: Maybe<Scalars['String']['output']>;
  /** 可得分数，分；不计分为 null。 Points it then has; null when it earns none. */
  readonly points: Maybe<Scalars['Decimal']['output']>;
  /** 应达到的值；无权查看时为 null。 Value to be reached; null to whoever may not see it. */
  readonly to: Maybe<Scalars['JSON']['output']>;
  /** 单位；没有为 null。 Unit; null when there is none. */
  readonly unit: Maybe<Scalars['String']['output']>;
};

/**
 * 一条达标途径：各项变化合在一起即达标。
 * A way to pass: changes which together turn the verdict.
 */
export type WayToPass = {
  readonly __typename?: 'WayToPass';
  /** 各项变化；无权查看时为 null。 The changes; null to whoever may not see them. */
  readonly changes: Maybe<ReadonlyArray<WayChange>>;
  /** 一句话说明，如“再增加发明专利1项可得20分”；无权查看时为 null。 One sentence in Chinese, such as that 1 invention patent more earns 20 points; null to whoever may not see it. */
  readonly sentence: Maybe<Scalars['String']['output']>;
};

/**
 * 预警推送地址（webhook）：按 Standard Webhooks 签名，以登记人当时的权限读取内容。
 * An address told of alerts, signed after Standard Webhooks; what it is told is read with its owner's rights of that moment.
 */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** 登记人的区域代码。 Codes of its owner's areas. */
  readonly areas: ReadonlyArray<Scalars['AreaCode']['output']>;
  /** 登记时间。 When it was registered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 已放弃，条。 Messages given up. */
  readonly dead: Scalars['Int']['output'];
  /** 已送达，条。 Messages delivered. */
  readonly delivered: Scalars['Int']['output'];
  /** 已放弃的推送，新的在前，至多 20 条。 What was given up, newest first, 20 at most. */
  readonly failures: ReadonlyArray<WebhookFailure>;
  /** 编号。 Id. */
  readonly id: Scalars['ID']['output'];
  /** 最近送达时间；从未送达为 null。 When the last was delivered; null before the first. */
  readonly lastDeliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** 最近一次未送达的原因；没有为 null。 Why the last that has not got through failed; null when none. */
  readonly lastError: Maybe<Scalars['String']['output']>;
  /** 名称。 Name. */
  readonly name: Scalars['String']['output'];
  /** 登记人。 Who registered it. */
  readonly owner: Scalars['String']['output'];
  /** 待推送，条。 Messages to be sent. */
  readonly pending: Scalars['Int']['output'];
  /** 只推送新预警。 Told of new alerts alone. */
  readonly raisedOnly: Scalars['Boolean']['output'];
  /** 状态。 State. */
  readonly state: WebhookState;
  /** 暂停的原因；启用时为 null。 Why it is paused; null while active. */
  readonly stateReason: Maybe<Scalars['String']['output']>;
  /** 地址。 Address. */
  readonly url: Scalars['String']['output'];
  /** 因无权未推送，条。 Messages withheld, because its owner may not see the alert. */
  readonly withheld: Scalars['Int']['output'];
};

/**
 * 对推送地址的操作。
 * What is done with a webhook.
 */
export type WebhookAction =
  /** 暂停 Pause */
  | 'PAUSE'
  /** 移除 Remove */
  | 'REMOVE'
  /** 恢复 Resume */
  | 'RESUME'
  /** 重试已放弃的推送 Try again what was given up */
  | 'RETRY'
  /** 更换密钥，旧密钥再用一天 A new secret; the one before signs too for a day */
  | 'ROTATE_SECRET';

/**
 * 一条已放弃的推送。
 * A message that was given up.
 */
export type WebhookFailure = {
  readonly __typename?: 'WebhookFailure';
  /** 放弃时间。 When it was given up. */
  readonly at: Scalars['DateTime']['output'];
  /** 尝试次数。 Attempts, number of times. */
  readonly attempts: Scalars['Int']['output'];
  /** 企业信用代码。 Credit code of the enterprise. */
  readonly creditCode: Scalars['CreditCode']['output'];
  /** 最后一次失败的原因；没有为 null。 Why the last attempt failed; null when none is known. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** 预警第几步，从 1 起。 Which step of the alert, from 1. */
  readonly sequence: Scalars['Int']['output'];
};

/**
 * 推送地址的状态。
 * How a webhook stands.
 */
export type WebhookState =
  /** 启用 Active */
  | 'ACTIVE'
  /** 暂停，待推送的保留 Paused; what is to be told waits */
  | 'PAUSED'
  /** 已移除 Removed */
  | 'REMOVED';

/**
 * 要撤回的自称。
 * The claim to take back.
 */
export type WithdrawTitleClaimInput = {
  /** 统一社会信用代码。 Credit code of the enterprise. */
  readonly creditCode: Scalars['CreditCode']['input'];
  /** 称号。 The title. */
  readonly kind: TitleKind;
  /** 理由，写入审计。 Reason, written into the audit. */
  readonly reason: Scalars['String']['input'];
};

/**
 * 一个培育库一个年度的企业数，户。
 * One library in one year, in numbers of enterprises.
 */
export type YearlyLibrary = {
  readonly __typename?: 'YearlyLibrary';
  /** 当年入库。 Entries in the year. */
  readonly entered: Scalars['Int']['output'];
  /** 培育库。 Library. */
  readonly kind: LibraryKind;
  /** 当年出库。 Exits in the year. */
  readonly left: Scalars['Int']['output'];
  /** 年末在库。 Members at the end of the year. */
  readonly members: Scalars['Int']['output'];
};

/**
 * 一个区域一个年度的培育统计，即年度报告所用的数。
 * Figures of one area and year, as the district's yearly report gives them.
 */
export type YearlyReport = {
  readonly __typename?: 'YearlyReport';
  /** 区域；代码已不在册为 null。 Area; null when its code is no longer listed. */
  readonly area: Maybe<Area>;
  /** 年末有效的基地数，个。 Bases in force at the end of the year, number. */
  readonly bases: Scalars['Int']['output'];
  /** 统计时刻。 Computed at. */
  readonly computedAt: Scalars['DateTime']['output'];
  /** 年末（当年为统计日）在库企业数，户。 Enterprises in the stock at the end of the year, or today for this year, number. */
  readonly inLibrary: Scalars['Int']['output'];
  /** 标签完成率，0 到 1；开始统计前的年度为 null。 Label completion, 0 to 1; null for years before it was counted. */
  readonly labelCompletion: Maybe<Scalars['Decimal']['output']>;
  /** 年末各培育库企业数。 Members by library at the end of the year. */
  readonly libraries: ReadonlyArray<YearlyLibrary>;
  /** 当年新增在库企业数，户。 Enterprises that entered for the first time in the year, number. */
  readonly newlyAdded: Scalars['Int']['output'];
  /** 年度。 Year. */
  readonly year: Scalars['Int']['output'];
};

/**
 * 可由其他子图引用的实体。
 * Entities that other subgraphs may refer to.
 */
export type _Entity = Enterprise;

/**
 * 子图自述（Apollo Federation 2）。
 * What a subgraph says of itself (Apollo Federation 2).
 */
export type _Service = {
  readonly __typename?: '_Service';
  /** 供超级图组合的 SDL。 The SDL from which a supergraph is composed. */
  readonly sdl: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  _Entity: ( Enterprise );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AgreementReceipt )
    | ( Alert )
    | ( Area )
    | ( Enterprise )
    | ( FollowUp )
    | ( ImportRun )
    | ( LinkReview )
    | ( QuarantinedRow )
    | ( Screening )
    | ( Source )
    | ( SyncConflict )
    | ( SyncRun )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbnormalEntry: ResolverTypeWrapper<AbnormalEntry>;
  AbnormalEntryConnection: ResolverTypeWrapper<AbnormalEntryConnection>;
  AbnormalEntryEdge: ResolverTypeWrapper<AbnormalEntryEdge>;
  AbnormalList: AbnormalList;
  AccessDecision: AccessDecision;
  AccessExplanation: ResolverTypeWrapper<AccessExplanation>;
  AccessGrant: ResolverTypeWrapper<AccessGrant>;
  AccessGrantState: AccessGrantState;
  AccessReason: ResolverTypeWrapper<AccessReason>;
  AgreementReceipt: ResolverTypeWrapper<AgreementReceipt>;
  AgreementReceiptChange: ResolverTypeWrapper<AgreementReceiptChange>;
  AgreementReceiptConnection: ResolverTypeWrapper<AgreementReceiptConnection>;
  AgreementReceiptEdge: ResolverTypeWrapper<AgreementReceiptEdge>;
  Alert: ResolverTypeWrapper<Alert>;
  AlertAction: AlertAction;
  AlertChange: ResolverTypeWrapper<AlertChange>;
  AlertConnection: ResolverTypeWrapper<AlertConnection>;
  AlertEdge: ResolverTypeWrapper<AlertEdge>;
  AlertEvent: ResolverTypeWrapper<AlertEvent>;
  AlertFilter: AlertFilter;
  AlertHandler: AlertHandler;
  AlertLevel: AlertLevel;
  AlertOrder: AlertOrder;
  AlertOrderField: AlertOrderField;
  AlertState: AlertState;
  AnnualFinancial: ResolverTypeWrapper<AnnualFinancial>;
  Area: ResolverTypeWrapper<Area>;
  AreaCode: ResolverTypeWrapper<Scalars['AreaCode']['output']>;
  AreaStatistics: ResolverTypeWrapper<AreaStatistics>;
  Assessment: ResolverTypeWrapper<Assessment>;
  AssignTownInput: AssignTownInput;
  AssignTownPayload: ResolverTypeWrapper<AssignTownPayload>;
  AssignmentProposal: ResolverTypeWrapper<AssignmentProposal>;
  AuditCategory: AuditCategory;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditEntryFilter: AuditEntryFilter;
  AuditOutcome: AuditOutcome;
  Award: ResolverTypeWrapper<Award>;
  AwardConnection: ResolverTypeWrapper<AwardConnection>;
  AwardEdge: ResolverTypeWrapper<AwardEdge>;
  AwardKind: AwardKind;
  Base: ResolverTypeWrapper<Base>;
  BaseConnection: ResolverTypeWrapper<BaseConnection>;
  BaseEdge: ResolverTypeWrapper<BaseEdge>;
  BaseFilter: BaseFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeWebhookInput: ChangeWebhookInput;
  ChangeWebhookPayload: ResolverTypeWrapper<ChangeWebhookPayload>;
  CityRecord: ResolverTypeWrapper<CityRecord>;
  CityTitle: ResolverTypeWrapper<CityTitle>;
  ClaimTitleInput: ClaimTitleInput;
  Classification: Classification;
  ConditionReading: ResolverTypeWrapper<ConditionReading>;
  CreditCode: ResolverTypeWrapper<Scalars['CreditCode']['output']>;
  CriteriaPack: ResolverTypeWrapper<CriteriaPack>;
  CustomsTrade: ResolverTypeWrapper<CustomsTrade>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideAssignmentInput: DecideAssignmentInput;
  DecideAssignmentPayload: ResolverTypeWrapper<DecideAssignmentPayload>;
  DecideConflictInput: DecideConflictInput;
  DecideConflictPayload: ResolverTypeWrapper<DecideConflictPayload>;
  DecideExportInput: DecideExportInput;
  DecideExportPayload: ResolverTypeWrapper<DecideExportPayload>;
  DecideLinkInput: DecideLinkInput;
  DecideLinkPayload: ResolverTypeWrapper<DecideLinkPayload>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DraftScreeningInput: DraftScreeningInput;
  DraftScreeningPayload: ResolverTypeWrapper<DraftScreeningPayload>;
  DryRun: ResolverTypeWrapper<DryRun>;
  DryRunArea: ResolverTypeWrapper<DryRunArea>;
  DryRunScreeningInput: DryRunScreeningInput;
  DryRunScreeningPayload: ResolverTypeWrapper<DryRunScreeningPayload>;
  Employment: ResolverTypeWrapper<Employment>;
  Enterprise: ResolverTypeWrapper<Enterprise>;
  EnterpriseChange: ResolverTypeWrapper<EnterpriseChange>;
  EnterpriseConnection: ResolverTypeWrapper<EnterpriseConnection>;
  EnterpriseEdge: ResolverTypeWrapper<EnterpriseEdge>;
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseKind: EnterpriseKind;
  EnterpriseName: ResolverTypeWrapper<EnterpriseName>;
  EnterpriseOrder: EnterpriseOrder;
  EnterpriseOrderField: EnterpriseOrderField;
  EnterpriseStatus: EnterpriseStatus;
  EquityFinancing: ResolverTypeWrapper<EquityFinancing>;
  EquityFinancingConnection: ResolverTypeWrapper<EquityFinancingConnection>;
  EquityFinancingEdge: ResolverTypeWrapper<EquityFinancingEdge>;
  ExportRequest: ResolverTypeWrapper<ExportRequest>;
  ExportRequestState: ExportRequestState;
  FieldSet: ResolverTypeWrapper<Scalars['FieldSet']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FollowUp: ResolverTypeWrapper<FollowUp>;
  FollowUpKind: FollowUpKind;
  FollowUpOutcome: FollowUpOutcome;
  GrantSightInput: GrantSightInput;
  GrantSightPayload: ResolverTypeWrapper<GrantSightPayload>;
  HandleAlertInput: HandleAlertInput;
  HandleAlertPayload: ResolverTypeWrapper<HandleAlertPayload>;
  HeldReason: ResolverTypeWrapper<HeldReason>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportCount: ResolverTypeWrapper<ImportCount>;
  ImportReport: ResolverTypeWrapper<ImportReport>;
  ImportRun: ResolverTypeWrapper<ImportRun>;
  ImportRunChange: ResolverTypeWrapper<ImportRunChange>;
  ImportRunConnection: ResolverTypeWrapper<ImportRunConnection>;
  ImportRunEdge: ResolverTypeWrapper<ImportRunEdge>;
  ImportRunInput: ImportRunInput;
  ImportRunPayload: ResolverTypeWrapper<ImportRunPayload>;
  ImportState: ImportState;
  ImportTimes: ResolverTypeWrapper<ImportTimes>;
  ImportedFile: ResolverTypeWrapper<ImportedFile>;
  Indicator: ResolverTypeWrapper<Indicator>;
  IndicatorFact: ResolverTypeWrapper<IndicatorFact>;
  IndicatorUnknown: IndicatorUnknown;
  IndicatorValue: ResolverTypeWrapper<IndicatorValue>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IpAcquisition: IpAcquisition;
  IpKind: IpKind;
  IpRight: ResolverTypeWrapper<IpRight>;
  IpRightConnection: ResolverTypeWrapper<IpRightConnection>;
  IpRightEdge: ResolverTypeWrapper<IpRightEdge>;
  IpRightFilter: IpRightFilter;
  IpStatus: IpStatus;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LabelReason: ResolverTypeWrapper<LabelReason>;
  LibraryCount: ResolverTypeWrapper<LibraryCount>;
  LibraryKind: LibraryKind;
  LibraryMembership: ResolverTypeWrapper<LibraryMembership>;
  LibraryMembershipConnection: ResolverTypeWrapper<LibraryMembershipConnection>;
  LibraryMembershipEdge: ResolverTypeWrapper<LibraryMembershipEdge>;
  LibraryMembershipFilter: LibraryMembershipFilter;
  LinkCandidate: ResolverTypeWrapper<LinkCandidate>;
  LinkDecision: LinkDecision;
  LinkMention: ResolverTypeWrapper<LinkMention>;
  LinkMethod: LinkMethod;
  LinkReview: ResolverTypeWrapper<LinkReview>;
  LinkReviewCandidate: ResolverTypeWrapper<LinkReviewCandidate>;
  LinkReviewConnection: ResolverTypeWrapper<LinkReviewConnection>;
  LinkReviewEdge: ResolverTypeWrapper<LinkReviewEdge>;
  LinkReviewFilter: LinkReviewFilter;
  LinkReviewGroup: ResolverTypeWrapper<LinkReviewGroup>;
  LinkReviewRecord: ResolverTypeWrapper<LinkReviewRecord>;
  LinkReviewRow: ResolverTypeWrapper<LinkReviewRow>;
  LinkReviewState: LinkReviewState;
  LinkStopWords: ResolverTypeWrapper<LinkStopWords>;
  MoveScreeningInput: MoveScreeningInput;
  MoveScreeningPayload: ResolverTypeWrapper<MoveScreeningPayload>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationError: ResolverTypeWrapper<MutationError>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Penalty: ResolverTypeWrapper<Penalty>;
  PenaltyConnection: ResolverTypeWrapper<PenaltyConnection>;
  PenaltyEdge: ResolverTypeWrapper<PenaltyEdge>;
  PenaltySeverity: PenaltySeverity;
  Permit: ResolverTypeWrapper<Permit>;
  PermitConnection: ResolverTypeWrapper<PermitConnection>;
  PermitEdge: ResolverTypeWrapper<PermitEdge>;
  Portrait: ResolverTypeWrapper<Portrait>;
  Provenance: ResolverTypeWrapper<Provenance>;
  QualityCertificate: ResolverTypeWrapper<QualityCertificate>;
  QualityCertificateConnection: ResolverTypeWrapper<QualityCertificateConnection>;
  QualityCertificateEdge: ResolverTypeWrapper<QualityCertificateEdge>;
  QuarantineReason: ResolverTypeWrapper<QuarantineReason>;
  QuarantinedRow: ResolverTypeWrapper<QuarantinedRow>;
  QuarantinedRowConnection: ResolverTypeWrapper<QuarantinedRowConnection>;
  QuarantinedRowEdge: ResolverTypeWrapper<QuarantinedRowEdge>;
  QuarantinedRowFilter: QuarantinedRowFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RdInstitution: ResolverTypeWrapper<RdInstitution>;
  RdInstitutionConnection: ResolverTypeWrapper<RdInstitutionConnection>;
  RdInstitutionEdge: ResolverTypeWrapper<RdInstitutionEdge>;
  ReadConditionsInput: ReadConditionsInput;
  RecordFollowUpInput: RecordFollowUpInput;
  RecordFollowUpPayload: ResolverTypeWrapper<RecordFollowUpPayload>;
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: ResolverTypeWrapper<RegisterWebhookPayload>;
  RelinkedRecords: ResolverTypeWrapper<RelinkedRecords>;
  RequestExportInput: RequestExportInput;
  RequestExportPayload: ResolverTypeWrapper<RequestExportPayload>;
  RevokeSightInput: RevokeSightInput;
  RevokeSightPayload: ResolverTypeWrapper<RevokeSightPayload>;
  Role: Role;
  ScorePart: ResolverTypeWrapper<ScorePart>;
  Screening: ResolverTypeWrapper<Screening>;
  ScreeningAction: ScreeningAction;
  ScreeningConnection: ResolverTypeWrapper<ScreeningConnection>;
  ScreeningEdge: ResolverTypeWrapper<ScreeningEdge>;
  ScreeningEvent: ResolverTypeWrapper<ScreeningEvent>;
  ScreeningFeedback: ResolverTypeWrapper<ScreeningFeedback>;
  ScreeningMatch: ResolverTypeWrapper<ScreeningMatch>;
  ScreeningState: ScreeningState;
  ScreeningVersion: ResolverTypeWrapper<ScreeningVersion>;
  SetAssignmentInput: SetAssignmentInput;
  SetAssignmentPayload: ResolverTypeWrapper<SetAssignmentPayload>;
  SettledRows: ResolverTypeWrapper<SettledRows>;
  SizeClass: SizeClass;
  SortDirection: SortDirection;
  Source: ResolverTypeWrapper<Source>;
  SourceConnection: ResolverTypeWrapper<SourceConnection>;
  SourceEdge: ResolverTypeWrapper<SourceEdge>;
  Standard: ResolverTypeWrapper<Standard>;
  StandardConnection: ResolverTypeWrapper<StandardConnection>;
  StandardEdge: ResolverTypeWrapper<StandardEdge>;
  StandardLevel: StandardLevel;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubmitProblem: ResolverTypeWrapper<SubmitProblem>;
  SubmitRecordsInput: SubmitRecordsInput;
  SubmitRecordsPayload: ResolverTypeWrapper<SubmitRecordsPayload>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SyncConflict: ResolverTypeWrapper<SyncConflict>;
  SyncConflictChange: ResolverTypeWrapper<SyncConflictChange>;
  SyncConflictConnection: ResolverTypeWrapper<SyncConflictConnection>;
  SyncConflictDecision: SyncConflictDecision;
  SyncConflictEdge: ResolverTypeWrapper<SyncConflictEdge>;
  SyncConflictFilter: SyncConflictFilter;
  SyncConflictKind: SyncConflictKind;
  SyncConflictState: SyncConflictState;
  SyncDirection: SyncDirection;
  SyncDrift: ResolverTypeWrapper<SyncDrift>;
  SyncDriftKind: SyncDriftKind;
  SyncLagChange: ResolverTypeWrapper<SyncLagChange>;
  SyncLedgerStatus: ResolverTypeWrapper<SyncLedgerStatus>;
  SyncRun: ResolverTypeWrapper<SyncRun>;
  SyncRunChange: ResolverTypeWrapper<SyncRunChange>;
  SyncRunConnection: ResolverTypeWrapper<SyncRunConnection>;
  SyncRunEdge: ResolverTypeWrapper<SyncRunEdge>;
  SyncRunState: SyncRunState;
  SyncStatus: ResolverTypeWrapper<SyncStatus>;
  SyncStreamStatus: ResolverTypeWrapper<SyncStreamStatus>;
  TaxPayment: ResolverTypeWrapper<TaxPayment>;
  Tier: Tier;
  Title: ResolverTypeWrapper<Title>;
  TitleClaim: ResolverTypeWrapper<TitleClaim>;
  TitleClaimPayload: ResolverTypeWrapper<TitleClaimPayload>;
  TitleCount: ResolverTypeWrapper<TitleCount>;
  TitleKind: TitleKind;
  TitleLevel: TitleLevel;
  TitleStatus: TitleStatus;
  TitleVerification: ResolverTypeWrapper<TitleVerification>;
  TitleVerificationConnection: ResolverTypeWrapper<TitleVerificationConnection>;
  TitleVerificationEdge: ResolverTypeWrapper<TitleVerificationEdge>;
  TitleVerificationFilter: TitleVerificationFilter;
  UndoLinkInput: UndoLinkInput;
  UndoLinkPayload: ResolverTypeWrapper<UndoLinkPayload>;
  Verdict: Verdict;
  VerificationOutcome: VerificationOutcome;
  ViewAsInput: ViewAsInput;
  ViewComparison: ResolverTypeWrapper<ViewComparison>;
  ViewDifference: ResolverTypeWrapper<ViewDifference>;
  Viewer: ResolverTypeWrapper<Viewer>;
  WayChange: ResolverTypeWrapper<WayChange>;
  WayToPass: ResolverTypeWrapper<WayToPass>;
  Webhook: ResolverTypeWrapper<Webhook>;
  WebhookAction: WebhookAction;
  WebhookFailure: ResolverTypeWrapper<WebhookFailure>;
  WebhookState: WebhookState;
  WithdrawTitleClaimInput: WithdrawTitleClaimInput;
  YearlyLibrary: ResolverTypeWrapper<YearlyLibrary>;
  YearlyReport: ResolverTypeWrapper<YearlyReport>;
  _Any: ResolverTypeWrapper<Scalars['_Any']['output']>;
  _Entity: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['_Entity']>;
  _Service: ResolverTypeWrapper<_Service>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AbnormalEntry: AbnormalEntry;
  AbnormalEntryConnection: AbnormalEntryConnection;
  AbnormalEntryEdge: AbnormalEntryEdge;
  AccessExplanation: AccessExplanation;
  AccessGrant: AccessGrant;
  AccessReason: AccessReason;
  AgreementReceipt: AgreementReceipt;
  AgreementReceiptChange: AgreementReceiptChange;
  AgreementReceiptConnection: AgreementReceiptConnection;
  AgreementReceiptEdge: AgreementReceiptEdge;
  Alert: Alert;
  AlertChange: AlertChange;
  AlertConnection: AlertConnection;
  AlertEdge: AlertEdge;
  AlertEvent: AlertEvent;
  AlertFilter: AlertFilter;
  AlertOrder: AlertOrder;
  AnnualFinancial: AnnualFinancial;
  Area: Area;
  AreaCode: Scalars['AreaCode']['output'];
  AreaStatistics: AreaStatistics;
  Assessment: Assessment;
  AssignTownInput: AssignTownInput;
  AssignTownPayload: AssignTownPayload;
  AssignmentProposal: AssignmentProposal;
  AuditEntry: AuditEntry;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditEntryFilter: AuditEntryFilter;
  Award: Award;
  AwardConnection: AwardConnection;
  AwardEdge: AwardEdge;
  Base: Base;
  BaseConnection: BaseConnection;
  BaseEdge: BaseEdge;
  BaseFilter: BaseFilter;
  Boolean: Scalars['Boolean']['output'];
  ChangeWebhookInput: ChangeWebhookInput;
  ChangeWebhookPayload: ChangeWebhookPayload;
  CityRecord: CityRecord;
  CityTitle: CityTitle;
  ClaimTitleInput: ClaimTitleInput;
  ConditionReading: ConditionReading;
  CreditCode: Scalars['CreditCode']['output'];
  CriteriaPack: CriteriaPack;
  CustomsTrade: CustomsTrade;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideAssignmentInput: DecideAssignmentInput;
  DecideAssignmentPayload: DecideAssignmentPayload;
  DecideConflictInput: DecideConflictInput;
  DecideConflictPayload: DecideConflictPayload;
  DecideExportInput: DecideExportInput;
  DecideExportPayload: DecideExportPayload;
  DecideLinkInput: DecideLinkInput;
  DecideLinkPayload: DecideLinkPayload;
  Decimal: Scalars['Decimal']['output'];
  DraftScreeningInput: DraftScreeningInput;
  DraftScreeningPayload: DraftScreeningPayload;
  DryRun: DryRun;
  DryRunArea: DryRunArea;
  DryRunScreeningInput: DryRunScreeningInput;
  DryRunScreeningPayload: DryRunScreeningPayload;
  Employment: Employment;
  Enterprise: Enterprise;
  EnterpriseChange: EnterpriseChange;
  EnterpriseConnection: EnterpriseConnection;
  EnterpriseEdge: EnterpriseEdge;
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseName: EnterpriseName;
  EnterpriseOrder: EnterpriseOrder;
  EquityFinancing: EquityFinancing;
  EquityFinancingConnection: EquityFinancingConnection;
  EquityFinancingEdge: EquityFinancingEdge;
  ExportRequest: ExportRequest;
  FieldSet: Scalars['FieldSet']['output'];
  Float: Scalars['Float']['output'];
  FollowUp: FollowUp;
  GrantSightInput: GrantSightInput;
  GrantSightPayload: GrantSightPayload;
  HandleAlertInput: HandleAlertInput;
  HandleAlertPayload: HandleAlertPayload;
  HeldReason: HeldReason;
  ID: Scalars['ID']['output'];
  ImportCount: ImportCount;
  ImportReport: ImportReport;
  ImportRun: ImportRun;
  ImportRunChange: ImportRunChange;
  ImportRunConnection: ImportRunConnection;
  ImportRunEdge: ImportRunEdge;
  ImportRunInput: ImportRunInput;
  ImportRunPayload: ImportRunPayload;
  ImportTimes: ImportTimes;
  ImportedFile: ImportedFile;
  Indicator: Indicator;
  IndicatorFact: IndicatorFact;
  IndicatorValue: IndicatorValue;
  Int: Scalars['Int']['output'];
  IpRight: IpRight;
  IpRightConnection: IpRightConnection;
  IpRightEdge: IpRightEdge;
  IpRightFilter: IpRightFilter;
  JSON: Scalars['JSON']['output'];
  LabelReason: LabelReason;
  LibraryCount: LibraryCount;
  LibraryMembership: LibraryMembership;
  LibraryMembershipConnection: LibraryMembershipConnection;
  LibraryMembershipEdge: LibraryMembershipEdge;
  LibraryMembershipFilter: LibraryMembershipFilter;
  LinkCandidate: LinkCandidate;
  LinkMention: LinkMention;
  LinkReview: LinkReview;
  LinkReviewCandidate: LinkReviewCandidate;
  LinkReviewConnection: LinkReviewConnection;
  LinkReviewEdge: LinkReviewEdge;
  LinkReviewFilter: LinkReviewFilter;
  LinkReviewGroup: LinkReviewGroup;
  LinkReviewRecord: LinkReviewRecord;
  LinkReviewRow: LinkReviewRow;
  LinkStopWords: LinkStopWords;
  MoveScreeningInput: MoveScreeningInput;
  MoveScreeningPayload: MoveScreeningPayload;
  Mutation: Record<PropertyKey, never>;
  MutationError: MutationError;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Penalty: Penalty;
  PenaltyConnection: PenaltyConnection;
  PenaltyEdge: PenaltyEdge;
  Permit: Permit;
  PermitConnection: PermitConnection;
  PermitEdge: PermitEdge;
  Portrait: Portrait;
  Provenance: Provenance;
  QualityCertificate: QualityCertificate;
  QualityCertificateConnection: QualityCertificateConnection;
  QualityCertificateEdge: QualityCertificateEdge;
  QuarantineReason: QuarantineReason;
  QuarantinedRow: QuarantinedRow;
  QuarantinedRowConnection: QuarantinedRowConnection;
  QuarantinedRowEdge: QuarantinedRowEdge;
  QuarantinedRowFilter: QuarantinedRowFilter;
  Query: Record<PropertyKey, never>;
  RdInstitution: RdInstitution;
  RdInstitutionConnection: RdInstitutionConnection;
  RdInstitutionEdge: RdInstitutionEdge;
  ReadConditionsInput: ReadConditionsInput;
  RecordFollowUpInput: RecordFollowUpInput;
  RecordFollowUpPayload: RecordFollowUpPayload;
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: RegisterWebhookPayload;
  RelinkedRecords: RelinkedRecords;
  RequestExportInput: RequestExportInput;
  RequestExportPayload: RequestExportPayload;
  RevokeSightInput: RevokeSightInput;
  RevokeSightPayload: RevokeSightPayload;
  ScorePart: ScorePart;
  Screening: Screening;
  ScreeningConnection: ScreeningConnection;
  ScreeningEdge: ScreeningEdge;
  ScreeningEvent: ScreeningEvent;
  ScreeningFeedback: ScreeningFeedback;
  ScreeningMatch: ScreeningMatch;
  ScreeningVersion: ScreeningVersion;
  SetAssignmentInput: SetAssignmentInput;
  SetAssignmentPayload: SetAssignmentPayload;
  SettledRows: SettledRows;
  Source: Source;
  SourceConnection: SourceConnection;
  SourceEdge: SourceEdge;
  Standard: Standard;
  StandardConnection: StandardConnection;
  StandardEdge: StandardEdge;
  String: Scalars['String']['output'];
  SubmitProblem: SubmitProblem;
  SubmitRecordsInput: SubmitRecordsInput;
  SubmitRecordsPayload: SubmitRecordsPayload;
  Subscription: Record<PropertyKey, never>;
  SyncConflict: SyncConflict;
  SyncConflictChange: SyncConflictChange;
  SyncConflictConnection: SyncConflictConnection;
  SyncConflictEdge: SyncConflictEdge;
  SyncConflictFilter: SyncConflictFilter;
  SyncDrift: SyncDrift;
  SyncLagChange: SyncLagChange;
  SyncLedgerStatus: SyncLedgerStatus;
  SyncRun: SyncRun;
  SyncRunChange: SyncRunChange;
  SyncRunConnection: SyncRunConnection;
  SyncRunEdge: SyncRunEdge;
  SyncStatus: SyncStatus;
  SyncStreamStatus: SyncStreamStatus;
  TaxPayment: TaxPayment;
  Title: Title;
  TitleClaim: TitleClaim;
  TitleClaimPayload: TitleClaimPayload;
  TitleCount: TitleCount;
  TitleVerification: TitleVerification;
  TitleVerificationConnection: TitleVerificationConnection;
  TitleVerificationEdge: TitleVerificationEdge;
  TitleVerificationFilter: TitleVerificationFilter;
  UndoLinkInput: UndoLinkInput;
  UndoLinkPayload: UndoLinkPayload;
  ViewAsInput: ViewAsInput;
  ViewComparison: ViewComparison;
  ViewDifference: ViewDifference;
  Viewer: Viewer;
  WayChange: WayChange;
  WayToPass: WayToPass;
  Webhook: Webhook;
  WebhookFailure: WebhookFailure;
  WithdrawTitleClaimInput: WithdrawTitleClaimInput;
  YearlyLibrary: YearlyLibrary;
  YearlyReport: YearlyReport;
  _Any: Scalars['_Any']['output'];
  _Entity: ResolversUnionTypes<ResolversParentTypes>['_Entity'];
  _Service: _Service;
};

export type ClassifiedDirectiveArgs = {
  level: Classification;
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type KeyDirectiveArgs = {
  fields: Scalars['FieldSet']['input'];
  resolvable?: Maybe<Scalars['Boolean']['input']>;
};

export type KeyDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AbnormalEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AbnormalEntry'] = ResolversParentTypes['AbnormalEntry']> = {
  enteredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  entryNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['AbnormalList'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type AbnormalEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AbnormalEntryConnection'] = ResolversParentTypes['AbnormalEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AbnormalEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AbnormalEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AbnormalEntryEdge'] = ResolversParentTypes['AbnormalEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AbnormalEntry'], ParentType, ContextType>;
};

export type AccessExplanationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessExplanation'] = ResolversParentTypes['AccessExplanation']> = {
  reason?: Resolver<Maybe<ResolversTypes['AccessReason']>, ParentType, ContextType>;
  visible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AccessGrantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessGrant'] = ResolversParentTypes['AccessGrant']> = {
  areaCode?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  areaName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grantedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AccessGrantState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AccessReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessReason'] = ResolversParentTypes['AccessReason']> = {
  decision?: Resolver<ResolversTypes['AccessDecision'], ParentType, ContextType>;
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rowInSight?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rowRule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AgreementReceiptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgreementReceipt'] = ResolversParentTypes['AgreementReceipt']> = {
  agreed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bytesExchanged?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  differences?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  obtainedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ourRoot?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ourSignature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  peer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roundTrips?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theirRoot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  theirSignature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgreementReceiptChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgreementReceiptChange'] = ResolversParentTypes['AgreementReceiptChange']> = {
  receipt?: Resolver<Maybe<ResolversTypes['AgreementReceipt']>, ParentType, ContextType>;
};

export type AgreementReceiptConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgreementReceiptConnection'] = ResolversParentTypes['AgreementReceiptConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgreementReceiptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreementReceiptEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgreementReceiptEdge'] = ResolversParentTypes['AgreementReceiptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgreementReceipt'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closingReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  escalatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['AlertEvent']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  followUps?: Resolver<ReadonlyArray<ResolversTypes['FollowUp']>, ParentType, ContextType>;
  handler?: Resolver<ResolversTypes['AlertHandler'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headlineEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['AlertLevel'], ParentType, ContextType>;
  mergedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertChange'] = ResolversParentTypes['AlertChange']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  isRaised?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type AlertEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEvent'] = ResolversParentTypes['AlertEvent']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fromState?: Resolver<Maybe<ResolversTypes['AlertState']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toState?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>;
};

export type AnnualFinancialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnnualFinancial'] = ResolversParentTypes['AnnualFinancial']> = {
  audited?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  exportRevenue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  highTechRevenue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  mainRevenue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  netAssets?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  netProfit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  rdExpense?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalAssets?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalLiabilities?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalProfit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  code?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  formerNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface AreaCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AreaCode'], any> {
  name: 'AreaCode';
}

export type AreaStatisticsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaStatistics'] = ResolversParentTypes['AreaStatistics']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  bases?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  computedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enterprises?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inLibrary?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  labelCompletion?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  libraries?: Resolver<ReadonlyArray<ResolversTypes['LibraryCount']>, ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['TitleCount']>, ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  assessedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  directPass?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  excludedBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  failed?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  inputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  pack?: Resolver<Maybe<ResolversTypes['CriteriaPack']>, ParentType, ContextType>;
  packId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  presumed?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ranges?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sizeClass?: Resolver<Maybe<ResolversTypes['SizeClass']>, ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unknown?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  waysToPass?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WayToPass']>>, ParentType, ContextType>;
};

export type AssignTownPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignTownPayload'] = ResolversParentTypes['AssignTownPayload']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AssignmentProposalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignmentProposal'] = ResolversParentTypes['AssignmentProposal']> = {
  areaCodes?: Resolver<ReadonlyArray<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  clearance?: Resolver<ResolversTypes['Classification'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['AuditCategory'], ParentType, ContextType>;
  creditCodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CreditCode']>>, ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusedFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rowCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['Tier']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AwardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  awardNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  awardedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AwardKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TitleLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organiser?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AwardConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AwardConnection'] = ResolversParentTypes['AwardConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AwardEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AwardEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AwardEdge'] = ResolversParentTypes['AwardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Award'], ParentType, ContextType>;
};

export type BaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Base'] = ResolversParentTypes['Base']> = {
  baseNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TitleLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recognisedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  residents?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BaseConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BaseConnection'] = ResolversParentTypes['BaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BaseEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BaseEdge'] = ResolversParentTypes['BaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Base'], ParentType, ContextType>;
};

export type ChangeWebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeWebhookPayload'] = ResolversParentTypes['ChangeWebhookPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revived?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type CityRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityRecord'] = ResolversParentTypes['CityRecord']> = {
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['CityTitle']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CityTitleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityTitle'] = ResolversParentTypes['CityTitle']> = {
  batch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TitleKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TitleLevel'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TitleStatus'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ConditionReadingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConditionReading'] = ResolversParentTypes['ConditionReading']> = {
  citations?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  conditions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  contradictions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export interface CreditCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CreditCode'], any> {
  name: 'CreditCode';
}

export type CriteriaPackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CriteriaPack'] = ResolversParentTypes['CriteriaPack']> = {
  confidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  documentNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  loadedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  renewalFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  renewalTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  titleKind?: Resolver<Maybe<ResolversTypes['TitleKind']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CustomsTradeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomsTrade'] = ResolversParentTypes['CustomsTrade']> = {
  customsGrade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declarations?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  exportAmount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  importAmount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideAssignmentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideAssignmentPayload'] = ResolversParentTypes['DecideAssignmentPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['AssignmentProposal']>, ParentType, ContextType>;
};

export type DecideConflictPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideConflictPayload'] = ResolversParentTypes['DecideConflictPayload']> = {
  conflict?: Resolver<Maybe<ResolversTypes['SyncConflict']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DecideExportPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideExportPayload'] = ResolversParentTypes['DecideExportPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['ExportRequest']>, ParentType, ContextType>;
};

export type DecideLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DecideLinkPayload'] = ResolversParentTypes['DecideLinkPayload']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  merged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  settled?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DraftScreeningPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DraftScreeningPayload'] = ResolversParentTypes['DraftScreeningPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reading?: Resolver<Maybe<ResolversTypes['ConditionReading']>, ParentType, ContextType>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DryRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRun'] = ResolversParentTypes['DryRun']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['DryRunArea']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  entering?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  leaving?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  matching?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notMatching?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sample?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  unanswered?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  undecided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DryRunAreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRunArea'] = ResolversParentTypes['DryRunArea']> = {
  code?: Resolver<Maybe<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  matching?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DryRunScreeningPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRunScreeningPayload'] = ResolversParentTypes['DryRunScreeningPayload']> = {
  dryRun?: Resolver<Maybe<ResolversTypes['DryRun']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType>;
};

export type EmploymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Employment'] = ResolversParentTypes['Employment']> = {
  employees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  graduateStaff?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  insured?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  rdStaff?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise']> = {
  abnormalEntries?: Resolver<ResolversTypes['AbnormalEntryConnection'], ParentType, ContextType, Partial<EnterpriseAbnormalEntriesArgs>>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alerts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Alert']>>, ParentType, ContextType>;
  assessmentHistory?: Resolver<ReadonlyArray<ResolversTypes['Assessment']>, ParentType, ContextType, RequireFields<EnterpriseAssessmentHistoryArgs, 'first'>>;
  assessments?: Resolver<ReadonlyArray<ResolversTypes['Assessment']>, ParentType, ContextType, Partial<EnterpriseAssessmentsArgs>>;
  awards?: Resolver<ResolversTypes['AwardConnection'], ParentType, ContextType, Partial<EnterpriseAwardsArgs>>;
  bases?: Resolver<ReadonlyArray<ResolversTypes['Base']>, ParentType, ContextType>;
  businessScope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capitalAmount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  capitalCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cityRecord?: Resolver<Maybe<ResolversTypes['CityRecord']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['CreditCode'], ParentType, ContextType>;
  customsTrades?: Resolver<ReadonlyArray<ResolversTypes['CustomsTrade']>, ParentType, ContextType, RequireFields<EnterpriseCustomsTradesArgs, 'first'>>;
  employments?: Resolver<ReadonlyArray<ResolversTypes['Employment']>, ParentType, ContextType, RequireFields<EnterpriseEmploymentsArgs, 'first'>>;
  equityFinancings?: Resolver<ResolversTypes['EquityFinancingConnection'], ParentType, ContextType, Partial<EnterpriseEquityFinancingsArgs>>;
  establishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  financials?: Resolver<ReadonlyArray<ResolversTypes['AnnualFinancial']>, ParentType, ContextType, RequireFields<EnterpriseFinancialsArgs, 'first'>>;
  followUps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FollowUp']>>, ParentType, ContextType>;
  formerNames?: Resolver<ReadonlyArray<ResolversTypes['EnterpriseName']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inLibrary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  indicators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IndicatorValue']>>, ParentType, ContextType, Partial<EnterpriseIndicatorsArgs>>;
  industryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  industryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipRights?: Resolver<ResolversTypes['IpRightConnection'], ParentType, ContextType, Partial<EnterpriseIpRightsArgs>>;
  isDemo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EnterpriseKind'], ParentType, ContextType>;
  legalForm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalRepresentative?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  libraries?: Resolver<ReadonlyArray<ResolversTypes['LibraryMembership']>, ParentType, ContextType, Partial<EnterpriseLibrariesArgs>>;
  libraryKinds?: Resolver<ReadonlyArray<ResolversTypes['LibraryKind']>, ParentType, ContextType>;
  matches?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScreeningMatch']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  penalties?: Resolver<ResolversTypes['PenaltyConnection'], ParentType, ContextType, Partial<EnterprisePenaltiesArgs>>;
  permits?: Resolver<ResolversTypes['PermitConnection'], ParentType, ContextType, Partial<EnterprisePermitsArgs>>;
  portrait?: Resolver<Maybe<ResolversTypes['Portrait']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  qualityCertificates?: Resolver<ResolversTypes['QualityCertificateConnection'], ParentType, ContextType, Partial<EnterpriseQualityCertificatesArgs>>;
  rdInstitutions?: Resolver<ResolversTypes['RdInstitutionConnection'], ParentType, ContextType, Partial<EnterpriseRdInstitutionsArgs>>;
  score?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sizeClass?: Resolver<Maybe<ResolversTypes['SizeClass']>, ParentType, ContextType>;
  standards?: Resolver<ResolversTypes['StandardConnection'], ParentType, ContextType, Partial<EnterpriseStandardsArgs>>;
  status?: Resolver<ResolversTypes['EnterpriseStatus'], ParentType, ContextType>;
  taxPayments?: Resolver<ReadonlyArray<ResolversTypes['TaxPayment']>, ParentType, ContextType, RequireFields<EnterpriseTaxPaymentsArgs, 'first'>>;
  titleClaims?: Resolver<ReadonlyArray<ResolversTypes['TitleClaim']>, ParentType, ContextType>;
  titleKinds?: Resolver<ReadonlyArray<ResolversTypes['TitleKind']>, ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['Title']>, ParentType, ContextType>;
  town?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  townConfidence?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  townMethod?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifications?: Resolver<ReadonlyArray<ResolversTypes['TitleVerification']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnterpriseChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnterpriseChange'] = ResolversParentTypes['EnterpriseChange']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
};

export type EnterpriseConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnterpriseConnection'] = ResolversParentTypes['EnterpriseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EnterpriseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnterpriseEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnterpriseEdge'] = ResolversParentTypes['EnterpriseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enterprise'], ParentType, ContextType>;
};

export type EnterpriseNameResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnterpriseName'] = ResolversParentTypes['EnterpriseName']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type EquityFinancingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EquityFinancing'] = ResolversParentTypes['EquityFinancing']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  cededShare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  financedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  financingNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  investor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postValuation?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  qualifiedInvestor?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  round?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EquityFinancingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EquityFinancingConnection'] = ResolversParentTypes['EquityFinancingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EquityFinancingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EquityFinancingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EquityFinancingEdge'] = ResolversParentTypes['EquityFinancingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EquityFinancing'], ParentType, ContextType>;
};

export type ExportRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExportRequest'] = ResolversParentTypes['ExportRequest']> = {
  areaCodes?: Resolver<ReadonlyArray<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ExportRequestState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
  variables?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export interface FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FieldSet'], any> {
  name: 'FieldSet';
}

export type FollowUpResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FollowUp'] = ResolversParentTypes['FollowUp']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  happenedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FollowUpKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['FollowUpOutcome'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GrantSightPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GrantSightPayload'] = ResolversParentTypes['GrantSightPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  grant?: Resolver<Maybe<ResolversTypes['AccessGrant']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HandleAlertPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandleAlertPayload'] = ResolversParentTypes['HandleAlertPayload']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HeldReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldReason'] = ResolversParentTypes['HeldReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportCount'] = ResolversParentTypes['ImportCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportReport'] = ResolversParentTypes['ImportReport']> = {
  accepted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  blank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  columnsAccepted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dryRun?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ended?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['ImportedFile']>, ParentType, ContextType>;
  held?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HeldReason']>>, ParentType, ContextType>;
  inZone?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  linked?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportCount']>>, ParentType, ContextType>;
  moved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportCount']>>, ParentType, ContextType>;
  quarantined?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  read?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportCount']>>, ParentType, ContextType>;
  releasedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relinked?: Resolver<Maybe<ResolversTypes['RelinkedRecords']>, ParentType, ContextType>;
  renamed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repaired?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repairs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportCount']>>, ParentType, ContextType>;
  repeated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sameFileAsRun?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settled?: Resolver<Maybe<ResolversTypes['SettledRows']>, ParentType, ContextType>;
  superseded?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['ImportTimes']>, ParentType, ContextType>;
  toReview?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  towns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportCount']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unlinked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  way?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawn?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRun'] = ResolversParentTypes['ImportRun']> = {
  encoding?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileBytes?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mergedLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['ImportReport']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stagedLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportRunChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRunChange'] = ResolversParentTypes['ImportRunChange']> = {
  importRun?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType>;
};

export type ImportRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRunConnection'] = ResolversParentTypes['ImportRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImportRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportRunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRunEdge'] = ResolversParentTypes['ImportRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportRun'], ParentType, ContextType>;
};

export type ImportRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRunPayload'] = ResolversParentTypes['ImportRunPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  importRun?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImportTimesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportTimes'] = ResolversParentTypes['ImportTimes']> = {
  checkingMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mergingMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stagingMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportedFileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportedFile'] = ResolversParentTypes['ImportedFile']> = {
  absentColumns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  delimiter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headerLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sheet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unknownColumns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  indicatorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valueType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IndicatorFactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorFact'] = ResolversParentTypes['IndicatorFact']> = {
  fact?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  importRun?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  says?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type IndicatorValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IndicatorValue'] = ResolversParentTypes['IndicatorValue']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  facts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IndicatorFact']>>, ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  indicatorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  truth?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unknownNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unknownReason?: Resolver<Maybe<ResolversTypes['IndicatorUnknown']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  word?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IpRightResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IpRight'] = ResolversParentTypes['IpRight']> = {
  acquisition?: Resolver<ResolversTypes['IpAcquisition'], ParentType, ContextType>;
  appliedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  grantedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  highValue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IpKind'], ParentType, ContextType>;
  mainProduct?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  rightHolders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  rightNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IpStatus'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type IpRightConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IpRightConnection'] = ResolversParentTypes['IpRightConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IpRightEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IpRightEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IpRightEdge'] = ResolversParentTypes['IpRightEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IpRight'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LabelReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LabelReason'] = ResolversParentTypes['LabelReason']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LibraryCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LibraryCount'] = ResolversParentTypes['LibraryCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LibraryKind'], ParentType, ContextType>;
};

export type LibraryMembershipResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LibraryMembership'] = ResolversParentTypes['LibraryMembership']> = {
  enteredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  entryReason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  exitReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exitedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  libraryKind?: Resolver<ResolversTypes['LibraryKind'], ParentType, ContextType>;
};

export type LibraryMembershipConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LibraryMembershipConnection'] = ResolversParentTypes['LibraryMembershipConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LibraryMembershipEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LibraryMembershipEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LibraryMembershipEdge'] = ResolversParentTypes['LibraryMembershipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LibraryMembership'], ParentType, ContextType>;
};

export type LinkCandidateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkCandidate'] = ResolversParentTypes['LinkCandidate']> = {
  bits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['CreditCode'], ParentType, ContextType>;
  former?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stopWords?: Resolver<ReadonlyArray<ResolversTypes['LinkStopWords']>, ParentType, ContextType>;
  stops?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkMentionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkMention'] = ResolversParentTypes['LinkMention']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkReviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReview'] = ResolversParentTypes['LinkReview']> = {
  candidates?: Resolver<ReadonlyArray<ResolversTypes['LinkReviewCandidate']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedCreditCode?: Resolver<Maybe<ResolversTypes['CreditCode']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['LinkDecision']>, ParentType, ContextType>;
  groupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['LinkReviewRecord']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkReviewState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkReviewCandidateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewCandidate'] = ResolversParentTypes['LinkReviewCandidate']> = {
  bits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['CreditCode'], ParentType, ContextType>;
  former?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stops?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkReviewConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewConnection'] = ResolversParentTypes['LinkReviewConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LinkReviewEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewEdge'] = ResolversParentTypes['LinkReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LinkReview'], ParentType, ContextType>;
};

export type LinkReviewGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewGroup'] = ResolversParentTypes['LinkReviewGroup']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  candidates?: Resolver<ReadonlyArray<ResolversTypes['LinkCandidate']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkReviewRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewRecord'] = ResolversParentTypes['LinkReviewRecord']> = {
  mention?: Resolver<Maybe<ResolversTypes['LinkMention']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkReviewRow']>>, ParentType, ContextType>;
};

export type LinkReviewRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkReviewRow'] = ResolversParentTypes['LinkReviewRow']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parsed?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  recordKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkStopWordsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkStopWords'] = ResolversParentTypes['LinkStopWords']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoveScreeningPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MoveScreeningPayload'] = ResolversParentTypes['MoveScreeningPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  abandonImport?: Resolver<ResolversTypes['ImportRunPayload'], ParentType, ContextType, RequireFields<MutationAbandonImportArgs, 'input'>>;
  assignTown?: Resolver<ResolversTypes['AssignTownPayload'], ParentType, ContextType, RequireFields<MutationAssignTownArgs, 'input'>>;
  changeWebhook?: Resolver<ResolversTypes['ChangeWebhookPayload'], ParentType, ContextType, RequireFields<MutationChangeWebhookArgs, 'input'>>;
  claimTitle?: Resolver<ResolversTypes['TitleClaimPayload'], ParentType, ContextType, RequireFields<MutationClaimTitleArgs, 'input'>>;
  decideAssignment?: Resolver<ResolversTypes['DecideAssignmentPayload'], ParentType, ContextType, RequireFields<MutationDecideAssignmentArgs, 'input'>>;
  decideConflict?: Resolver<ResolversTypes['DecideConflictPayload'], ParentType, ContextType, RequireFields<MutationDecideConflictArgs, 'input'>>;
  decideExport?: Resolver<ResolversTypes['DecideExportPayload'], ParentType, ContextType, RequireFields<MutationDecideExportArgs, 'input'>>;
  decideLink?: Resolver<ResolversTypes['DecideLinkPayload'], ParentType, ContextType, RequireFields<MutationDecideLinkArgs, 'input'>>;
  draftScreening?: Resolver<ResolversTypes['DraftScreeningPayload'], ParentType, ContextType, RequireFields<MutationDraftScreeningArgs, 'input'>>;
  dryRunScreening?: Resolver<ResolversTypes['DryRunScreeningPayload'], ParentType, ContextType, RequireFields<MutationDryRunScreeningArgs, 'input'>>;
  grantSight?: Resolver<ResolversTypes['GrantSightPayload'], ParentType, ContextType, RequireFields<MutationGrantSightArgs, 'input'>>;
  handleAlert?: Resolver<ResolversTypes['HandleAlertPayload'], ParentType, ContextType, RequireFields<MutationHandleAlertArgs, 'input'>>;
  moveScreening?: Resolver<ResolversTypes['MoveScreeningPayload'], ParentType, ContextType, RequireFields<MutationMoveScreeningArgs, 'input'>>;
  recordFollowUp?: Resolver<ResolversTypes['RecordFollowUpPayload'], ParentType, ContextType, RequireFields<MutationRecordFollowUpArgs, 'input'>>;
  registerWebhook?: Resolver<ResolversTypes['RegisterWebhookPayload'], ParentType, ContextType, RequireFields<MutationRegisterWebhookArgs, 'input'>>;
  rejectImport?: Resolver<ResolversTypes['ImportRunPayload'], ParentType, ContextType, RequireFields<MutationRejectImportArgs, 'input'>>;
  releaseImport?: Resolver<ResolversTypes['ImportRunPayload'], ParentType, ContextType, RequireFields<MutationReleaseImportArgs, 'input'>>;
  requestExport?: Resolver<ResolversTypes['RequestExportPayload'], ParentType, ContextType, RequireFields<MutationRequestExportArgs, 'input'>>;
  revokeSight?: Resolver<ResolversTypes['RevokeSightPayload'], ParentType, ContextType, RequireFields<MutationRevokeSightArgs, 'input'>>;
  setAssignment?: Resolver<ResolversTypes['SetAssignmentPayload'], ParentType, ContextType, RequireFields<MutationSetAssignmentArgs, 'input'>>;
  submitRecords?: Resolver<ResolversTypes['SubmitRecordsPayload'], ParentType, ContextType, RequireFields<MutationSubmitRecordsArgs, 'input'>>;
  undoImport?: Resolver<ResolversTypes['ImportRunPayload'], ParentType, ContextType, RequireFields<MutationUndoImportArgs, 'input'>>;
  undoLink?: Resolver<ResolversTypes['UndoLinkPayload'], ParentType, ContextType, RequireFields<MutationUndoLinkArgs, 'input'>>;
  withdrawTitleClaim?: Resolver<ResolversTypes['TitleClaimPayload'], ParentType, ContextType, RequireFields<MutationWithdrawTitleClaimArgs, 'input'>>;
};

export type MutationErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationError'] = ResolversParentTypes['MutationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AgreementReceipt' | 'Alert' | 'Area' | 'Enterprise' | 'FollowUp' | 'ImportRun' | 'LinkReview' | 'QuarantinedRow' | 'Screening' | 'Source' | 'SyncConflict' | 'SyncRun', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PenaltyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Penalty'] = ResolversParentTypes['Penalty']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  documentNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['PenaltySeverity'], ParentType, ContextType>;
};

export type PenaltyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PenaltyConnection'] = ResolversParentTypes['PenaltyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PenaltyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PenaltyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PenaltyEdge'] = ResolversParentTypes['PenaltyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Penalty'], ParentType, ContextType>;
};

export type PermitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Permit'] = ResolversParentTypes['Permit']> = {
  authority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grantedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permitNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PermitConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermitConnection'] = ResolversParentTypes['PermitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PermitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PermitEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermitEdge'] = ResolversParentTypes['PermitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Permit'], ParentType, ContextType>;
};

export type PortraitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Portrait'] = ResolversParentTypes['Portrait']> = {
  completeness?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ipRightCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  labelCompletion?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  labelReasons?: Resolver<ReadonlyArray<ResolversTypes['LabelReason']>, ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  latestRevenue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  latestYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScorePart']>>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  scoreParts?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  scoreVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trend?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  linkConfidence?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  linkMethod?: Resolver<ResolversTypes['LinkMethod'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QualityCertificateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QualityCertificate'] = ResolversParentTypes['QualityCertificate']> = {
  certificateNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type QualityCertificateConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QualityCertificateConnection'] = ResolversParentTypes['QualityCertificateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QualityCertificateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QualityCertificateEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QualityCertificateEdge'] = ResolversParentTypes['QualityCertificateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QualityCertificate'], ParentType, ContextType>;
};

export type QuarantineReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuarantineReason'] = ResolversParentTypes['QuarantineReason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageZh?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuarantinedRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuarantinedRow'] = ResolversParentTypes['QuarantinedRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importRun?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reasons?: Resolver<Maybe<ReadonlyArray<ResolversTypes['QuarantineReason']>>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuarantinedRowConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuarantinedRowConnection'] = ResolversParentTypes['QuarantinedRowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuarantinedRowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuarantinedRowEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuarantinedRowEdge'] = ResolversParentTypes['QuarantinedRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuarantinedRow'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _entities?: Resolver<ReadonlyArray<Maybe<ResolversTypes['_Entity']>>, ParentType, ContextType, RequireFields<Query_EntitiesArgs, 'representations'>>;
  _service?: Resolver<Maybe<ResolversTypes['_Service']>, ParentType, ContextType>;
  accessGrants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessGrant']>>, ParentType, ContextType, Partial<QueryAccessGrantsArgs>>;
  agreementReceipts?: Resolver<Maybe<ResolversTypes['AgreementReceiptConnection']>, ParentType, ContextType, Partial<QueryAgreementReceiptsArgs>>;
  alerts?: Resolver<Maybe<ResolversTypes['AlertConnection']>, ParentType, ContextType, RequireFields<QueryAlertsArgs, 'orderBy'>>;
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType, Partial<QueryAreasArgs>>;
  assignmentProposals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssignmentProposal']>>, ParentType, ContextType>;
  auditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryAuditEntriesArgs>>;
  bases?: Resolver<ResolversTypes['BaseConnection'], ParentType, ContextType, Partial<QueryBasesArgs>>;
  criteriaPacks?: Resolver<ReadonlyArray<ResolversTypes['CriteriaPack']>, ParentType, ContextType, Partial<QueryCriteriaPacksArgs>>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType, RequireFields<QueryEnterpriseArgs, 'creditCode'>>;
  enterprises?: Resolver<ResolversTypes['EnterpriseConnection'], ParentType, ContextType, RequireFields<QueryEnterprisesArgs, 'orderBy'>>;
  explainAccess?: Resolver<Maybe<ResolversTypes['AccessExplanation']>, ParentType, ContextType, RequireFields<QueryExplainAccessArgs, 'creditCode' | 'field'>>;
  exportRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExportRequest']>>, ParentType, ContextType>;
  goldSeeds?: Resolver<ResolversTypes['TitleVerificationConnection'], ParentType, ContextType, Partial<QueryGoldSeedsArgs>>;
  importRuns?: Resolver<Maybe<ResolversTypes['ImportRunConnection']>, ParentType, ContextType, Partial<QueryImportRunsArgs>>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['Indicator']>, ParentType, ContextType, Partial<QueryIndicatorsArgs>>;
  libraries?: Resolver<ReadonlyArray<ResolversTypes['LibraryCount']>, ParentType, ContextType, Partial<QueryLibrariesArgs>>;
  libraryMembers?: Resolver<ResolversTypes['LibraryMembershipConnection'], ParentType, ContextType, Partial<QueryLibraryMembersArgs>>;
  linkReviewGroups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LinkReviewGroup']>>, ParentType, ContextType, Partial<QueryLinkReviewGroupsArgs>>;
  linkReviews?: Resolver<Maybe<ResolversTypes['LinkReviewConnection']>, ParentType, ContextType, Partial<QueryLinkReviewsArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  quarantinedRows?: Resolver<Maybe<ResolversTypes['QuarantinedRowConnection']>, ParentType, ContextType, Partial<QueryQuarantinedRowsArgs>>;
  readConditions?: Resolver<Maybe<ResolversTypes['ConditionReading']>, ParentType, ContextType, RequireFields<QueryReadConditionsArgs, 'input'>>;
  screenings?: Resolver<ResolversTypes['ScreeningConnection'], ParentType, ContextType, Partial<QueryScreeningsArgs>>;
  sources?: Resolver<Maybe<ResolversTypes['SourceConnection']>, ParentType, ContextType, Partial<QuerySourcesArgs>>;
  statistics?: Resolver<ReadonlyArray<ResolversTypes['AreaStatistics']>, ParentType, ContextType, Partial<QueryStatisticsArgs>>;
  syncConflicts?: Resolver<Maybe<ResolversTypes['SyncConflictConnection']>, ParentType, ContextType, Partial<QuerySyncConflictsArgs>>;
  syncRuns?: Resolver<Maybe<ResolversTypes['SyncRunConnection']>, ParentType, ContextType, Partial<QuerySyncRunsArgs>>;
  syncStatus?: Resolver<Maybe<ResolversTypes['SyncStatus']>, ParentType, ContextType>;
  titleVerifications?: Resolver<ResolversTypes['TitleVerificationConnection'], ParentType, ContextType, Partial<QueryTitleVerificationsArgs>>;
  viewAs?: Resolver<Maybe<ResolversTypes['ViewComparison']>, ParentType, ContextType, RequireFields<QueryViewAsArgs, 'input'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  webhooks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  yearlyReport?: Resolver<ReadonlyArray<ResolversTypes['YearlyReport']>, ParentType, ContextType, RequireFields<QueryYearlyReportArgs, 'year'>>;
};

export type RdInstitutionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RdInstitution'] = ResolversParentTypes['RdInstitution']> = {
  institutionNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TitleLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  recognisedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type RdInstitutionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RdInstitutionConnection'] = ResolversParentTypes['RdInstitutionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RdInstitutionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RdInstitutionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RdInstitutionEdge'] = ResolversParentTypes['RdInstitutionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RdInstitution'], ParentType, ContextType>;
};

export type RecordFollowUpPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordFollowUpPayload'] = ResolversParentTypes['RecordFollowUpPayload']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['FollowUp']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RegisterWebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegisterWebhookPayload'] = ResolversParentTypes['RegisterWebhookPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type RelinkedRecordsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RelinkedRecords'] = ResolversParentTypes['RelinkedRecords']> = {
  settled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tried?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RequestExportPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RequestExportPayload'] = ResolversParentTypes['RequestExportPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['ExportRequest']>, ParentType, ContextType>;
};

export type RevokeSightPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeSightPayload'] = ResolversParentTypes['RevokeSightPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ScorePartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScorePart'] = ResolversParentTypes['ScorePart']> = {
  contribution?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  peers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percentile?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ScreeningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Screening'] = ResolversParentTypes['Screening']> = {
  activeVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  feedback?: Resolver<Maybe<ResolversTypes['ScreeningFeedback']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScreeningEvent']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['AlertLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ScreeningState'], ParentType, ContextType>;
  versions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScreeningVersion']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScreeningConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningConnection'] = ResolversParentTypes['ScreeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ScreeningEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningEdge'] = ResolversParentTypes['ScreeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Screening'], ParentType, ContextType>;
};

export type ScreeningEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningEvent'] = ResolversParentTypes['ScreeningEvent']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fromState?: Resolver<Maybe<ResolversTypes['ScreeningState']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toState?: Resolver<ResolversTypes['ScreeningState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningFeedbackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningFeedback'] = ResolversParentTypes['ScreeningFeedback']> = {
  falseAlarmRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  falseAlarms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  raised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningMatchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningMatch'] = ResolversParentTypes['ScreeningMatch']> = {
  figures?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  leftAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  matchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  occurrence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  screening?: Resolver<Maybe<ResolversTypes['Screening']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScreeningVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScreeningVersion'] = ResolversParentTypes['ScreeningVersion']> = {
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citations?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  conditions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dryRun?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetAssignmentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetAssignmentPayload'] = ResolversParentTypes['SetAssignmentPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['AssignmentProposal']>, ParentType, ContextType>;
};

export type SettledRowsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SettledRows'] = ResolversParentTypes['SettledRows']> = {
  mended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repeated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  superseded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  cadence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  classification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importRuns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImportRun']>>, ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type StandardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Standard'] = ResolversParentTypes['Standard']> = {
  draftingRank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['StandardLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  standardNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StandardConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StandardConnection'] = ResolversParentTypes['StandardConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StandardEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StandardEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StandardEdge'] = ResolversParentTypes['StandardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Standard'], ParentType, ContextType>;
};

export type SubmitProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmitProblem'] = ResolversParentTypes['SubmitProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubmitRecordsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmitRecordsPayload'] = ResolversParentTypes['SubmitRecordsPayload']> = {
  accepted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubmitProblem']>>, ParentType, ContextType>;
  read?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toReview?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unlinked?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  agreementReceiptObtained?: SubscriptionResolver<Maybe<ResolversTypes['AgreementReceiptChange']>, "agreementReceiptObtained", ParentType, ContextType>;
  alertChanged?: SubscriptionResolver<Maybe<ResolversTypes['AlertChange']>, "alertChanged", ParentType, ContextType, RequireFields<SubscriptionAlertChangedArgs, 'raisedOnly'>>;
  enterpriseChanged?: SubscriptionResolver<ResolversTypes['EnterpriseChange'], "enterpriseChanged", ParentType, ContextType, RequireFields<SubscriptionEnterpriseChangedArgs, 'creditCodes'>>;
  importRunChanged?: SubscriptionResolver<Maybe<ResolversTypes['ImportRunChange']>, "importRunChanged", ParentType, ContextType>;
  syncConflictChanged?: SubscriptionResolver<Maybe<ResolversTypes['SyncConflictChange']>, "syncConflictChanged", ParentType, ContextType>;
  syncLagChanged?: SubscriptionResolver<Maybe<ResolversTypes['SyncLagChange']>, "syncLagChanged", ParentType, ContextType>;
  syncRunChanged?: SubscriptionResolver<Maybe<ResolversTypes['SyncRunChange']>, "syncRunChanged", ParentType, ContextType>;
};

export type SyncConflictResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncConflict'] = ResolversParentTypes['SyncConflict']> = {
  base?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['SyncConflict']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncConflictKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ours?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  peer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SyncConflictState'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theirs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncConflictChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncConflictChange'] = ResolversParentTypes['SyncConflictChange']> = {
  conflict?: Resolver<Maybe<ResolversTypes['SyncConflict']>, ParentType, ContextType>;
};

export type SyncConflictConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncConflictConnection'] = ResolversParentTypes['SyncConflictConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SyncConflictEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncConflictEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncConflictEdge'] = ResolversParentTypes['SyncConflictEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncConflict'], ParentType, ContextType>;
};

export type SyncDriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncDrift'] = ResolversParentTypes['SyncDrift']> = {
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncDriftKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncLagChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncLagChange'] = ResolversParentTypes['SyncLagChange']> = {
  streams?: Resolver<ReadonlyArray<ResolversTypes['SyncStreamStatus']>, ParentType, ContextType>;
};

export type SyncLedgerStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncLedgerStatus'] = ResolversParentTypes['SyncLedgerStatus']> = {
  head?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  intact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = {
  applied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deferred?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['SyncDirection'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  peer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quarantined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SyncRunState'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncRunChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunChange'] = ResolversParentTypes['SyncRunChange']> = {
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
};

export type SyncRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunConnection'] = ResolversParentTypes['SyncRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SyncRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncRunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunEdge'] = ResolversParentTypes['SyncRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
};

export type SyncStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncStatus'] = ResolversParentTypes['SyncStatus']> = {
  drifts?: Resolver<ReadonlyArray<ResolversTypes['SyncDrift']>, ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ledger?: Resolver<ResolversTypes['SyncLedgerStatus'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  peer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  streams?: Resolver<ReadonlyArray<ResolversTypes['SyncStreamStatus']>, ParentType, ContextType>;
};

export type SyncStreamStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncStreamStatus'] = ResolversParentTypes['SyncStreamStatus']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['SyncDirection'], ParentType, ContextType>;
  openConflicts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outboxAgeS?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outboxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejectedItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxPaymentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaxPayment'] = ResolversParentTypes['TaxPayment']> = {
  creditGrade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incomeTax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  provenance?: Resolver<ResolversTypes['Provenance'], ParentType, ContextType>;
  quarter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxedSales?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  totalTax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  vat?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TitleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Title'] = ResolversParentTypes['Title']> = {
  batch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  certificateNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TitleKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['TitleLevel'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TitleStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TitleClaimResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleClaim'] = ResolversParentTypes['TitleClaim']> = {
  claimedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TitleKind'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TitleClaimPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleClaimPayload'] = ResolversParentTypes['TitleClaimPayload']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TitleCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleCount'] = ResolversParentTypes['TitleCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TitleKind'], ParentType, ContextType>;
};

export type TitleVerificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleVerification'] = ResolversParentTypes['TitleVerification']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  computed?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TitleKind'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['VerificationOutcome'], ParentType, ContextType>;
  registered?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type TitleVerificationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleVerificationConnection'] = ResolversParentTypes['TitleVerificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TitleVerificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TitleVerificationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TitleVerificationEdge'] = ResolversParentTypes['TitleVerificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TitleVerification'], ParentType, ContextType>;
};

export type UndoLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UndoLinkPayload'] = ResolversParentTypes['UndoLinkPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['MutationError']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reopened?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ViewComparisonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ViewComparison'] = ResolversParentTypes['ViewComparison']> = {
  differences?: Resolver<ReadonlyArray<ResolversTypes['ViewDifference']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ViewDifferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ViewDifference'] = ResolversParentTypes['ViewDifference']> = {
  other?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  own?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['Area']>, ParentType, ContextType>;
  clearance?: Resolver<ResolversTypes['Classification'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Tier'], ParentType, ContextType>;
};

export type WayChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WayChange'] = ResolversParentTypes['WayChange']> = {
  by?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WayToPassResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WayToPass'] = ResolversParentTypes['WayToPass']> = {
  changes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WayChange']>>, ParentType, ContextType>;
  sentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  areas?: Resolver<ReadonlyArray<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delivered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ReadonlyArray<ResolversTypes['WebhookFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  raisedOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookFailureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookFailure'] = ResolversParentTypes['WebhookFailure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['CreditCode'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type YearlyLibraryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['YearlyLibrary'] = ResolversParentTypes['YearlyLibrary']> = {
  entered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LibraryKind'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type YearlyReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['YearlyReport'] = ResolversParentTypes['YearlyReport']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  bases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  inLibrary?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  labelCompletion?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  libraries?: Resolver<ReadonlyArray<ResolversTypes['YearlyLibrary']>, ParentType, ContextType>;
  newlyAdded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface _AnyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['_Any'], any> {
  name: '_Any';
}

export type _EntityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['_Entity'] = ResolversParentTypes['_Entity']> = {
  __resolveType: TypeResolveFn<'Enterprise', ParentType, ContextType>;
};

export type _ServiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['_Service'] = ResolversParentTypes['_Service']> = {
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AbnormalEntry?: AbnormalEntryResolvers<ContextType>;
  AbnormalEntryConnection?: AbnormalEntryConnectionResolvers<ContextType>;
  AbnormalEntryEdge?: AbnormalEntryEdgeResolvers<ContextType>;
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  AccessGrant?: AccessGrantResolvers<ContextType>;
  AccessReason?: AccessReasonResolvers<ContextType>;
  AgreementReceipt?: AgreementReceiptResolvers<ContextType>;
  AgreementReceiptChange?: AgreementReceiptChangeResolvers<ContextType>;
  AgreementReceiptConnection?: AgreementReceiptConnectionResolvers<ContextType>;
  AgreementReceiptEdge?: AgreementReceiptEdgeResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertChange?: AlertChangeResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  AlertEvent?: AlertEventResolvers<ContextType>;
  AnnualFinancial?: AnnualFinancialResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaCode?: GraphQLScalarType;
  AreaStatistics?: AreaStatisticsResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  AssignTownPayload?: AssignTownPayloadResolvers<ContextType>;
  AssignmentProposal?: AssignmentProposalResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  AwardConnection?: AwardConnectionResolvers<ContextType>;
  AwardEdge?: AwardEdgeResolvers<ContextType>;
  Base?: BaseResolvers<ContextType>;
  BaseConnection?: BaseConnectionResolvers<ContextType>;
  BaseEdge?: BaseEdgeResolvers<ContextType>;
  ChangeWebhookPayload?: ChangeWebhookPayloadResolvers<ContextType>;
  CityRecord?: CityRecordResolvers<ContextType>;
  CityTitle?: CityTitleResolvers<ContextType>;
  ConditionReading?: ConditionReadingResolvers<ContextType>;
  CreditCode?: GraphQLScalarType;
  CriteriaPack?: CriteriaPackResolvers<ContextType>;
  CustomsTrade?: CustomsTradeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DecideAssignmentPayload?: DecideAssignmentPayloadResolvers<ContextType>;
  DecideConflictPayload?: DecideConflictPayloadResolvers<ContextType>;
  DecideExportPayload?: DecideExportPayloadResolvers<ContextType>;
  DecideLinkPayload?: DecideLinkPayloadResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DraftScreeningPayload?: DraftScreeningPayloadResolvers<ContextType>;
  DryRun?: DryRunResolvers<ContextType>;
  DryRunArea?: DryRunAreaResolvers<ContextType>;
  DryRunScreeningPayload?: DryRunScreeningPayloadResolvers<ContextType>;
  Employment?: EmploymentResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  EnterpriseChange?: EnterpriseChangeResolvers<ContextType>;
  EnterpriseConnection?: EnterpriseConnectionResolvers<ContextType>;
  EnterpriseEdge?: EnterpriseEdgeResolvers<ContextType>;
  EnterpriseName?: EnterpriseNameResolvers<ContextType>;
  EquityFinancing?: EquityFinancingResolvers<ContextType>;
  EquityFinancingConnection?: EquityFinancingConnectionResolvers<ContextType>;
  EquityFinancingEdge?: EquityFinancingEdgeResolvers<ContextType>;
  ExportRequest?: ExportRequestResolvers<ContextType>;
  FieldSet?: GraphQLScalarType;
  FollowUp?: FollowUpResolvers<ContextType>;
  GrantSightPayload?: GrantSightPayloadResolvers<ContextType>;
  HandleAlertPayload?: HandleAlertPayloadResolvers<ContextType>;
  HeldReason?: HeldReasonResolvers<ContextType>;
  ImportCount?: ImportCountResolvers<ContextType>;
  ImportReport?: ImportReportResolvers<ContextType>;
  ImportRun?: ImportRunResolvers<ContextType>;
  ImportRunChange?: ImportRunChangeResolvers<ContextType>;
  ImportRunConnection?: ImportRunConnectionResolvers<ContextType>;
  ImportRunEdge?: ImportRunEdgeResolvers<ContextType>;
  ImportRunPayload?: ImportRunPayloadResolvers<ContextType>;
  ImportTimes?: ImportTimesResolvers<ContextType>;
  ImportedFile?: ImportedFileResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  IndicatorFact?: IndicatorFactResolvers<ContextType>;
  IndicatorValue?: IndicatorValueResolvers<ContextType>;
  IpRight?: IpRightResolvers<ContextType>;
  IpRightConnection?: IpRightConnectionResolvers<ContextType>;
  IpRightEdge?: IpRightEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LabelReason?: LabelReasonResolvers<ContextType>;
  LibraryCount?: LibraryCountResolvers<ContextType>;
  LibraryMembership?: LibraryMembershipResolvers<ContextType>;
  LibraryMembershipConnection?: LibraryMembershipConnectionResolvers<ContextType>;
  LibraryMembershipEdge?: LibraryMembershipEdgeResolvers<ContextType>;
  LinkCandidate?: LinkCandidateResolvers<ContextType>;
  LinkMention?: LinkMentionResolvers<ContextType>;
  LinkReview?: LinkReviewResolvers<ContextType>;
  LinkReviewCandidate?: LinkReviewCandidateResolvers<ContextType>;
  LinkReviewConnection?: LinkReviewConnectionResolvers<ContextType>;
  LinkReviewEdge?: LinkReviewEdgeResolvers<ContextType>;
  LinkReviewGroup?: LinkReviewGroupResolvers<ContextType>;
  LinkReviewRecord?: LinkReviewRecordResolvers<ContextType>;
  LinkReviewRow?: LinkReviewRowResolvers<ContextType>;
  LinkStopWords?: LinkStopWordsResolvers<ContextType>;
  MoveScreeningPayload?: MoveScreeningPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationError?: MutationErrorResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Penalty?: PenaltyResolvers<ContextType>;
  PenaltyConnection?: PenaltyConnectionResolvers<ContextType>;
  PenaltyEdge?: PenaltyEdgeResolvers<ContextType>;
  Permit?: PermitResolvers<ContextType>;
  PermitConnection?: PermitConnectionResolvers<ContextType>;
  PermitEdge?: PermitEdgeResolvers<ContextType>;
  Portrait?: PortraitResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  QualityCertificate?: QualityCertificateResolvers<ContextType>;
  QualityCertificateConnection?: QualityCertificateConnectionResolvers<ContextType>;
  QualityCertificateEdge?: QualityCertificateEdgeResolvers<ContextType>;
  QuarantineReason?: QuarantineReasonResolvers<ContextType>;
  QuarantinedRow?: QuarantinedRowResolvers<ContextType>;
  QuarantinedRowConnection?: QuarantinedRowConnectionResolvers<ContextType>;
  QuarantinedRowEdge?: QuarantinedRowEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RdInstitution?: RdInstitutionResolvers<ContextType>;
  RdInstitutionConnection?: RdInstitutionConnectionResolvers<ContextType>;
  RdInstitutionEdge?: RdInstitutionEdgeResolvers<ContextType>;
  RecordFollowUpPayload?: RecordFollowUpPayloadResolvers<ContextType>;
  RegisterWebhookPayload?: RegisterWebhookPayloadResolvers<ContextType>;
  RelinkedRecords?: RelinkedRecordsResolvers<ContextType>;
  RequestExportPayload?: RequestExportPayloadResolvers<ContextType>;
  RevokeSightPayload?: RevokeSightPayloadResolvers<ContextType>;
  ScorePart?: ScorePartResolvers<ContextType>;
  Screening?: ScreeningResolvers<ContextType>;
  ScreeningConnection?: ScreeningConnectionResolvers<ContextType>;
  ScreeningEdge?: ScreeningEdgeResolvers<ContextType>;
  ScreeningEvent?: ScreeningEventResolvers<ContextType>;
  ScreeningFeedback?: ScreeningFeedbackResolvers<ContextType>;
  ScreeningMatch?: ScreeningMatchResolvers<ContextType>;
  ScreeningVersion?: ScreeningVersionResolvers<ContextType>;
  SetAssignmentPayload?: SetAssignmentPayloadResolvers<ContextType>;
  SettledRows?: SettledRowsResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  Standard?: StandardResolvers<ContextType>;
  StandardConnection?: StandardConnectionResolvers<ContextType>;
  StandardEdge?: StandardEdgeResolvers<ContextType>;
  SubmitProblem?: SubmitProblemResolvers<ContextType>;
  SubmitRecordsPayload?: SubmitRecordsPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SyncConflict?: SyncConflictResolvers<ContextType>;
  SyncConflictChange?: SyncConflictChangeResolvers<ContextType>;
  SyncConflictConnection?: SyncConflictConnectionResolvers<ContextType>;
  SyncConflictEdge?: SyncConflictEdgeResolvers<ContextType>;
  SyncDrift?: SyncDriftResolvers<ContextType>;
  SyncLagChange?: SyncLagChangeResolvers<ContextType>;
  SyncLedgerStatus?: SyncLedgerStatusResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncRunChange?: SyncRunChangeResolvers<ContextType>;
  SyncRunConnection?: SyncRunConnectionResolvers<ContextType>;
  SyncRunEdge?: SyncRunEdgeResolvers<ContextType>;
  SyncStatus?: SyncStatusResolvers<ContextType>;
  SyncStreamStatus?: SyncStreamStatusResolvers<ContextType>;
  TaxPayment?: TaxPaymentResolvers<ContextType>;
  Title?: TitleResolvers<ContextType>;
  TitleClaim?: TitleClaimResolvers<ContextType>;
  TitleClaimPayload?: TitleClaimPayloadResolvers<ContextType>;
  TitleCount?: TitleCountResolvers<ContextType>;
  TitleVerification?: TitleVerificationResolvers<ContextType>;
  TitleVerificationConnection?: TitleVerificationConnectionResolvers<ContextType>;
  TitleVerificationEdge?: TitleVerificationEdgeResolvers<ContextType>;
  UndoLinkPayload?: UndoLinkPayloadResolvers<ContextType>;
  ViewComparison?: ViewComparisonResolvers<ContextType>;
  ViewDifference?: ViewDifferenceResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WayChange?: WayChangeResolvers<ContextType>;
  WayToPass?: WayToPassResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookFailure?: WebhookFailureResolvers<ContextType>;
  YearlyLibrary?: YearlyLibraryResolvers<ContextType>;
  YearlyReport?: YearlyReportResolvers<ContextType>;
  _Any?: GraphQLScalarType;
  _Entity?: _EntityResolvers<ContextType>;
  _Service?: _ServiceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  classified?: ClassifiedDirectiveResolver<any, any, ContextType>;
  key?: KeyDirectiveResolver<any, any, ContextType>;
};
