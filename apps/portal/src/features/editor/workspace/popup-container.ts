/** Menus belong to the page's main part: at the document's end a screen reader would meet them outside every region. */
export function popupContainer(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest("main") ?? document.body;
}
