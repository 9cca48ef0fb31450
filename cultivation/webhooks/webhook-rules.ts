/** What the server's settings say of webhooks. */
export interface WebhookRules {
  /** From which the secret of each webhook follows; at least 32 bytes. */
  readonly key: Buffer;
  /** Networks that may be told although they are not public, such as `10.20.0.0/16`: a government's own. */
  readonly privateNetworks: readonly string[];
}
