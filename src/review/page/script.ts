/** The script of the page: search, filters, and opening what a link leads to. Everything is on the page without it. */
export const SCRIPT = `
(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const items = all('.item');
  const parts = all('.part');
  const queries = all('details.query');
  const kinds = all('input[name=kind]');
  const search = byId('search');
  let texts;

  function show() {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const wanted = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    const isAll = words.length === 0 && wanted.size === 0;
    texts = texts || items.map((item) => item.textContent.toLowerCase());
    let count = 0;
    items.forEach((item, index) => {
      const isShown = (wanted.size === 0 || wanted.has(item.dataset.kind)) && words.every((word) => texts[index].includes(word));
      item.hidden = !isShown;
      count += isShown ? 1 : 0;
    });
    parts.forEach((part) => { part.hidden = !isAll && !part.querySelector('.item:not([hidden])'); });
    byId('nothing').hidden = isAll || count > 0;
    byId('status').textContent = isAll ? '' : count + ' of ' + items.length + ' shown';
  }

  function reset() {
    search.value = '';
    kinds.forEach((box) => { box.checked = false; });
    show();
  }

  function target() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* as it is */ }
    const found = id && byId(id);
    if (!found || found === search) {
      return;
    }
    if (found.closest('[hidden]')) {
      reset();
    }
    const query = found.matches('li') && found.querySelector('details');
    if (query) {
      query.open = true;
    }
    found.scrollIntoView();
  }

  function openAll(isOpen) {
    queries.forEach((query) => { query.open = isOpen; });
    byId('queries').setAttribute('aria-pressed', String(isOpen));
  }

  document.querySelector('.tools').hidden = false;
  search.addEventListener('input', show);
  search.addEventListener('keydown', (event) => { if (event.key === 'Escape') { reset(); } });
  kinds.forEach((box) => box.addEventListener('change', show));
  byId('queries').addEventListener('click', () => openAll(byId('queries').getAttribute('aria-pressed') !== 'true'));
  addEventListener('hashchange', target);

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = queries.filter((query) => !query.open);
    closed.forEach((query) => { query.open = true; });
  });
  addEventListener('afterprint', () => { closed.forEach((query) => { query.open = false; }); });

  const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    entries.forEach(({ target: part, isIntersecting }) => { seen[isIntersecting ? 'add' : 'delete'](part); });
    const current = parts.find((part) => seen.has(part));
    links.forEach((link, id) => {
      if (current && id === current.id) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
    });
  }, { rootMargin: '-20% 0px -60% 0px' });
  parts.forEach((part) => observer.observe(part));
  show();
  target();
})();
`;
