/**
 * The pane that runs the query in the editor as its caller and as another, and marks where the two answers differ.
 */
import type { GraphiQLPlugin } from "@graphiql/react";
import { pick, useGraphiQL } from "@graphiql/react";
import type { FormEvent, ReactElement } from "react";
import { useEffect, useState } from "react";
import { roles } from "../../domain/vocabulary.ts";
import { markedLines } from "./marked-lines.ts";
import { usePage } from "./page-state.ts";
import { sendQuery } from "./send-query.ts";
import { text } from "./texts.ts";
import type { Area, OtherCaller, ViewComparison } from "./view-as-request.ts";
import { areasQuery, readAreas, readComparison, viewAsOperation } from "./view-as-request.ts";

function ViewAsIcon(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3">
      <path d="M1.2 8s2.5-4.5 6.8-4.5S14.8 8 14.8 8 12.3 12.5 8 12.5 1.2 8 1.2 8z" />
      <circle cx="8" cy="8" r="2" />
    </svg>
  );
}

function useAreas(token: string | null): readonly Area[] {
  const [areas, setAreas] = useState<readonly Area[]>([]);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const { result } = await sendQuery({ query: areasQuery }, { token });
      if (current) setAreas(readAreas(result.data));
    };
    if (token !== null) void load();
    return () => {
      current = false;
    };
  }, [token]);
  return areas;
}

interface Outcome {
  readonly comparison: ViewComparison | null;
  readonly problem: string | null;
}

function useComparison(): {
  readonly outcome: Outcome | null;
  readonly compare: (o: OtherCaller) => void;
} {
  const { token } = usePage();
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const ask = async (other: OtherCaller): Promise<Outcome> => {
    const [query, typed] = [queryEditor?.getValue() ?? "", variableEditor?.getValue() ?? ""];
    const { result } = await sendQuery(viewAsOperation(other, query, typed), { token });
    const comparison = readComparison(result.data);
    return { comparison, problem: comparison ? null : (result.errors?.[0]?.message ?? "") };
  };
  const compare = (other: OtherCaller): void =>
    void ask(other)
      .catch(() => ({ comparison: null, problem: text("variablesNotJson") }))
      .then(setOutcome);
  return { outcome, compare };
}

function ViewAsPane(): ReactElement {
  const { token } = usePage();
  const areas = useAreas(token);
  const { outcome, compare } = useComparison();
  const [place, setPlace] = useState("");
  const [role, setRole] = useState<string>("SPECIALIST");
  const chosen = areas.find(({ tier, code }) => `${tier}:${code}` === place) ?? areas[0];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen) compare({ tier: chosen.tier, area: chosen.code, role });
  };
  return (
    <section className="goldseed-pane" aria-label={text("viewAs")}>
      <h2>{text("viewAs")}</h2>
      <p>{text("viewAsIntro")}</p>
      <form className="goldseed-form" onSubmit={submit}>
        <label>
          {text("viewAsArea")}
          <select value={place} onChange={(event) => setPlace(event.target.value)}>
            {areas.map(({ tier, code, name }) => (
              <option key={`${tier}:${code}`} value={`${tier}:${code}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text("viewAsRole")}
          <select value={role} onChange={(event) => setRole(event.target.value)}>
            {roles.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button type="submit" className="goldseed-small" disabled={chosen === undefined}>
          {text("viewAsRun")}
        </button>
      </form>
      {token === null && <p className="goldseed-quiet">{text("tokenNeeded")}</p>}
      {outcome !== null && outcome.problem !== null && <p role="alert">{outcome.problem}</p>}
      {outcome?.comparison && <Comparison comparison={outcome.comparison} />}
    </section>
  );
}

function Comparison({ comparison }: { readonly comparison: ViewComparison }): ReactElement {
  const { own, other, differences, truncated } = comparison;
  const places = new Set(differences.map(({ path }) => path));
  const count = `${places.size}${truncated ? "+" : ""}`;
  return (
    <>
      <p role="status">
        {places.size === 0 ? text("viewAsSame") : `${text("viewAsDifferences")} ${count}`}
      </p>
      <div className="goldseed-sides">
        <Side title={text("viewAsOwn")} value={own} places={places} />
        <Side title={text("viewAsOther")} value={other} places={places} />
      </div>
      <ul>
        {differences.map(
          ({ path, reason }) =>
            reason !== null && (
              <li key={path}>
                <code>{path}</code> {reason}
              </li>
            ),
        )}
      </ul>
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly value: unknown;
  readonly places: ReadonlySet<string>;
}

function Side({ title, value, places }: SideProps): ReactElement {
  return (
    <div>
      <h3>{title}</h3>
      {/* Focusable, so that a long line can be scrolled with the keyboard. */}
      <pre tabIndex={0} aria-label={title}>
        {markedLines(value, places).map(({ text: line, differs }, at) =>
          differs ? <mark key={at}>{`${line}\n`}</mark> : `${line}\n`,
        )}
      </pre>
    </div>
  );
}

export const viewAsPlugin: GraphiQLPlugin = {
  title: text("viewAs"),
  icon: ViewAsIcon,
  content: ViewAsPane,
};
