/** Where the language model answers: given by the operator, checked once, never taken from a notice. */
import { GoldseedError } from "../../../../domain/errors.ts";

export interface ModelEndpoint {
  /** Address the path `/chat/completions` is added to. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as bearer token; null for an endpoint without keys. */
  readonly apiKey: string | null;
  readonly timeoutMs: number;
}

export const defaultTimeoutMs = 60_000;

/** Addresses of cloud metadata services: no model lives there, credentials do. */
const forbiddenHosts = /^(?:169\.254\.|\[?fe80:|metadata\.google\.internal$|100\.100\.100\.200$)/i;

/**
 * The address of the chat call.
 * @throws GoldseedError CONFIG_INVALID when the base address is no plain http(s) address.
 */
export function chatAddress({ baseUrl }: ModelEndpoint): URL {
  const url = URL.parse(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
  const reason = url === null ? "it is no address" : faultOf(url);
  if (url === null || reason !== undefined)
    throw new GoldseedError(
      "CONFIG_INVALID",
      `模型地址有误 / LLM_BASE_URL "${withoutUser(baseUrl)}" cannot be used: ${reason ?? ""}. Set it to an address such as https://model.example.cn/v1.`,
    );
  return new URL("chat/completions", url);
}

function faultOf(url: URL): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "only http and https are taken";
  if (url.username !== "" || url.password !== "")
    return "it holds a user name; put the key into LLM_API_KEY_FILE";
  if (url.search !== "" || url.hash !== "") return "it holds a query";
  return forbiddenHosts.test(url.hostname) ? "this host is never a model's" : undefined;
}

function withoutUser(address: string): string {
  return address.replace(/\/\/[^/@]*@/, "//…@");
}
