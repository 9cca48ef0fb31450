/**
 * What the panes of the page share: the chosen token, whether to ask for the plan, and what the last answer told.
 */
import { createContext, useContext } from "react";
import type { Answer } from "./answer.ts";

export interface PageState {
  readonly token: string | null;
  readonly explain: boolean;
  readonly setExplain: (explain: boolean) => void;
  /** Null until an operation was answered. */
  readonly answer: Answer | null;
}

export const PageContext = createContext<PageState>({
  token: null,
  explain: false,
  setExplain: () => undefined,
  answer: null,
});

export function usePage(): PageState {
  return useContext(PageContext);
}
