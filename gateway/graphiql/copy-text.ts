/**
 * Puts text on the clipboard. Pages served over plain HTTP on a district's network have no clipboard API, so the older
 * way through a selected field is the second try.
 */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return copyThroughSelection(content);
  }
}

function copyThroughSelection(content: string): boolean {
  const field = document.createElement("textarea");
  field.value = content;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
