/**
 * The page's first script. It loads the editor's Chinese messages before any module of the editor, because the editor
 * reads its message table once, while its modules load.
 */
import { currentLanguage } from "./language.ts";

async function start(): Promise<void> {
  const language = currentLanguage();
  document.documentElement.lang = language;
  if (language === "zh-CN") await import("goldseed:monaco-zh-cn");
  const { mountApp } = await import("./app.tsx");
  await mountApp();
}

void start();
