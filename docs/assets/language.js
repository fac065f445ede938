// @ts-check
// The switch between languages keeps what is chosen on the page, and whoever's browser asks for the
// other language is told once, in that language, that the page has it. Nobody is sent there.
(() => {
  const KEPT = "peermap-language";

  /** What the reader has said of languages before; empty for nothing, or where nothing is kept. */
  const kept = () => {
    try {
      return localStorage.getItem(KEPT) ?? "";
    } catch {
      return "closed";
    }
  };

  /** @param {string} said */
  const keep = (said) => {
    try {
      localStorage.setItem(KEPT, said);
    } catch {
      // A browser that keeps nothing is not asked: see kept().
    }
  };

  /** @type {HTMLAnchorElement[]} */
  const links = [...document.querySelectorAll("a[data-language]")].filter((link) => link instanceof HTMLAnchorElement);
  for (const link of links) {
    link.addEventListener("click", () => {
      const to = new URL(link.href);
      to.search = location.search;
      to.hash = location.hash;
      link.href = to.href;
      keep(link.hreflang);
    });
  }

  const here = document.documentElement.lang;
  const wanted = navigator.languages.map((one) => one.split("-")[0]);
  const first = wanted.find((one) => one === here || links.some((link) => link.hreflang === one));
  const link = links.find((one) => one.hreflang === first);
  if (link && !kept()) offer(link);

  /** A line at the top of the page that leads there, and can be closed for good. @param {HTMLAnchorElement} to */
  function offer(to) {
    const line = document.createElement("div");
    line.className = "pm-offer";
    line.lang = to.hreflang;
    line.setAttribute("role", "region");
    line.setAttribute("aria-label", to.dataset.offer ?? "");
    const way = document.createElement("a");
    way.href = to.href;
    way.hreflang = to.hreflang;
    way.textContent = to.dataset.offer ?? "";
    way.addEventListener("click", (event) => {
      event.preventDefault();
      to.click();
    });
    const close = document.createElement("button");
    close.type = "button";
    close.className = "pm-button";
    close.textContent = to.dataset.close ?? "";
    close.addEventListener("click", () => {
      keep("closed");
      line.remove();
    });
    line.append(way, close);
    document.querySelector(".pm-header")?.after(line);
  }
})();
