/**
 * Makes an element. Strings among the children become text and never markup: everything shown on the page,
 * typed by people or not, goes through here.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The element of index.html with this id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`index.html lacks #${id}`);
  return found;
}

/**
 * A fresh copy of one of the drawings kept in index.html.
 * @param {'warning' | 'file' | 'group' | 'private'} name
 * @returns {Node}
 */
export function icon(name) {
  return byId(`icon-${name}`, HTMLTemplateElement).content.cloneNode(true);
}

/**
 * Text for people who cannot see the layout.
 * @param {string} text
 */
export function spoken(text) {
  return element('span', { class: 'visually-hidden' }, text);
}
