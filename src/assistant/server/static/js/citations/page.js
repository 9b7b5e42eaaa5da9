// The citation desk: three things an officer does, each in its own file.

import { byId, tabs, today } from "../dom.js";
import { startCheck } from "./check.js";
import { startLibrary } from "./library.js";
import { startWatch } from "./watch.js";

today(byId("as-of"));
today(byId("day"));

const pick = tabs(byId("tabs"));
startCheck();
const library = startLibrary();
startWatch();

const wanted = new URLSearchParams(location.search).get("law");
if (wanted) {
  pick(byId("tab-library"), false);
  library(wanted);
}
