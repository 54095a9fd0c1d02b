// Makes lists sortable, filterable and downloadable, and opens customers' pages. Without it everything else can still be read.
(() => {
  'use strict';
  const data = id => JSON.parse(document.getElementById(id).textContent);
  const words = data('words');
  const customers = data('customers');
  const sentences = data('sentences');
  const say = place => sentences[place];
  const make = (name, props, ...inside) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...inside.filter(each => each !== null && each !== undefined));
    return element;
  };

  // What a cell is compared by: what it says for that, else the number in it, else its text.
  const keyOf = cell => {
    if (cell.dataset.v !== undefined) return Number.isNaN(+cell.dataset.v) ? cell.dataset.v : +cell.dataset.v;
    const text = cell.textContent.trim();
    if (!cell.classList.contains('number')) return text;
    const found = /-?\d[\d,]*(\.\d+)?/.exec(text.replace('−', '-').replace(/^-\D+/, '-'));
    return found ? +found[0].replaceAll(',', '') : -Infinity;
  };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  const choicesOf = cell => {
    const chips = [...cell.querySelectorAll('.chip')];
    return (chips.length ? chips : [cell.querySelector('.mark') ?? cell]).map(each => {
      const copy = each.cloneNode(true);
      copy.querySelectorAll('small,i').forEach(part => part.remove());
      return copy.textContent.trim();
    }).filter(text => text);
  };

  // A spreadsheet runs what begins with one of these.
  const safe = text => /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  const fieldOf = cell => {
    let text = [...cell.childNodes].map(node => node.nodeType === 1 && node.tagName === 'SMALL' ? '\n' + node.textContent : node.textContent)
      .join('').trim().replace(/[ \t]*\n\s*/g, '; ');
    const money = /^-?[^\d\s-]{0,3}-?\d[\d,]*(\.\d+)?$/.exec(text);
    text = cell.classList.contains('number') && money ? text.replace(/[^\d.-]/g, '') : safe(text);
    return /[",;\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const download = (name, rows) => {
    const text = '\ufeff' + rows.map(row => row.join(',')).join('\r\n') + '\r\n';
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = make('a', { href: url, download: name.replace(/[\\/:*?"<>|]+/g, ' ') + '.csv' });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  for (const table of document.querySelectorAll('table[data-list]')) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const name = table.dataset.list;
    const shown = +table.dataset.shown;
    let isWhole = rows.length <= shown;
    const count = make('span', { className: 'count' });
    count.setAttribute('role', 'status');
    const search = make('input', { type: 'search' });
    const selects = table.dataset.choices.split(' ').filter(text => text).map(Number).map(column => {
      const values = new Map();
      for (const row of rows) for (const value of choicesOf(row.cells[column])) values.set(value, (values.get(value) ?? 0) + 1);
      const select = make('select', {}, make('option', { value: '' }, words.all),
        ...[...values].sort((a, b) => b[1] - a[1]).map(([value, times]) => make('option', { value }, `${value} (${times})`)));
      return { column, select, isUseful: values.size > 1 };
    }).filter(each => each.isUseful);
    const more = make('button', { type: 'button', onclick: () => { isWhole = !isWhole; update(); } });
    const update = () => {
      const wanted = search.value.trim().toLocaleLowerCase();
      const matching = [];
      for (const row of body.rows) {
        const isOne = (!wanted || row.textContent.toLocaleLowerCase().includes(wanted))
          && selects.every(({ column, select }) => !select.value || choicesOf(row.cells[column]).includes(select.value));
        row.hidden = !isOne;
        if (isOne) matching.push(row);
        row.classList.toggle('off', isOne && !isWhole && matching.length > shown);
      }
      count.textContent = words.count.replace('{0}', matching.length).replace('{1}', rows.length);
      more.hidden = matching.length <= shown;
      more.textContent = isWhole ? words.fewer : words.more.replace('{0}', matching.length);
      more.setAttribute('aria-expanded', isWhole);
    };
    search.oninput = update;
    for (const { select } of selects) select.onchange = update;
    const save = make('button', {
      type: 'button', textContent: words.download,
      onclick: () => download(name, [heads, ...[...body.rows].filter(row => !row.hidden).map(row => [...row.cells])]
        .map(cells => [...cells].map(cell => fieldOf(cell)))),
    });
    heads.forEach((head, column) => {
      const text = head.textContent;
      const button = make('button', { type: 'button', className: 'sort', textContent: text });
      button.onclick = () => {
        const isDown = head.getAttribute('aria-sort') === 'ascending'
          || (head.classList.contains('number') && head.getAttribute('aria-sort') !== 'descending');
        heads.forEach(each => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
        const keys = new Map([...body.rows].map(row => [row, keyOf(row.cells[column])]));
        body.append(...[...body.rows].sort((a, b) => (isDown ? -1 : 1) * compare(keys.get(a), keys.get(b))));
        update();
      };
      head.replaceChildren(button);
    });
    const tools = make('div', { className: 'tools' },
      rows.length > 5 ? make('label', {}, words.filter + ' ', search) : null,
      ...selects.map(({ column, select }) => make('label', {}, heads[column].textContent + ' ', select)), save, count);
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', name);
    table.parentElement.before(tools);
    table.parentElement.after(make('div', { className: 'tools' }, more));
    update();
  }

  const list = lines => lines.length ? make('ul', {}, ...lines.map(line => make('li', {}, say(line)))) : null;
  const part = (title, ...inside) => make('div', {}, make('h3', { textContent: title }), ...inside);
  const mark = ({ style, answer }) => make('span', { className: 'mark ' + style, textContent: say(answer) });
  const open = customer => {
    const close = make('button', { type: 'button', className: 'close', textContent: words.close, onclick: () => dialog.close() });
    const title = make('h2', { id: 'customer-name', textContent: customer.name });
    const facts = [];
    for (let i = 0; i < customer.facts.length; i += 2) {
      facts.push(make('div', {}, make('dt', {}, say(customer.facts[i])), make('dd', {}, say(customer.facts[i + 1]))));
    }
    const dialog = make('dialog', { onclose: () => dialog.remove() },
      make('div', { className: 'bar' }, title, close),
      make('div', { className: 'in' }, make('dl', {}, ...facts),
        make('div', { className: 'cols' },
          customer.today.length ? part(words.today, list(customer.today)) : null,
          part(words.stage, make('p', {}, say(customer.stage)), list(customer.missing)),
          part(words.answers, ...customer.answers.map(each =>
            make('div', {}, make('p', {}, say(each.name) + ' ', mark(each)), list(each.why)))),
          part(words.changes, list(customer.changes) ?? make('p', {}, words.nothing)),
          customer.segments.length ? part(words.segments, ...customer.segments.map(each =>
            make('details', { open: each.style === 'yes' }, make('summary', {}, say(each.name) + ' ', mark(each)), list(each.why)))) : null)));
    dialog.setAttribute('aria-labelledby', 'customer-name');
    document.body.append(dialog);
    dialog.showModal();
  };
  for (const span of document.querySelectorAll('[data-c]')) {
    const button = make('button', { type: 'button', className: 'open', textContent: span.textContent });
    button.setAttribute('aria-haspopup', 'dialog');
    button.onclick = () => open(customers[span.dataset.c]);
    span.replaceChildren(button);
  }

  // What is wider than its place can be moved by the keyboard too.
  const fit = new ResizeObserver(seen => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const place of document.querySelectorAll('.scroll')) {
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', place.querySelector('caption').textContent);
    fit.observe(place);
  }

  // On paper nothing is folded away.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('main details:not([open])')];
    for (const each of folded) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of folded) each.open = false;
  });

  // Where the reader is.
  const links = new Map([...document.querySelectorAll('.contents a')].map(link => [link.hash.slice(1), link]));
  const watch = new IntersectionObserver(seen => {
    for (const each of seen.filter(one => one.isIntersecting)) {
      links.forEach(link => link.removeAttribute('aria-current'));
      links.get(each.target.id)?.setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '-10% 0px -75% 0px' });
  links.forEach((_, id) => watch.observe(document.getElementById(id)));
})();
