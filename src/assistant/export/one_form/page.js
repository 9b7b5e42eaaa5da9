"use strict";
(() => {
  const form = document.getElementById("form");
  const problems = document.getElementById("problems");
  const schema = JSON.parse(document.getElementById("schema").textContent);

  // What was filled in, as the schema names it; empty answers are left out.
  function answers() {
    const found = {};
    for (const [key, rule] of Object.entries(schema.properties)) {
      if (rule.type === "array") {
        const rows = rowsOf(key);
        if (rows.length) found[key] = rows;
        continue;
      }
      const value = new FormData(form).get(key);
      if (value) found[key] = rule.type === "number" ? Number(value) : value.trim();
    }
    return found;
  }

  function rowsOf(list) {
    const table = [...form.querySelectorAll("table[data-list]")].find((each) => each.dataset.list === list);
    const rules = schema.properties[list].items.properties;
    const rows = table ? [...table.tBodies[0].rows] : [];
    return rows
      .map((row) => Object.fromEntries([...row.querySelectorAll("input")]
        .filter((cell) => cell.value.trim())
        .map((cell) => [cell.dataset.key, rules[cell.dataset.key].type === "number" ? Number(cell.value) : cell.value.trim()])))
      .filter((row) => Object.keys(row).length);
  }

  function faulty() {
    const bad = [...form.elements].filter((each) => each.willValidate && !each.checkValidity());
    for (const each of form.elements) each.classList.toggle("bad", bad.includes(each));
    return bad;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bad = faulty();
    problems.hidden = bad.length === 0;
    if (bad.length) {
      const names = [...new Set(bad.map((each) => (schema.properties[each.name] || {}).title || each.name))];
      problems.textContent = `还有 ${names.length} 栏没有填好：${names.join("、")}`;
      bad[0].focus();
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(answers(), null, 2)], {type: "application/json"}));
    link.download = `${schema.title}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  form.addEventListener("click", (event) => {
    if (!event.target.matches(".more")) return;
    const body = event.target.parentElement.querySelector("tbody");
    const row = body.rows[0].cloneNode(true);
    for (const cell of row.querySelectorAll("input")) cell.value = "";
    body.append(row);
    row.querySelector("input").focus();
  });

  document.getElementById("print").addEventListener("click", () => window.print());
})();
