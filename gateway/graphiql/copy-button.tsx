/**
 * A small button that copies one text and says whether it could.
 */
import type { ReactElement } from "react";
import { useState } from "react";
import { copyText } from "./copy-text.ts";
import { text } from "./texts.ts";

export function CopyButton({ content }: { readonly content: string }): ReactElement {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const label = isCopied === null ? "copy" : isCopied ? "copied" : "copyFailed";
  return (
    <button
      type="button"
      className="goldseed-small"
      onBlur={() => setCopied(null)}
      onClick={() => void copyText(content).then(setCopied)}
    >
      {text(label)}
    </button>
  );
}
