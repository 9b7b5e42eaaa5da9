// On paper nothing can be opened: every 为什么 is opened for printing and closed again.

export function openForPrinting(root) {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...root.querySelectorAll("details:not([open], .lazy, .kept-materials)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
