/**
 * The pane of ready examples: a click opens one in a tab of its own, its variables filled for the chosen identity.
 */
import type { GraphiQLPlugin } from "@graphiql/react";
import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { ReactElement } from "react";
import { useState } from "react";
import { examples } from "goldseed:examples";
import type { Example } from "./example.ts";
import { fillSample, needsSample, readSample, sampleQuery } from "./fill-sample.ts";
import { currentLanguage } from "./language.ts";
import { usePage } from "./page-state.ts";
import { sendQuery } from "./send-query.ts";
import { text } from "./texts.ts";

function ExamplesIcon(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3">
      <path d="M3 1.7h7l3 3v9.6H3z M10 1.7v3h3 M5.5 8h5 M5.5 11h5" />
    </svg>
  );
}

async function variablesFor(example: Example, token: string | null): Promise<string | null> {
  if (Object.keys(example.variables).length === 0) return "";
  if (!needsSample(example)) return JSON.stringify(example.variables, null, 2);
  const { result } = await sendQuery({ query: sampleQuery }, { token });
  const sample = readSample(result.data);
  const filled = JSON.stringify(fillSample(example, sample), null, 2);
  return sample === null ? null : filled;
}

function useOpenExample(): { open: (example: Example) => Promise<void>; isMissing: boolean } {
  const { token } = usePage();
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const [isMissing, setMissing] = useState(false);
  const open = async (example: Example): Promise<void> => {
    const variables = await variablesFor(example, token);
    setMissing(variables === null);
    if (queryEditor?.getValue().trim() !== "") actions.addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(variables ?? JSON.stringify(fillSample(example, null), null, 2));
    queryEditor?.focus();
  };
  return { open, isMissing };
}

function ExamplesPane(): ReactElement {
  const { open, isMissing } = useOpenExample();
  const isEnglish = currentLanguage() === "en";
  return (
    <section className="goldseed-pane" aria-label={text("examples")}>
      <h2>{text("examples")}</h2>
      <p>{text("examplesIntro")}</p>
      {isMissing && <p role="alert">{text("sampleMissing")}</p>}
      <ol className="goldseed-examples">
        {examples.map((example) => (
          <li key={example.id}>
            <button type="button" data-example={example.id} onClick={() => void open(example)}>
              {isEnglish ? example.titleEn : example.titleZh}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export const examplesPlugin: GraphiQLPlugin = {
  title: text("examples"),
  icon: ExamplesIcon,
  content: ExamplesPane,
};
