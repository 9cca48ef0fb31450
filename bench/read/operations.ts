/** The operations of bench/read: in the graph's own words, and in those PostGraphile makes of the same tables. */

export const operationNames = [
  "portrait",
  "statements",
  "worklist",
  "dashboard",
  "search",
] as const;
export type OperationName = (typeof operationNames)[number];

export type Dialect = "graph" | "tables" | "models";

/** 45 fields, five relations; public and internal ones, so that no contender has to write an audit of the read. */
const portrait = `query Portrait($creditCode: CreditCode!) {
  enterprise(creditCode: $creditCode) {
    creditCode name kind legalForm industryCode industryName establishedOn capitalAmount capitalCurrency
    status address website businessScope sizeClass inLibrary isDemo score
    town { code name }
    titles { kind level batch validFrom validTo status }
    employments(first: 3) { year employees insured rdStaff graduateStaff }
    ipRights(first: 10) { totalCount edges { node { rightNo kind title appliedOn grantedOn status } } }
    portrait { score scoreParts explanation labels trend completeness ipRightCount titleCount }
  }
}`;

/** Sensitive (L3): this gateway answers when the read is durably in the hash-chained audit, and the peers do without. */
const statements = `query Statements($creditCode: CreditCode!) {
  enterprise(creditCode: $creditCode) { creditCode name
    financials(first: 3) { year revenue rdExpense netProfit totalAssets totalLiabilities } }
}`;

const worklist = `query Worklist($town: AreaCode!, $after: String) {
  enterprises(first: 20, after: $after, filter: { town: $town, inLibrary: true }) {
    edges { cursor node { creditCode name industryName sizeClass score
      titles { kind level status }
      employments(first: 1) { year employees insured }
      portrait { labels trend ipRightCount }
      town { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const dashboard = `query Dashboard($kind: Tier!) {
  statistics(kind: $kind) { area { code name } titles { kind count } }
}`;

const search = `query Search($text: String!) {
  enterprises(first: 20, filter: { nameContains: $text }) { edges { node { creditCode name score town { name } } } }
}`;

const peerPortrait = `query Portrait($creditCode: String!) {
  enterprise: enterprisByCreditCode(creditCode: $creditCode) {
    creditCode name kind legalForm industryCode industryName establishedOn capitalAmount capitalCurrency
    status address website businessScope sizeClass inLibrary isDemo score
    town { code name }
    titles: titlesList(orderBy: [VALID_FROM_DESC, KIND_DESC, BATCH_DESC]) { kind level batch validFrom validTo status }
    employments: employmentsList(first: 3, orderBy: [YEAR_DESC]) { year employees insured rdStaff graduateStaff }
    ipRights(first: 10, orderBy: [APPLIED_ON_DESC, RIGHT_NO_DESC]) { totalCount edges { node { rightNo kind title appliedOn grantedOn status } } }
    portrait { score scoreParts: scorePartsText explanation labels trend completeness ipRightCount titleCount }
  }
}`;

const peerStatements = `query Statements($creditCode: String!) {
  enterprise: enterprisByCreditCode(creditCode: $creditCode) { creditCode name
    financials: financialsList(first: 3, orderBy: [YEAR_DESC]) { year revenue rdExpense netProfit totalAssets totalLiabilities } }
}`;

const peerWorklist = `query Worklist($town: String!, $after: Cursor) {
  enterprises: allEnterprises(condition: { townCode: $town, inLibrary: true }, orderBy: [SCORE_ORDER_DESC, CREDIT_CODE_DESC], first: 20, after: $after) {
    edges { cursor node { creditCode name industryName sizeClass score
      titles: titlesList(orderBy: [VALID_FROM_DESC, KIND_DESC, BATCH_DESC]) { kind level status }
      employments: employmentsList(first: 1, orderBy: [YEAR_DESC]) { year employees insured }
      portrait { labels trend ipRightCount }
      town { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One row an enterprise, its titles and head counts as one array a column: `meaningOf` makes parts of them again. */
const peerWorklistOfModel = `query Worklist($town: String!, $after: Cursor) {
  enterprises: allListedMembers(condition: { townCode: $town, inLibrary: true }, orderBy: [SCORE_ORDER_DESC, CREDIT_CODE_DESC], first: 20, after: $after) {
    edges { cursor node { creditCode name industryName sizeClass score
      titlesKind titlesLevel titlesStatus
      employmentsYear employmentsEmployees employmentsInsured
      portraitLabels portraitTrend portraitIpRightCount
      town { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const peerSearch = (root: string) => `query Search($text: String!) {
  found: ${root}(wanted: $text) { creditCode name score town { name } }
}`;

export const documents: Readonly<Record<Dialect, Readonly<Record<OperationName, string>>>> = {
  graph: { portrait, statements, worklist, dashboard, search },
  tables: {
    portrait: peerPortrait,
    statements: peerStatements,
    worklist: peerWorklist,
    dashboard: `query Dashboard($kind: String!) {
      counts: allBenchReadTitleCountsList(condition: { areaKind: $kind }) { areaCode areaName kind count }
    }`,
    search: peerSearch("benchReadSearchByLikeList"),
  },
  models: {
    portrait: peerPortrait,
    statements: peerStatements,
    worklist: peerWorklistOfModel,
    dashboard: `query Dashboard($kind: String!) {
      counts: allBenchReadTitleFiguresList(condition: { areaKind: $kind }) { areaCode areaName kind count }
    }`,
    search: peerSearch("benchReadSearchByGramsList"),
  },
};

/** One meaning for all dialects, so that answers can be compared: cursors differ by nature and are left out. */
export function meaningOf(operation: OperationName, data: unknown): unknown {
  if (operation === "dashboard") return figuresOf(data as Dashboard);
  if (operation === "search") return foundOf(data as Search);
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) =>
      key === "cursor" || key === "endCursor"
        ? undefined
        : key === "node"
          ? nodeOfModel(value as ListedMember)
          : value,
    ),
  ) as unknown;
}

interface ListedMember {
  readonly titlesKind?: readonly string[];
  readonly [column: string]: unknown;
}

/** A node as it is over the tables; one that is such a node stays as it is. */
function nodeOfModel(node: ListedMember): unknown {
  if (!node.titlesKind) return node;
  const { creditCode, name, industryName, sizeClass, score, town } = node;
  const listed = (column: string, place: number) => (node[column] as readonly unknown[])[place];
  const titles = node.titlesKind.map((kind, place) => ({
    kind,
    level: listed("titlesLevel", place),
    status: listed("titlesStatus", place),
  }));
  const [year] = node["employmentsYear"] as readonly number[];
  const employed = {
    year,
    employees: listed("employmentsEmployees", 0),
    insured: listed("employmentsInsured", 0),
  };
  const portrait = {
    labels: node["portraitLabels"],
    trend: node["portraitTrend"],
    ipRightCount: node["portraitIpRightCount"],
  };
  return {
    creditCode,
    name,
    industryName,
    sizeClass,
    score,
    titles,
    employments: year === undefined ? [] : [employed],
    portrait,
    town,
  };
}

interface Count {
  readonly kind: string;
  readonly count: number | string;
}

interface Dashboard {
  readonly statistics?: readonly {
    readonly area: { readonly code: string; readonly name: string };
    readonly titles: readonly Count[];
  }[];
  readonly counts?: readonly (Count & { readonly areaCode: string; readonly areaName: string })[];
}

/** Kinds without a title are rows of zero in the graph and no rows in a grouped view. */
function figuresOf({ statistics, counts }: Dashboard): readonly string[] {
  const rows = statistics
    ? statistics.flatMap(({ area, titles }) =>
        titles.map(({ kind, count }) => ({
          kind,
          count,
          areaCode: area.code,
          areaName: area.name,
        })),
      )
    : (counts ?? []);
  return rows
    .filter(({ count }) => Number(count) > 0)
    .map((row) => `${row.areaCode} ${row.areaName} ${row.kind} ${Number(row.count)}`)
    .sort();
}

interface Search {
  readonly enterprises?: { readonly edges: readonly { readonly node: unknown }[] };
  readonly found?: readonly unknown[];
}

function foundOf({ enterprises, found }: Search): readonly unknown[] {
  return enterprises ? enterprises.edges.map(({ node }) => node) : (found ?? []);
}
