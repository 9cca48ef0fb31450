/** One call of an OpenAI-compatible chat endpoint: no redirects, bounded time, bounded size, no tools. */
import { GoldseedError } from "../../../../domain/errors.ts";
import { chatAddress, type ModelEndpoint } from "./model-endpoint.ts";

export interface ChatRequest {
  readonly system: string;
  readonly user: string;
  /** JSON Schema the answer must have. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** An answer longer than this is no tree of conditions. */
const mostBytes = 500_000;
/** Tokens the model may write. */
const mostTokens = 8_000;

/**
 * The text of the model's answer.
 * @throws GoldseedError MODEL_UNAVAILABLE when there is none in time. What it says is checked elsewhere.
 */
export async function completeChat(endpoint: ModelEndpoint, request: ChatRequest): Promise<string> {
  const response = await post(endpoint, request);
  if (!response.ok) {
    await response.body?.cancel();
    throw unavailable(statusReason(response.status));
  }
  const body = await readBounded(response);
  const text = contentOf(body);
  if (text === undefined) throw unavailable("its answer has no message");
  return text;
}

async function post(endpoint: ModelEndpoint, request: ChatRequest): Promise<Response> {
  const { apiKey, timeoutMs } = endpoint;
  const url = chatAddress(endpoint);
  try {
    return await fetch(url, {
      method: "POST",
      // A redirect could lead into the network the gateway stands in.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json",
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(bodyOf(endpoint, request)),
    });
  } catch (error) {
    throw unavailable(
      isTimeout(error) ? `it did not answer within ${timeoutMs} ms` : "it cannot be reached",
      error,
    );
  }
}

function bodyOf({ model }: ModelEndpoint, { system, user, schema }: ChatRequest) {
  return {
    model,
    temperature: 0,
    max_tokens: mostTokens,
    stream: false,
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
    response_format: {
      type: "json_schema",
      json_schema: { name: "screening_conditions", strict: true, schema },
    },
  };
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > mostBytes) throw unavailable(`its answer is longer than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof GoldseedError) throw error;
    throw unavailable(
      isTimeout(error) ? "it stopped answering in time" : "the connection broke",
      error,
    );
  }
  return Buffer.concat(chunks).toString("utf8");
}

function contentOf(body: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  const choices = (parsed as { choices?: { message?: { content?: unknown } }[] } | null)?.choices;
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  return typeof content === "string" ? content : undefined;
}

function statusReason(status: number): string {
  if (status === 401 || status === 403)
    return `it refused the key (HTTP ${status}); check LLM_API_KEY_FILE`;
  if (status === 404)
    return "it has no such model or path (HTTP 404); check LLM_BASE_URL and LLM_MODEL";
  return `it answered HTTP ${status}`;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

function unavailable(reason: string, cause?: unknown): GoldseedError {
  return new GoldseedError(
    "MODEL_UNAVAILABLE",
    `语言模型暂不可用 / The language model is not available: ${reason}. 可改用内置语法 / Use --extractor grammar meanwhile.`,
    { cause },
  );
}
