/** Mends a form of organisation that a slip has broken (`酉限公司`, `有公限司`), so that the slip is not taken for a name. */
const forms = ["股份有限公司", "有限责任公司", "专业合作社", "有限公司"];

/** The name with its closing form as it should be written; the name itself where no form is one slip away. */
export function mendForm(name: string): string {
  if (name.endsWith("无限公司")) return name;
  for (const form of forms) {
    if (name.endsWith(form)) return name;
    for (const length of [form.length, form.length - 1, form.length + 1]) {
      const tail = name.slice(-length);
      if (name.length >= length + 2 && isOneSlip(tail, form)) return name.slice(0, -length) + form;
    }
  }
  return name;
}

/** One character wrong, lost, doubled or swapped with its neighbour. */
function isOneSlip(tail: string, form: string): boolean {
  let start = 0;
  while (start < tail.length && tail.charAt(start) === form.charAt(start)) start++;
  let end = 0;
  const shorter = Math.min(tail.length, form.length) - start;
  while (end < shorter && tail.charAt(tail.length - 1 - end) === form.charAt(form.length - 1 - end))
    end++;
  const wrong = tail.slice(start, tail.length - end);
  const right = form.slice(start, form.length - end);
  if (wrong.length === 1 && right.length === 1) return true;
  if (wrong.length === 2 && right.length === 2)
    return wrong.charAt(0) === right.charAt(1) && wrong.charAt(1) === right.charAt(0);
  if (wrong.length === 1 && right === "")
    return tail.charAt(start - 1) === wrong || tail.charAt(start + 1) === wrong;
  return wrong === "" && right.length === 1;
}
