/**
 * Which of its two languages the page speaks: Chinese unless the reader chose English before.
 *
 * Switching reloads the page, because the editor and the query tool build their texts once, when their modules load.
 */
export type Language = "zh-CN" | "en";

const storageKey = "goldseed.language";

export function currentLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "zh-CN";
  } catch {
    return "zh-CN";
  }
}

export function switchLanguage(): void {
  try {
    localStorage.setItem(storageKey, currentLanguage() === "en" ? "zh-CN" : "en");
  } catch {
    // A browser that forbids storage keeps Chinese; there is nothing to tell the reader beyond that.
  }
  location.reload();
}
