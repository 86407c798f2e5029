// The living picture: puts a canvas in place of the img, and listens. Nothing outside its own
// element is touched; if anything fails, the img stays.

import { inflate, columns, words } from './data.mjs';
import { model, replay, after, READY, RUN, WAIT } from './model.mjs';
import { byTime, byEvent, zoom, pan, time, max, min } from './axis.mjs';
import { draw } from './view.mjs';

export async function start(root) {
  const D = JSON.parse(root.querySelector('.gv-data').textContent), c = columns(D, await inflate(D.z)), W = words(D, c);
  const M = model(D, c, W), axes = { time: byTime(M.end || 1), event: byEvent(M.moments) }, main = root.querySelector('.gv-main');
  const S = { D, c, M, W, view: [0, 1], axis: axes[D.axis], n: 0 };
  const make = (tag, parent, text, set = {}) => {
    const e = document.createElement(tag);
    e.textContent = text;
    for (const k in set) e.setAttribute(k, set[k]);
    e.setAttribute('data-lm-suppress-shortcuts', 1);
    parent.append(e);
    return e;
  };
  const on = (e, kind, f, o) => e.addEventListener(kind, f, o);
  make('style', root, D.css);
  const home = D.left ? make('details', main, '') : main; // if events are left out, below the still picture
  if (D.left) make('summary', home, D.left);
  const bar = make('div', home, '', { class: 'gv-bar' }), button = {};
  for (const [k, label] of D.keys) button[k] = make('button', bar, label, { title: 'key ' + k, 'data-k': k });
  const search = make('input', bar, '', { type: 'search', placeholder: D.words.search, 'aria-label': 'search' });
  const pane = make('canvas', home, '', { tabindex: 0, role: 'application', 'aria-label': D.help, style: 'height:' + D.height + 'px' });
  const live = make('p', home, '', { 'aria-live': 'polite', class: 'gv-live' }), tip = make('div', main, '', { class: 'gv-tip' });
  tip.hidden = true;
  const show = () => {
    const width = main.clientWidth;
    if (!width) return;
    button.o.textContent = S.axis.moments ? 'by time' : 'by event';
    draw(S, root, pane, width);
  };

  // ---- what is under the pointer, or chosen by key

  const tell = (s) => W.g(s.g) + ' ' + D.states[s.st] + (s.st === WAIT ? ': ' + s.why + ' ' + W.r(s.r) : '')
    + '\n' + time(s.b - s.a) + ' from ' + time(s.a) + (s.m >= 0 ? '\non M' + s.m + (s.p >= 0 ? ', P' + s.p : '') : '')
    + (s.site < 0 ? '' : '\n' + D.sites[s.site][2]) + (s.st === READY && s.by >= 0 && s.by !== s.g ? '\nwoken by ' + W.g(s.by) : '');
  const choose = (lane, j) => {
    const l = S.lanes[lane], s = l?.list[j];
    if (!s) return;
    S.hit = { s, lane, j, l };
    const a = S.axis.at(s.a), b = S.axis.at(s.b), [v0, v1] = S.view;
    if (b < v0 || a > v1) S.view = pan(S.view, (a + b - v0 - v1) / 2);
    live.textContent = tell(s).replace(/\n/g, ', ');
  };
  // From a span back to the one that made its goroutine runnable.
  const waker = () => {
    const s = S.hit && M.gs[S.hit.s.g].findLast((o) => o.st === READY && o.a <= S.hit.s.b && o.by >= 0 && o.by !== o.g);
    if (s) choose(c.grow[s.by], S.lanes[c.grow[s.by]].list.findIndex((o) => o.g === s.by && o.b >= s.a));
    else live.textContent = D.words.nobody;
  };
  const find = (from) => {
    const all = S.lanes.slice(0, D.rows.length).flatMap((l, lane) => l.list.map((s, j) => [lane, j, s]));
    for (let k = 1; k <= all.length; k++) {
      const i = (from + k) % all.length;
      if (tell(all[i][2]).toLowerCase().includes(search.value.toLowerCase())) { S.found = i; return choose(...all[i]); }
    }
    live.textContent = D.words.nothing;
  };
  const up = (d) => {
    let l = (S.hit ? S.hit.lane : -1) + d;
    while (S.lanes[l] && !S.lanes[l].list.length) l += d;
    if (S.lanes[l]) choose(l, min(after(S.lanes[l].list, S.hit ? S.hit.s.a : 0), S.lanes[l].list.length - 1));
  };
  const scale = (f) => {
    const [v0, v1] = S.view, x = S.hit ? S.axis.at((S.hit.s.a + S.hit.s.b) / 2) : (v0 + v1) / 2;
    S.view = zoom(S.view, f, min(v1, max(v0, x)));
  };
  const act = {
    w: () => scale(0.6), s: () => scale(1 / 0.6),
    a: () => { S.view = pan(S.view, (S.view[0] - S.view[1]) / 5); }, d: () => { S.view = pan(S.view, (S.view[1] - S.view[0]) / 5); },
    0: () => { S.view = [0, 1]; }, o: () => { S.axis = S.axis.moments ? axes.time : axes.event; S.view = [0, 1]; },
    ArrowRight: () => S.hit ? choose(S.hit.lane, S.hit.j + 1) : up(1), ArrowLeft: () => S.hit && choose(S.hit.lane, S.hit.j - 1),
    ArrowDown: () => up(1), ArrowUp: () => up(-1), Enter: waker, '/': () => search.focus(), Escape: () => { S.hit = 0; pane.blur(); },
    ',': () => stepTo(S.n - 1, (det.open = true)), '.': () => stepTo(S.n + 1, (det.open = true)),
  };
  on(root, 'keydown', (e) => {
    e.stopPropagation(); // the notebook's own keys never fire from inside
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target === search && e.key === 'Enter') find(S.found || 0);
    else if (e.target === search && e.key === 'Escape') pane.focus();
    else if (e.target === pane && act[e.key]) { e.preventDefault(); act[e.key](); } else return;
    show();
  });
  on(search, 'input', () => { find(-1); show(); });
  on(bar, 'click', (e) => { act[e.target.dataset.k]?.(); show(); });
  on(pane, 'wheel', (e) => {
    if (!e.ctrlKey && !e.metaKey) return; // the page scrolls
    e.preventDefault();
    S.view = zoom(S.view, e.deltaY > 0 ? 1.25 : 0.8, S.axis.at(S.at(e.offsetX)));
    show();
  }, { passive: false });
  let drag;
  on(pane, 'pointerdown', (e) => { drag = [e.clientX, S.view]; pane.setPointerCapture(e.pointerId); });
  on(pane, 'pointerup', () => { drag = 0; });
  on(pane, 'pointerleave', () => { tip.hidden = true; });
  on(pane, 'pointermove', (e) => {
    if (drag) S.view = pan(drag[1], (drag[0] - e.clientX) / main.clientWidth / 0.85 * (drag[1][1] - drag[1][0]));
    const lane = S.lanes.findIndex((l) => e.offsetY >= l.y && e.offsetY < l.y + l.h), t = S.at(e.offsetX);
    const l = S.lanes[lane], j = l ? after(l.list, t) : 0, s = l?.list[j];
    tip.hidden = !s || s.a > t || s.b < t;
    if (!tip.hidden) {
      S.hit = { s, lane, j, l };
      tip.textContent = tell(s);
      tip.style.left = min(e.offsetX + 14, main.clientWidth - 240) + 'px';
      tip.style.top = pane.offsetTop + e.offsetY + 16 + 'px';
    }
    if (drag || !tip.hidden) show();
  });

  // ---- step by step

  const det = make('details', root, '', { class: 'gv-step' });
  root.querySelector('.gv-text').before(det);
  make('summary', det, D.words.step);
  const box = make('div', det, '', { class: 'gv-bar' }), back = make('button', box, '◀', { 'aria-label': D.words.back });
  const slider = make('input', box, '', { type: 'range', max: D.n - 1, value: 0, 'aria-label': 'event' });
  const next = make('button', box, '▶', { 'aria-label': D.words.next }), say = make('p', det, '', { 'aria-live': 'polite' });
  const two = make('div', det, '', { class: 'gv-two' }), code = make('pre', two, ''), state = make('div', two, '');
  let unit;
  const stepTo = (n) => {
    const i = (S.n = slider.value = min(D.n - 1, max(0, n))), [u, row, where] = D.sites[c.site[i]] || [];
    S.step = c.t[i];
    const to = c.to[i], k = c.kind[i], part = { g: W.g(c.g[i]) || D.who[c.m[i] < 0 ? c.arg[i] === 2 && /^G/.test(k) ? 2 : 1 : 0], t: c.gid[to] && W.g(to), r: W.r(c.r[i]), v: W.value(i) ?? '',
      w: c.why[i], a: c.arg[i], m: 'M' + c.m[i], p: 'P' + c.p[i], q: 'P' + to, s: D.states[c.arg[i]] };
    say.textContent = i + 1 + ' of ' + D.n + ', at ' + time(S.step) + ': ' + (k === 'CHAN_RECV' && to === 1 ? D.closed : D.says[k]).replace(/{(.)}/g, (_, k) => part[k]) + (where ? ', ' + where : '');
    if (D.source[u] && unit !== u) {
      unit = u;
      code.textContent = '';
      D.source[unit].split('\n').forEach((l, j) => make('div', code, String(j + 1).padStart(3) + '  ' + l));
    }
    [...code.children].forEach((l, j) => { l.className = u === unit && j + 1 === row ? 'gv-on' : ''; });
    const { G, R } = replay(c, W, i);
    state.textContent = '';
    for (const id in R) {
      const x = R[id], cap = c.rcap[id], p = make('p', state, ''), waits = [];
      make('b', p, W.r(id) + ' ');
      for (let s = 0; s < min(cap, 32); s++) make('span', p, x.q[s] ?? '\u00a0', { class: 'gv-slot' });
      G.forEach((o, g) => o.st === WAIT && o.r == id && waits.push(W.g(g) + (/send/.test(o.why) ? ' →' : ' ←')));
      p.hidden = !make('small', p, [cap ? x.q.length + ' of ' + cap : D.names[c.rkind[id]] === 'chan' && 'unbuffered', x.closed && 'closed', x.owner >= 0 && 'locked by ' + W.g(x.owner),
        x.count >= 0 && 'counter ' + x.count, waits.length && 'waiting: ' + waits.slice(0, 9)].filter((s) => s).join(', ')).textContent;
    }
    G.slice(0, 99).forEach((o, g) => {
      const h = D.hues[D.rows[c.grow[g]]?.[1]];
      if (o.st) make('span', state, W.g(g) + ' ' + D.states[o.st], { class: 'gv-g', style: 'border-color:' + h + (o.st === RUN ? ';background:' + h + '44' : '') });
    });
    show();
  };
  on(det, 'toggle', () => { if (det.open) stepTo(S.n); else S.step = -1; show(); });
  on(slider, 'input', () => stepTo(+slider.value));
  on(back, 'click', () => stepTo(S.n - 1));
  on(next, 'click', () => stepTo(S.n + 1));

  show();
  if (!D.left) main.firstChild.style.display = 'none';
  root.dataset.live = 'yes';
  new ResizeObserver(show).observe(main);
  new MutationObserver(show).observe(document.body, { attributes: true });
  on(matchMedia('(prefers-color-scheme:dark)'), 'change', show);
}
