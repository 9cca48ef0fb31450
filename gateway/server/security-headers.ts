/** Headers of every answer: nothing of it is sniffed, framed, or read by another site. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
};

/** Of what is no page: data is nothing to be shown or framed. A page brings its own policy. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";
