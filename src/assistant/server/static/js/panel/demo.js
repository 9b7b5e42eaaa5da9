// An editor of a few lines beside the panel: shows what an adapter is, and lets one try it.

import { byId, h } from "../dom.js";
import { createPlainHost } from "./host_plain.js";
import { serveHost, windowPort } from "./host_message.js";

const LINES = [
  "高龄津贴",
  "受理条件",
  "本县户籍，年满80周岁。",
  "设定依据",
  "《中华人民共和国老年人权益保障法》第三十三条",
  "申请材料",
  "1. 高龄津贴申请表",
  "2. 居民身份证复印件1份",
  "3. 居住证明（村委会盖章）",
  "4. 健在证明",
];

const editor = byId("editor");
document.execCommand("defaultParagraphSeparator", false, "p");
editor.replaceChildren(...LINES.map((line) => h("p", {}, line)));
serveHost(createPlainHost(editor), windowPort(byId("panel").contentWindow, location.origin));
