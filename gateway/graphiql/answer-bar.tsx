/**
 * The line below the answer: how long, how big, how many, at what cost, and the id to quote when asking for help.
 */
import type { ReactElement } from "react";
import type { Answer } from "./answer.ts";
import { usePage } from "./page-state.ts";
import type { TextKey } from "./texts.ts";
import { text } from "./texts.ts";

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function elapsed(answer: Answer): string {
  const total = milliseconds(answer.elapsedMs);
  if (answer.serverMs === null) return total;
  return `${total} (${text("serverElapsed")} ${milliseconds(answer.serverMs)})`;
}

function facts(answer: Answer): readonly (readonly [TextKey, string | null])[] {
  return [
    ["elapsed", elapsed(answer)],
    ["bytes", answer.bytes === null ? null : size(answer.bytes)],
    ["rows", answer.rows.toLocaleString("zh-CN")],
    ["cost", answer.cost?.toLocaleString("zh-CN") ?? null],
    ["errorCount", answer.errorCount === 0 ? null : String(answer.errorCount)],
    ["requestId", answer.requestId],
  ];
}

export function AnswerBar(): ReactElement {
  const { answer, following } = usePage();
  if (following !== null) {
    const words = following === "now" ? "following" : "streamEnded";
    return <div className="goldseed-answer">{text(words)}</div>;
  }
  if (answer === undefined || answer === null) {
    const words = answer === null ? "noAnswer" : "notRunYet";
    return <div className="goldseed-answer">{text(words)}</div>;
  }
  return (
    <div className="goldseed-answer" role="status">
      <span>HTTP {answer.status}</span>
      {facts(answer)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => (
          <span key={key} data-fact={key}>
            {text(key)} <b>{value}</b>
          </span>
        ))}
    </div>
  );
}
