// What the tests ask of a page. Each answer is a list of sentences about what is wrong, or a plain figure.
globalThis.measure = (() => {
  const name = element => {
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
    const place = element.closest('section')?.id ?? '-';
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> in ${place}: ${text}`;
  };
  const isShown = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
  // What is for those who hear the page stands in a box of one pixel, or left of the page until it has the focus.
  const isHeardOnly = element => {
    for (let each = element; each; each = each.parentElement) {
      const { width, height, right } = each.getBoundingClientRect();
      if (right < 0 || (width <= 1 && height <= 1)) return true;
    }
    return false;
  };
  const isMoved = element => element.parentElement?.closest('.scroll,.contents') !== null;

  // Nothing stands beyond the page's edge, but what can be moved there within its own place; nothing is cut off.
  const overflow = () => {
    const root = document.documentElement;
    const wrong = [];
    const isWide = root.scrollWidth > root.clientWidth;
    if (isWide) wrong.push(`the page is ${root.scrollWidth} wide, the window ${root.clientWidth}`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element) || isHeardOnly(element) || element.ownerSVGElement) continue;
      const box = element.getBoundingClientRect();
      if (isWide && !element.closest('.scroll,.contents')) {
        // Words may stand out of the box that holds them.
        const words = document.createRange();
        words.selectNodeContents(element);
        const { right } = words.getBoundingClientRect();
        if (right > root.clientWidth + 1) wrong.push(`words end at ${Math.round(right)}: ${name(element)}`);
      }
      if (box.right > root.clientWidth + 1 && !isMoved(element)) wrong.push(`ends at ${Math.round(box.right)}: ${name(element)}`);
      if (getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
        wrong.push(`cut at ${element.clientWidth} of ${element.scrollWidth}: ${name(element)}`);
      }
    }
    return wrong;
  };

  // The words of a chart stand inside it, and not on one another.
  const charts = () => {
    const wrong = [];
    for (const chart of document.querySelectorAll('svg')) {
      if (!isShown(chart)) continue;
      const whole = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll('text')].filter(each => each.textContent.trim());
      const boxes = texts.map(each => each.getBoundingClientRect());
      const title = chart.querySelector('title')?.textContent;
      boxes.forEach((box, i) => {
        if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 2 || box.bottom > whole.bottom + 2) {
          wrong.push(`"${texts[i].textContent}" stands out of the chart "${title}"`);
        }
        for (let j = i + 1; j < boxes.length; j++) {
          const other = boxes[j];
          const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (width > 1.5 && height > 4) {
            wrong.push(`"${texts[i].textContent}" and "${texts[j].textContent}" overlap in the chart "${title}"`);
          }
        }
      });
    }
    return wrong;
  };

  const shownRows = id => [...document.getElementById(id).tBodies[0].rows].filter(isShown);
  const column = (id, index) => shownRows(id).map(row => row.cells[index].textContent.trim());
  const folded = () => [...document.querySelectorAll('main details')].filter(each =>
    [...each.children].some(child => child.tagName !== 'SUMMARY' && (!isShown(child) || child.getBoundingClientRect().height === 0)))
    .map(name);
  return { overflow, charts, shownRows, column, folded, isShown };
})();
