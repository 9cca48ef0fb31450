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
  /** A subscription is the last that was run: its events go into the answer's pane. */
  readonly following: boolean;
}

export const PageContext = createContext<PageState>({
  token: null,
  explain: false,
  setExplain: () => undefined,
  answer: undefined,
  following: false,
});

export function usePage(): PageState {
  return useContext(PageContext);
}
