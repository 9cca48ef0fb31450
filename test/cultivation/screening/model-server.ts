/** A small server that speaks the chat protocol with recorded answers, so that tests need no model and no network. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Recorded {
  readonly status?: number;
  /** Content of the assistant's message; wrapped in the protocol's envelope. */
  readonly content?: string;
  /** The whole body instead. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly silent?: true;
}

export interface Seen {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly temperature: number;
    readonly tools?: unknown;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: {
      readonly type: string;
      readonly json_schema: { readonly schema: Record<string, unknown> };
    };
  };
}

export interface ModelServer {
  readonly baseUrl: string;
  readonly seen: readonly Seen[];
  readonly answer: (recorded: Recorded) => void;
  readonly close: () => Promise<void>;
}

/** Starts the server on a free port of the loopback. */
export async function startModelServer(): Promise<ModelServer> {
  const seen: Seen[] = [];
  let next: Recorded = {};
  const server = createServer((request, response) => {
    void record(request, seen).finally(() => reply(response, next));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    answer: (recorded) => {
      next = recorded;
    },
    close: () => closed(server),
  };
}

async function record(request: IncomingMessage, seen: Seen[]): Promise<void> {
  const body = JSON.parse(await read(request)) as Seen["body"];
  seen.push({ url: request.url ?? "", authorization: request.headers.authorization, body });
}

function reply(
  response: ServerResponse,
  { status = 200, content, body, headers, silent }: Recorded,
): void {
  if (silent === true) return;
  const envelope = {
    id: "r",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content } }],
  };
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body ?? JSON.stringify(envelope));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => done());
  });
}
