/** Shows the token to the gateway, which opens the query page for a while; the page takes the token over and forgets it here. */
const handover = "goldseed:handover";
const form = document.querySelector("form");
const field = document.querySelector("#token");
const told = document.querySelector("#told");
const button = document.querySelector("button");

const words = {
  401: "令牌无效或已过期。 The token is not valid, or has expired.",
  403: "此角色不能打开查询页。 This role may not open the page.",
};

// Here again with a token handed over: the browser has not kept the cookie.
if (sessionStorage.getItem(handover) !== null) {
  sessionStorage.removeItem(handover);
  told.textContent =
    "浏览器未接受会话，请经 HTTPS 访问。 The browser kept no session; come by HTTPS.";
}

async function open(token) {
  const headers = { authorization: `Bearer ${token}` };
  const { ok, status } = await fetch("graphiql/session", { method: "POST", headers });
  if (!ok) return words[status] ?? `网关答复 ${status}。 The gateway answered ${status}.`;
  sessionStorage.setItem(handover, token);
  location.reload();
  return "";
}

async function submit() {
  button.disabled = true;
  const token = field.value.trim().replace(/^Bearer\s+/i, "");
  told.textContent = await open(token).catch(() => "无法连接网关。 The gateway cannot be reached.");
  button.disabled = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void submit();
});
