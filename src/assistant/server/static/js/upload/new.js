// A guide's text, pasted: it becomes a document like any other.

import { follow, post } from "../api.js";
import { byId, today } from "../dom.js";

today(byId("as-of"));

byId("new").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  byId("fault").hidden = true;
  try {
    const answer = await post("/documents", form());
    await follow(answer.job, () => {});
    location.assign(`/documents/${answer.documents[0]}`);
  } catch (fault) {
    byId("fault").textContent = fault.message;
    byId("fault").hidden = false;
    button.disabled = false;
  }
});

function form() {
  const form = new FormData();
  form.append("text", byId("text").value);
  form.append("name", byId("name").value.trim() || "新建文本");
  for (const [field, id] of [["department", "department"], ["as_of", "as-of"]]) {
    if (byId(id).value.trim()) form.append(field, byId(id).value.trim());
  }
  return form;
}
