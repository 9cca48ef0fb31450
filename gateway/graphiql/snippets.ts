/**
 * The query in the editor as a program that asks the same: a shell command, TypeScript, Python. The token is never
 * written into the text; it is read from the environment variable GOLDSEED_TOKEN.
 */
export interface Request {
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function body(request: Request): Record<string, unknown> {
  const hasVariables = Object.keys(request.variables).length > 0;
  return hasVariables
    ? { query: request.query, variables: request.variables }
    : { query: request.query };
}

export function asCurl(request: Request): string {
  const json = JSON.stringify(body(request)).replaceAll("'", String.raw`'\''`);
  return [
    `curl -sS '${request.url}' \\`,
    `  -H "Authorization: Bearer $GOLDSEED_TOKEN" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data-raw '${json}'`,
  ].join("\n");
}

export function asTypeScript(request: Request): string {
  return `const response = await fetch(${JSON.stringify(request.url)}, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.GOLDSEED_TOKEN}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${JSON.stringify(body(request), null, 2).replaceAll("\n", "\n  ")}),
});
const { data, errors } = await response.json();
if (errors) throw new Error(JSON.stringify(errors));
console.log(data);
`;
}

export function asPython(request: Request): string {
  const json = JSON.stringify(JSON.stringify(body(request)));
  return `import json, os, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(request.url)},
    data=${json}.encode(),
    headers={
        "Authorization": f"Bearer {os.environ['GOLDSEED_TOKEN']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    print(json.dumps(json.load(response), ensure_ascii=False, indent=2))
`;
}
