// The page's script: tables in pages that can be sorted, filtered and searched, boxes that filter them, texts of drawings. All
// texts are set as text, none is ever read as markup.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (name, id) => document.querySelector(`[data-${name}="${id}"]`);

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  /** What the boxes of grids have chosen, by column. */
  const chosen = new Map();

  const tables = all("table[data-rows]").map((table) => {
    const id = table.dataset.rows;
    const pageRows = Number(table.dataset.size);
    const paperRows = Number(table.dataset.paper);
    const labelled = table.classList.contains("many");
    const columns = JSON.parse(one("of", id).textContent);
    const count = columns.length === 0 ? 0 : columns[0].cells.length;
    const body = table.tBodies[0];
    const search = one("search", id);
    const choices = all(`[data-choice="${id}"]`);
    const pages = one("pages", id);
    const said = one("count", id);
    const folded = columns.map(({ look, values }) => (look === "figure" ? values : values.map(fold)));
    let order = Array.from({ length: count }, (_, row) => row);
    let page = 0;

    const columnOf = (name) => columns.findIndex((column) => column.name === name);

    /** For each column that something is chosen of, whether a value of it is to be seen. */
    const conditions = () => {
      const found = [];
      for (const choice of choices)
        if (choice.value !== "") {
          const wanted = Number(choice.value);
          found.push([columnOf(choice.dataset.column), (value) => value === wanted]);
        }
      for (const [name, value] of chosen) {
        const at = columnOf(name);
        if (at >= 0) {
          const wanted = columns[at].values.indexOf(value);
          found.push([at, (cell) => cell === wanted && cell >= 0]);
        }
      }
      return found;
    };

    const rowsToShow = () => {
      const asked = conditions();
      const words = fold(search.value).split(/\s+/).filter(Boolean);
      // Which values of each column hold each word is found once, not once a row.
      const holding = words.map((word) => folded.map((values) => values.map((value) => value.includes(word))));
      return order.filter(
        (row) =>
          asked.every(([at, isWanted]) => isWanted(columns[at].cells[row])) &&
          holding.every((held) => held.some((values, at) => values[columns[at].cells[row]] === true)),
      );
    };

    const below = columns.filter(({ look }) => look === "below");
    const beside = columns.filter(({ look }) => look !== "below");

    /** A row, and what stands below it across its whole width. */
    const linesOf = (row) => {
      const line = document.createElement("tr");
      for (const { label, look, values, cells, tones } of beside) {
        const cell = line.insertCell();
        const text = values[cells[row]] ?? "";
        cell.textContent = text;
        if (look !== "words") cell.classList.add(look);
        if (tones[text] !== undefined) cell.classList.add(`tone-${tones[text]}`);
        if (labelled) cell.dataset.label = label;
      }
      const told = below.filter(({ values, cells }) => (values[cells[row]] ?? "") !== "");
      if (told.length === 0) return [line];
      const more = document.createElement("tr");
      more.className = "below";
      const cell = more.insertCell();
      cell.colSpan = beside.length;
      const text = document.createElement("div");
      for (const { label, values, cells } of told) {
        const part = document.createElement("span");
        const name = document.createElement("b");
        name.textContent = label;
        part.append(name, ` ${values[cells[row]]}`);
        text.append(part, " ");
      }
      cell.append(text);
      return [line, more];
    };

    const show = (onPaper = false) => {
      const rows = rowsToShow();
      const last = Math.max(0, Math.ceil(rows.length / pageRows) - 1);
      page = Math.min(page, last);
      const from = onPaper ? 0 : page * pageRows;
      const to = Math.min(from + (onPaper ? paperRows : pageRows), rows.length);
      body.replaceChildren(...rows.slice(from, to).flatMap(linesOf));
      if (rows.length > 0) {
        const shown = `${from + 1} to ${to}`;
        said.textContent =
          rows.length === count ? `rows ${shown} of ${count}` : `rows ${shown} of ${rows.length}; ${count} in all`;
      } else if (count > 0) said.textContent = `none of ${count} rows`;
      pages.hidden = last === 0;
      pages.querySelector("span").textContent = `page ${page + 1} of ${last + 1}`;
      const [back, next] = all("button", pages);
      back.disabled = page === 0;
      next.disabled = page === last;
      return rows.length;
    };

    const sort = (button) => {
      const header = button.closest("th");
      const { look, cells } = columns[Number(button.dataset.sort)];
      const was = header.getAttribute("aria-sort");
      // Figures begin with the largest.
      const [first, second] = look === "figure" ? ["descending", "ascending"] : ["ascending", "descending"];
      const now = was === first ? second : first;
      for (const other of all("th", table)) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", now);
      const sign = now === "ascending" ? 1 : -1;
      // What is not known stands last either way.
      order = order.toSorted((a, b) => {
        const [x, y] = [cells[a], cells[b]];
        if (x < 0 || y < 0) return (x < 0) - (y < 0) || a - b;
        return (x - y) * sign || a - b;
      });
      page = 0;
      show();
    };

    for (const button of all("[data-sort]", table)) button.addEventListener("click", () => sort(button));
    search.addEventListener("input", () => {
      page = 0;
      show();
    });
    for (const choice of choices)
      choice.addEventListener("change", () => {
        page = 0;
        show();
      });
    for (const button of all("button", pages))
      button.addEventListener("click", () => {
        page += Number(button.dataset.step);
        show();
      });
    one("reset", id).addEventListener("click", () => {
      search.value = "";
      for (const choice of choices) choice.value = "";
      for (const name of columns.map((column) => column.name)) chosen.delete(name);
      showAll();
    });
    one("tools", id).addEventListener("submit", (event) => event.preventDefault());
    one("tools", id).hidden = false;
    return {
      names: columns.map((column) => column.name),
      caption: table.caption.textContent,
      print: () => show(true),
      resume: () => show(),
      show: () => {
        page = 0;
        return show();
      },
    };
  });

  const boxes = all("button[data-filter]");
  const resting = new Map(all("[data-chosen]").map((line) => [line, line.textContent]));

  function showAll() {
    const counts = tables.map((table) => [table, table.show()]);
    for (const box of boxes)
      box.setAttribute("aria-pressed", String(chosen.get(box.dataset.filter) === box.dataset.value));
    for (const [line, text] of resting) {
      const name = line.dataset.chosen;
      const value = chosen.get(name);
      const told = counts
        .filter(([{ names }]) => names.includes(name))
        .map(([{ caption }, count]) => `${caption}: ${count}`);
      line.textContent =
        value === undefined ? text : `${value} is chosen. ${told.join("; ")}. Choose it again to see all.`;
    }
  }

  for (const box of boxes)
    box.addEventListener("click", () => {
      const { filter, value } = box.dataset;
      if (chosen.get(filter) === value) chosen.delete(filter);
      else chosen.set(filter, value);
      showAll();
    });

  for (const table of tables) table.show();

  // Paper has no pages to turn.
  window.addEventListener("beforeprint", () => {
    for (const table of tables) table.print();
  });
  window.addEventListener("afterprint", () => {
    for (const table of tables) table.resume();
  });

  const tip = document.getElementById("tip");
  const tips = new Map(all("script[data-tips]").map((data) => [data.dataset.tips, JSON.parse(data.textContent)]));
  const hide = () => {
    tip.hidden = true;
  };
  const tell = (event) => {
    const part = event.target.closest?.("[data-tip]");
    const texts = part && tips.get(part.closest("figure").id);
    const [series, place] = part ? part.dataset.tip.split(".").map(Number) : [];
    const text = texts?.[series]?.[place];
    if (text === undefined) return hide();
    tip.textContent = text;
    tip.hidden = false;
    const left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
    const above = event.clientY + 18 + tip.offsetHeight > window.innerHeight;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${above ? event.clientY - tip.offsetHeight - 12 : event.clientY + 18}px`;
  };
  for (const figure of all("figure")) {
    figure.addEventListener("pointermove", tell);
    figure.addEventListener("pointerdown", tell);
    figure.addEventListener("pointerleave", hide);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
