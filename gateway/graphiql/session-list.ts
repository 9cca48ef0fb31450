/**
 * The identities that a development gateway offers; a production gateway offers none, and the reader pastes a token.
 */
export interface Session {
  /** What the reader chooses by, such as `隐珠街道`. */
  readonly label: string;
  readonly tier: string;
  readonly token: string;
}

export interface SessionList {
  readonly development: boolean;
  readonly sessions: readonly Session[];
}

const none: SessionList = { development: false, sessions: [] };

export async function loadSessions(): Promise<SessionList> {
  try {
    const response = await fetch("graphiql/session.json", {
      headers: { accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as SessionList) : none;
  } catch {
    return none;
  }
}
