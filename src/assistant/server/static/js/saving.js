// Files of the server for the clerk's disk. Fetched first: a refusal is said in words instead of saved as a file.

import { answer } from "./api.js";
import { h, say } from "./dom.js";

/** `path` as in api.js. Says what is wrong itself. */
export async function save(method, path, body) {
  try {
    const file = await answer(method, path, body);
    hand(await file.blob(), nameOf(file) ?? "下载");
  } catch (fault) {
    say(fault.message, true);
  }
}

/** Links of the API marked `download`, wherever they stand below `root`. */
export function saveLinks(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[download]");
    if (!link) return;
    event.preventDefault();
    save("GET", link.getAttribute("href").replace("/api/v1", ""));
  });
}

function nameOf(file) {
  const written = /filename\*=UTF-8''([^;]+)/.exec(file.headers.get("Content-Disposition") ?? "");
  return written && decodeURIComponent(written[1]);
}

function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
