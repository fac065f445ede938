// @ts-check
// For pages opened from a disk, where a browser fetches nothing and shows a folder as a list of
// files. What a script fetches comes from the file of the same name with `.js` behind it; links
// to a folder lead to its page. On a page that comes from a server nothing changes.
"use strict";

(() => {
  if (location.protocol !== "file:") return;

  /** @type {Map<string, (text: string) => void>} */
  const waiting = new Map();

  /** @param {string} text what stands in the file; called by the script that carries it */
  const arrived = (text) => {
    const script = /** @type {HTMLScriptElement} */ (document.currentScript);
    waiting.get(script.src)?.(text);
    waiting.delete(script.src);
    script.remove();
  };

  /**
   * @param {string} address
   * @returns {Promise<string>}
   */
  const carried = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${address}.js`;
      script.onerror = () => reject(new TypeError(`${address} needs a web server`));
      waiting.set(script.src, resolve);
      document.head.append(script);
    });

  /** @param {RequestInfo | URL} asked */
  const fromDisk = async (asked) => {
    const address = asked instanceof Request ? asked.url : new URL(asked, document.baseURI).href;
    return new Response(await carried(address.replace(/[?#].*$/, "")));
  };

  /** @param {Event} event */
  const toPage = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const to = new URL(link.href);
    if (to.protocol !== "file:" || !to.pathname.endsWith("/")) return;
    to.pathname += "index.html";
    link.href = to.href;
  };

  Object.assign(window, { peermapFile: arrived, fetch: fromDisk });
  for (const kind of ["click", "auxclick", "contextmenu"]) {
    document.addEventListener(kind, toPage, { capture: true });
  }
})();
