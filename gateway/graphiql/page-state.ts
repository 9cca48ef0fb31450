/**
 * What the panes of the page share: the chosen token, whether to ask for the plan, and what the last answer told.
 */
import { createContext, useContext } from "react";
import type { Answer } from "./answer.ts";

export interface PageState {
  readonly token: string | null;
  readonly explain: boolean;
  readonly setExplain: (explain: boolean) => void;
  /** Undefined until an operation was run; null when the last one got no answer, or is a subscription. */
  readonly answer: Answer | null | undefined;
  /** When a subscription is the last that was run, whose events go into the answer's pane; null when something else is. */
  readonly following: "now" | "ended" | null;
}

export const PageContext = createContext<PageState>({
  token: null,
  explain: false,
  setExplain: () => undefined,
  answer: undefined,
  following: null,
});

export function usePage(): PageState {
  return useContext(PageContext);
}
