/**
 * The toolbar's menu that copies the query as a program, or as a link for a colleague.
 */
import { DropdownMenu, pick, Tooltip, useGraphiQL } from "@graphiql/react";
import type { ReactElement } from "react";
import { copyText } from "./copy-text.ts";
import { endpoint } from "./endpoint.ts";
import { toShareLink } from "./share-link.ts";
import type { Request } from "./snippets.ts";
import { asCurl, asPython, asTypeScript } from "./snippets.ts";
import type { TextKey } from "./texts.ts";
import { text } from "./texts.ts";

/** The variables as typed; unfinished JSON counts as none, as the query alone is still worth copying. */
function parsedVariables(typed: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(typed);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const programs: readonly (readonly [TextKey, (request: Request) => string])[] = [
  ["copyAsCurl", asCurl],
  ["copyAsTypeScript", asTypeScript],
  ["copyAsPython", asPython],
];

function CodeIcon(): ReactElement {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <path d="M5 4 1.5 8 5 12 M11 4l3.5 4-3.5 4 M9.3 2.5 6.7 13.5" />
    </svg>
  );
}

export function CopyMenu(): ReactElement {
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const query = (): string => queryEditor?.getValue() ?? "";
  const variables = (): string => variableEditor?.getValue() ?? "";
  const request = (): Request => ({
    url: endpoint(),
    query: query(),
    variables: parsedVariables(variables()),
  });
  const link = (): string => toShareLink(location, { query: query(), variables: variables() });
  return (
    <DropdownMenu>
      <Tooltip label={text("copyAs")}>
        <DropdownMenu.Button className="graphiql-toolbar-button" aria-label={text("copyAs")}>
          <CodeIcon />
        </DropdownMenu.Button>
      </Tooltip>
      <DropdownMenu.Content>
        {programs.map(([key, write]) => (
          <DropdownMenu.Item key={key} onSelect={() => void copyText(write(request()))}>
            {text(key)}
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Item onSelect={() => void copyText(link())}>
          {text("copyLink")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}
