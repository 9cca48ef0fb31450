/**
 * The page: identity on top, below it the query tool with panes for examples, documentation, execution and history.
 */
import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";

import type { Fetcher } from "@graphiql/toolkit";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useRef, useState } from "react";
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { examples } from "goldseed:examples";
import { AnswerBar } from "./answer-bar.tsx";
import { CopyMenu } from "./copy-menu.tsx";
import { examplesPlugin } from "./examples-pane.tsx";
import { explainPlugin } from "./explain-pane.tsx";
import { followSubscription, isSubscription } from "./follow-subscription.ts";
import { PageContext, type PageState } from "./page-state.ts";
import { sendQuery } from "./send-query.ts";
import { SessionBar } from "./session-bar.tsx";
import type { SessionList } from "./session-list.ts";
import { loadSessions, takeHandedToken } from "./session-list.ts";
import { fromShareLink } from "./share-link.ts";
import { tabStorage } from "./session-storage.ts";
import { viewAsPlugin } from "./view-as-pane.tsx";
import { installWorkers } from "./workers.ts";
import { EditorOptions } from "./editor-options.ts";

const plugins = [examplesPlugin, explainPlugin, viewAsPlugin, HISTORY_PLUGIN];

type LastRun = Pick<PageState, "answer" | "following">;

function useFetcher(
  token: string | null,
  explain: boolean,
  onLast: (last: LastRun) => void,
): Fetcher {
  // Read through a reference, because a new fetcher makes the tool read the whole schema again.
  const explainNow = useRef(explain);
  explainNow.current = explain;
  const runs = useRef(0);
  return useMemo(
    () => async (params, options) => {
      if (isSubscription(options?.documentAST, params.operationName)) {
        const run = ++runs.current;
        onLast({ answer: null, following: "now" });
        const stream = followSubscription(params, {
          token,
          headers: options?.headers,
          onEnd: () => runs.current === run && onLast({ answer: null, following: "ended" }),
        });
        return stream as Awaited<ReturnType<Fetcher>>;
      }
      const isIntrospection = params.operationName === "IntrospectionQuery";
      if (!isIntrospection) runs.current += 1;
      const { result, answer } = await sendQuery(params, {
        token,
        explain: !isIntrospection && explainNow.current,
        headers: options?.headers,
      });
      if (!isIntrospection) onLast({ answer, following: null });
      return result as Awaited<ReturnType<Fetcher>>;
    },
    [token, onLast],
  );
}

function App({ list }: { readonly list: SessionList }): ReactElement {
  const [token, setToken] = useState(() => takeHandedToken() ?? list.sessions[0]?.token ?? null);
  const [explain, setExplain] = useState(false);
  const [last, setLast] = useState<LastRun>({ answer: undefined, following: null });
  const fetcher = useFetcher(token, explain, setLast);
  const shared = useMemo(() => fromShareLink(location.hash), []);
  const state = useMemo(() => ({ token, explain, setExplain, ...last }), [token, explain, last]);
  return (
    <PageContext value={state}>
      <SessionBar list={list} token={token} onToken={setToken} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          visiblePlugin={examplesPlugin}
          storage={tabStorage}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          defaultEditorToolsVisibility="variables"
          defaultQuery={examples[0]?.query ?? ""}
          inputValueDeprecation
          {...(shared === null
            ? {}
            : { initialQuery: shared.query, initialVariables: shared.variables })}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyMenu />
                <EditorOptions />
              </>
            )}
          </GraphiQL.Toolbar>
          <GraphiQL.Footer>
            <AnswerBar />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </PageContext>
  );
}

/** Puts the page into the document; called once. */
export async function mountApp(): Promise<void> {
  installWorkers();
  const list = await loadSessions();
  const place = document.querySelector("#page");
  if (place !== null) createRoot(place).render(<App list={list} />);
}
