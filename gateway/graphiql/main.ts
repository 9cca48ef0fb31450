/**
 * The page's first script. It loads the editor's Chinese texts before any module of the editor, because those build
 * their menus and labels once, while they load.
 */
import { currentLanguage } from "./language.ts";

async function start(): Promise<void> {
  const language = currentLanguage();
  document.documentElement.lang = language;
  if (language === "zh-CN") await import("goldseed:editor-zh-cn");
  const { mountApp } = await import("./app.tsx");
  await mountApp();
}

void start();
