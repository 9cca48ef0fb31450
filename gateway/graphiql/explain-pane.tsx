/**
 * The pane that shows how the last operation was executed: the one SQL statement it became, and the database's plan.
 */
import type { GraphiQLPlugin } from "@graphiql/react";
import type { ReactElement } from "react";
import { CopyButton } from "./copy-button.tsx";
import type { AccessDecisions } from "./answer.ts";
import { currentLanguage } from "./language.ts";
import { usePage } from "./page-state.ts";
import { text } from "./texts.ts";

function ExplainIcon(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3">
      <ellipse cx="8" cy="3.5" rx="5.5" ry="2" />
      <path d="M2.5 3.5v9c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2v-9 M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2" />
    </svg>
  );
}

function Listing(props: { readonly title: string; readonly content: string }): ReactElement {
  return (
    <>
      <div className="goldseed-row">
        <h3>{props.title}</h3>
        <CopyButton content={props.content} />
      </div>
      {/* Focusable, so that a long line can be scrolled with the keyboard. */}
      <pre tabIndex={0}>{props.content}</pre>
    </>
  );
}

function Decisions({ access }: { readonly access: AccessDecisions }): ReactElement {
  const { policyVersion, rows, fields } = access;
  const isEnglish = currentLanguage() === "en";
  return (
    <>
      <h3>{text("access")}</h3>
      <p>
        {text("accessRows")} <code>{rows.rule}</code> {rows.areas.join(" ")} · {text("policy")}{" "}
        {policyVersion}
      </p>
      {fields.length === 0 && <p className="goldseed-quiet">{text("accessAll")}</p>}
      <ul className="goldseed-list">
        {fields.map(({ path, rule, zh, en }) => (
          <li key={path.join(".")}>
            <b>{path.join(".")}</b> {isEnglish ? en : zh} <code>{rule}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function ExplainPane(): ReactElement {
  const { explain, setExplain, answer } = usePage();
  const { sql, plan } = answer?.explain ?? { sql: null, plan: null };
  return (
    <section className="goldseed-pane" aria-label={text("plan")}>
      <h2>{text("plan")}</h2>
      <p>{text("planIntro")}</p>
      <label className="goldseed-check">
        <input
          type="checkbox"
          checked={explain}
          onChange={(event) => setExplain(event.target.checked)}
        />
        {text("askForPlan")}
      </label>
      {answer === undefined && <p className="goldseed-quiet">{text("notRunYet")}</p>}
      {answer !== undefined && !answer?.explain && (
        <p className="goldseed-quiet">{text("planAbsent")}</p>
      )}
      {answer?.access && <Decisions access={answer.access} />}
      {sql !== null && <Listing title={text("statement")} content={sql} />}
      {plan !== null && <Listing title={text("planTree")} content={plan} />}
    </section>
  );
}

export const explainPlugin: GraphiQLPlugin = {
  title: text("plan"),
  icon: ExplainIcon,
  content: ExplainPane,
};
