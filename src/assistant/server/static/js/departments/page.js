// A department: its goals, its items, its files, and the list of basic items beside it.

import { get } from "../api.js";
import { byId, h, menu, say } from "../dom.js";
import { saveLinks } from "../saving.js";
import { dropped, send, watch } from "../upload/send.js";
import { startBaseline } from "./baseline.js";
import { showCircles } from "./circles.js";
import { itemsTable } from "./items.js";

const name = byId("department").dataset.name;
const path = `/departments/${encodeURIComponent(name)}`;
let items = [];

for (const [button, input] of [["add", "files"], ["add-folder", "folder"]]) {
  byId(button).addEventListener("click", () => byId(input).click());
  byId(input).addEventListener("change", (event) => {
    const files = [...event.target.files];
    event.target.value = "";
    begin(files);
  });
}
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  begin(await dropped(event.dataTransfer));
});
byId("only-open").addEventListener("change", draw);
byId("find").addEventListener("input", draw);
menu(byId("downloads"));
saveLinks(byId("downloads"));

async function begin(files) {
  if (!files.length) return;
  try {
    const answer = await send(files, name, "");
    await watch(answer.job);
  } catch (fault) {
    say(fault.message, true);
  }
  await show();
}

function draw() {
  const words = byId("find").value.trim();
  const wanted = items.filter((item) => (!byId("only-open").checked || item.open > 0) && (item.item_name ?? "").includes(words));
  byId("items").replaceChildren(itemsTable(wanted, items.length));
}

async function show() {
  const box = byId("items");
  try {
    const { departments } = await get("/departments");
    const found = departments.some((each) => each.name === name) ? await get(path) : { items: [] };
    items = found.items;
    draw();
    showCircles(found.circles ?? []);
    await charts();
  } catch (fault) {
    box.replaceChildren(h("p", { class: "fault", role: "alert" }, fault.message));
  }
  box.setAttribute("aria-busy", "false");
}

/** The charts are drawn by the server: the same files go into reports. */
async function charts() {
  const answer = await fetch(`/departments/${encodeURIComponent(name)}/goals`);
  if (!answer.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
  byId("goals").replaceChildren(...drawn.body.children);
}

startBaseline(path, show);
show();
const job = new URLSearchParams(location.search).get("job");
if (job) watch(job).then(show);
