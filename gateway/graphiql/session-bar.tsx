/**
 * The page's head: its name, who one is asking as, and the language.
 */
import type { FormEvent, ReactElement } from "react";
import { useState } from "react";
import { switchLanguage } from "./language.ts";
import type { SessionList } from "./session-list.ts";
import { leave } from "./session-list.ts";
import { text } from "./texts.ts";

interface Props {
  readonly list: SessionList;
  readonly token: string | null;
  readonly onToken: (token: string | null) => void;
}

const paste = "paste";

export function SessionBar({ list, token, onToken }: Props): ReactElement {
  const offered = list.sessions.findIndex((session) => session.token === token);
  const [isPasting, setPasting] = useState(list.sessions.length === 0);
  const [problem, setProblem] = useState("");
  const choose = (value: string): void => {
    setPasting(value === paste);
    onToken(value === paste ? null : (list.sessions[Number(value)]?.token ?? null));
  };
  return (
    <header className="goldseed-head">
      <h1>{text("title")}</h1>
      {list.development && <span className="goldseed-badge">{text("developmentOnly")}</span>}
      <span className="goldseed-space" />
      {list.sessions.length > 0 && (
        <label>
          {text("identity")}
          <select
            value={isPasting ? paste : String(offered)}
            onChange={(event) => choose(event.target.value)}
          >
            {list.sessions.map((session, index) => (
              <option key={session.token} value={index}>
                {session.label}
              </option>
            ))}
            <option value={paste}>{text("pasteOther")}</option>
          </select>
        </label>
      )}
      {isPasting && <PasteToken token={token} onToken={onToken} />}
      {!list.development && (
        <button
          type="button"
          title={text("leaveHint")}
          onClick={() => void leave().catch(() => setProblem(text("unreachable")))}
        >
          {text("leave")}
        </button>
      )}
      {problem !== "" && <span role="alert">{problem}</span>}
      <button type="button" title={text("otherLanguageHint")} onClick={switchLanguage}>
        {text("otherLanguage")}
      </button>
    </header>
  );
}

function PasteToken({ token, onToken }: Omit<Props, "list">): ReactElement {
  const [draft, setDraft] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onToken(draft.trim().replace(/^Bearer\s+/i, "") || null);
    setDraft("");
  };
  if (token !== null) {
    return (
      <span className="goldseed-token">
        <code title={text("tokenInMemory")}>…{token.slice(-8)}</code>
        <button type="button" onClick={() => onToken(null)}>
          {text("forgetToken")}
        </button>
      </span>
    );
  }
  return (
    <form className="goldseed-token" onSubmit={submit}>
      <input
        type="password"
        autoComplete="off"
        spellCheck={false}
        aria-label={text("pasteToken")}
        placeholder={text("pasteToken")}
        title={text("tokenInMemory")}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <button type="submit" disabled={draft.trim() === ""}>
        {text("useToken")}
      </button>
    </form>
  );
}
