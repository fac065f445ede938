// @ts-check
// Where the pages in the language of this one begin. Scripts and data lie beside the English pages
// and cannot tell; the header of every page leads to the basket in its language.

/** An address that ends in a slash. */
export function root() {
  const basket = document.querySelector("[data-basket-link]");
  return basket instanceof HTMLAnchorElement ? new URL("../", basket.href).href : new URL("./", document.baseURI).href;
}
