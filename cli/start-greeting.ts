/** What a start ends with: addresses, a token for each tier, and three queries that can be pasted. */
import { bothLanguages, type Language } from "./both-languages.ts";
import type { DemoSession } from "./demo-sessions.ts";
import { table } from "./table.ts";

export interface Greeting {
  readonly graphqlUrl: string;
  readonly graphiqlUrl: string;
  /** Null without a city platform. */
  readonly cityUrl: string | null;
  /** Empty in production. */
  readonly sessions: readonly DemoSession[];
}

interface Example {
  readonly zh: string;
  readonly en: string;
  readonly variable: string;
  readonly query: string;
}

const examples: readonly Example[] = [
  {
    zh: "我是谁，管哪里",
    en: "who am I, and for which areas",
    variable: "TOWN",
    query: "{ viewer { tier role areas { code name } } }",
  },
  {
    zh: "本街道的专精特新企业",
    en: "the specialized enterprises of the town",
    variable: "TOWN",
    query:
      "{ enterprises(first: 5, filter: { library: SPECIALIZED }) { totalCount edges { node { creditCode name town { name } portrait { score labels } } } } }",
  },
  {
    zh: "全区六个库各有多少企业",
    en: "how many enterprises the six libraries of the district hold",
    variable: "DISTRICT",
    query: "{ libraries { kind count } }",
  },
];

export function greet(greeting: Greeting, language: Language): string {
  const { graphqlUrl, graphiqlUrl, cityUrl, sessions } = greeting;
  const both = (zh: string, en: string) => bothLanguages(language, zh, en);
  const addresses = [
    ["  GraphQL", graphqlUrl],
    ["  GraphiQL", graphiqlUrl],
    ...(cityUrl === null ? [] : [["  市级平台 city", cityUrl]]),
  ];
  const parts = [`\n${both("就绪", "ready")}\n${table(addresses)}`];
  if (sessions.length > 0) parts.push(tokens(sessions, both), queries(graphqlUrl, both));
  parts.push(`${both("按 Ctrl-C 停止", "Ctrl-C stops everything")}\n`);
  return parts.join("\n");
}

type Both = (zh: string, en: string) => string;

function tokens(sessions: readonly DemoSession[], both: Both): string {
  const lines = sessions.map(
    ({ label, variable, caller, token }) =>
      `# ${label} ${caller.areaCodes.join(",")}\nexport ${variable}=${token}\n`,
  );
  return `${both("开发令牌，12 小时有效", "development tokens, good for 12 hours")}\n${lines.join("")}`;
}

function queries(url: string, both: Both): string {
  const lines = examples.map(
    ({ zh, en, variable, query }) => `# ${both(zh, en)}\n${asCurl(url, variable, query)}\n`,
  );
  return `${both("试一试", "to try")}\n${lines.join("")}`;
}

function asCurl(url: string, variable: string, query: string): string {
  return `curl -s ${url} -H "authorization: Bearer $${variable}" -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}
