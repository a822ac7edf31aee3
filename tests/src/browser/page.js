// What a person perceives of the page; every script of a journey begins with this.
const squeezed = text => (text ?? '').replace(/\s+/g, ' ').trim();

const isSeen = element =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;

// What a label says without what is only said beside it, unless that is all it says.
const labelled = label => {
  const span = label.querySelector('span:not(.quiet)');
  if (span) return span.innerText;
  const beside = '.quiet, input, select, textarea';
  const own = [...label.childNodes].filter(node => !node.matches?.(beside)).map(node => node.textContent).join('');
  return squeezed(own) || (label.querySelector('span') ?? label).innerText;
};

// The name by which a screen reader calls it. A label is the name of its field without the count beside it.
const nameOf = element => {
  const label = element.labels?.[0];
  return squeezed(
    element.getAttribute('aria-label') ??
      (label ? labelled(label) : element.textContent),
  );
};

const ROLES = {
  link: 'a[href]:not([role])',
  button: 'button, summary, [role=button]',
  heading: 'h1, h2, h3',
  box: 'input[type=search], input[type=text], input[type=email], input[type=tel], input[type=url], input[type=password], textarea',
  choice: 'select',
  check: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  file: 'input[type=file]',
  option: '[role=option]',
};

const seen = selector => [...document.querySelectorAll(selector)].filter(isSeen);
const named = (role, name) => seen(ROLES[role]).filter(element => nameOf(element) === name);
const names = role => seen(ROLES[role]).map(nameOf);
const texts = selector => seen(selector).map(element => squeezed(element.innerText));

// What is still on its way.
const waiting = () => {
  const busy = [...document.querySelectorAll('[aria-busy=true], .skeleton, #waiting')].map(element => element.className);
  if (document.fonts.status !== 'loaded') busy.push('fonts');
  if (document.querySelector('.map-frame') && !document.querySelector('.map .map-name-islands')) busy.push('map');
  return busy;
};
