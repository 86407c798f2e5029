// Draws the lanes on a canvas: the layout is that of the still picture.

import { READY, RUN, WAIT, CALL, after } from './model.mjs';
import { ticks, max, min, sign } from './axis.mjs';

const GREY = '#8a8a8a';

// S: D, c, M (model), W (words), axis, view; step: the time of the stepper; hit: the chosen span.
// Leaves there: at (pixels to time), lanes (what is under the pointer).
export function draw(S, root, pane, width) {
  const { D, c, M, W, axis, view, hit } = S, X = pane.getContext('2d'), dpr = devicePixelRatio, H = D.height;
  const left = width * 0.14, wide = width * 0.85, fg = getComputedStyle(root.parentNode).color;
  const dark = fg.match(/\d+/g)[1] > 127, dim = dark ? '#a8a8a8' : '#666';
  root.style.colorScheme = dark ? 'dark' : 'light'; // some dark pages do not say so: then the images would be light
  pane.width = width * dpr;
  pane.height = H * dpr;
  X.scale(dpr, dpr);
  const at = (p) => left + (p - view[0]) / (view[1] - view[0]) * wide, x = (t) => at(axis.at(t));
  const t0 = axis.time(view[0]), t1 = axis.time(view[1]), seen = (s) => (s.b ?? s.t) >= t0 - 1 && (s.a ?? s.t) <= t1 + 1;
  const clip = ({ a, b }) => [max(left, x(a)), min(left + wide, x(b))];
  const hue = (g) => D.hues[D.rows[c.grow[g]]?.[1]] || GREY, ink = (h) => D.light.includes(h) ? '#fff' : '#111';
  const rect = (color, a, y, w, h) => { X.fillStyle = color; X.fillRect(a, y, w, h); };
  const frame = (color, w, a, y, ww, h, dash) => { X.strokeStyle = color; X.lineWidth = w; X.setLineDash(dash || []); X.strokeRect(a, y, ww, h); };
  const word = (s, a, y, room, color, size = 11, align = 'left') => {
    X.font = size + 'px system-ui,sans-serif';
    X.textAlign = align;
    X.setLineDash([]);
    const fits = s && X.measureText(s).width <= room;
    if (fits) {
      X.lineWidth = color === D.red ? 3 : 0.01; // red words stand on bars
      X.strokeStyle = dark ? '#111' : '#fff';
      X.strokeText(s, a, y);
      X.fillStyle = color;
      X.fillText(s, a, y);
    }
    return fits;
  };
  const tile = new OffscreenCanvas(4, 4), q = tile.getContext('2d');
  q.fillStyle = '#999';
  for (let y = 4; y--;) q.fillRect(3 - y, y, 1, 1);
  const hatch = X.createPattern(tile, 'repeat');

  // One lane of disjoint spans. Of those too narrow to be told apart, one a pixel is drawn.
  const bars = (list, y, texts) => {
    let last = -9;
    for (let i = after(list, t0); i < list.length && list[i].a < t1; i++) {
      const s = list[i], [a, b] = clip(s), w = b - a, h = hue(s.g), say = (size, down, color) => texts(s).some((l) => word(l, a + 4, y + down, (s.v ? w * 0.6 : w) - 6, color, size));
      if (w < 1 && a < last + 1) continue;
      last = a;
      if (s.st === RUN) { rect(h, a, y + 3, max(1, w), 13); say(11, 14, ink(h)); }
      if (s.st === READY) rect(hatch, a, y + 7, w, 6);
      if (s.st === CALL) { rect(h + '22', a, y + 4, w, 11); frame(h, 1.5, a, y + 4, w, 11, [4, 2]); word('call', a + 4, y + 14, w - 6, dim); }
      if (s.st === WAIT) { rect(GREY, a, y + 14.5, w, 1.5); say(10, 12, dim); if (s.v) word(s.v, b - 4, y + 12, w * 0.4, fg, 10, 'right'); }
    }
  };

  // Many goroutines: below, how many run, of the Ps; above, how many could.
  const crowd = (who, y, h, color) => {
    const sums = [[], [], []];
    for (const g of who) {
      const list = M.gs[g];
      for (let i = after(list, t0); i < list.length && list[i].a < t1; i++) {
        const to = sums[list[i].st === CALL ? RUN : list[i].st], [a, b] = clip(list[i]);
        for (let p = a | 0; to && p < b; p++) to[p] = (to[p] || 0) + min(b, p + 1) - max(a, p);
      }
    }
    sums[RUN].forEach((v, p) => rect(color, p, y + h - 3, 1, -min(1, v / D.procs) * h * 0.33));
    sums[READY].forEach((v, p) => rect(hatch, p, y + h * 0.5, 1, -max(0.06, v / who.length) * h * 0.45));
  };

  const lanes = [...D.rows, ...D.outside, ...D.threads.map(([label, y]) => [label, -1, y, 20]), ...D.buffers.map(([, label, y, h]) => [label, -1, y, h])];
  lanes.forEach(([label, h, y, height], i) => {
    if (i % 2 === 0) rect('#8881', left, y, wide, height);
    if (h >= 0) rect(D.hues[h], 4, y + height / 2 - 5, 9, 9);
    while (label && !word(label, h < 0 ? 4 : 17, y + height / 2 + 4, left - 20, fg)) label = label.slice(0, -2) + (label[2] ? '…' : '');
  });
  for (const [p, label] of ticks(axis, view, width / 130)) {
    rect('#8884', at(p), 18, 1, H);
    word(label, at(p) + 3, 13, left + wide - at(p), dim);
  }
  word(axis.moments ? 'by event' : 'time', 4, 13, left, dim);
  D.titles.forEach(([title, y]) => word(title, 4, y, left, dim));

  if (D.left) rect('#8882', x(c.t[D.gap - 1]), 18, x(c.t[D.gap]) - x(c.t[D.gap - 1]), H);

  const last = {}, arrows = M.arrows.filter((w) => { // of those that are one on top of the other, the first
    const k = w.from + ' ' + w.to, a = x(w.t);
    return seen(w) && !(a - last[k] < 4) && (last[k] = a);
  }), row = (g) => g < 0 ? D.outside[0] : D.rows[c.grow[g]];
  if (arrows.length > 400) arrows.length = 0;
  const arrow = (w, head) => {
    const p = row(w.from), r = row(w.to), d = p && r && sign(r[2] - p[2]);
    if (!d) return;
    const a = x(w.t), y = r[2] + r[3] / 2 - d * 6, y0 = p[2] + p[3] / 2 + d * 6, color = w.go ? '#1A73C8' : GREY;
    if (head) for (let k = 0; k < 6; k++) rect(color, a - k / 2, y - d * k, k + 1, -d);
    else rect(color, a, y0, 1, y - y0);
  };
  arrows.forEach((w) => arrow(w));
  const groups = D.rows.map(() => []);
  c.grow.forEach((r, g) => groups[r]?.push(g));
  S.lanes = groups.map((g, i) => ({ y: D.rows[i][2], h: D.rows[i][3], list: g[1] ? M.all[i] ||= g.flatMap((k) => M.gs[k]).sort((p, q) => p.a - q.a) : M.gs[g[0]] || [] }));
  groups.forEach((g, i) => {
    const [, h, y, height] = D.rows[i], why = (s) => [((D.short[s.why] || s.why) + ' ' + W.r(s.r)).trim(), W.r(s.r)];
    if (g[1]) crowd(g, y, height, D.hues[h]);
    else bars(S.lanes[i].list, y, (s) => s.st === WAIT ? why(s) : ['M' + s.m]);
  });
  for (let i = 0; i < D.spins.length; i += 3) {
    const [m, from, length] = D.spins.slice(i), s = { a: from, b: from + length }, [a, b] = clip(s);
    if (seen(s)) frame(GREY, 1.5, a, D.threads[m][1] + 10, b - a, 0, [1, 4]);
  }
  M.lanes.forEach((list, i) => {
    S.lanes.push({ y: D.threads[i][1], h: 20, list });
    bars(list, D.threads[i][1], (s) => {
      const p = s.p < 0 ? '' : ' · P' + s.p, id = 'G' + c.gid[s.g];
      return [W.g(s.g) + p, id + p, id];
    });
  });
  for (const [r, , y, h, slots, waiting] of D.buffers) {
    const one = (h - 7) / (c.rcap[r] || slots);
    for (let s = 0; s < slots; s++) frame('#8885', 1, left, y + 4 + s * (h - 7) / slots, wide, (h - 7) / slots);
    for (const [place, i, from, to, texts, asks] of waiting) {
      const s = { a: from, b: to }, [a, b] = clip(s), top = y + 4 + place * one, color = D.hues[i];
      if (!seen(s)) continue;
      asks ? frame(color, 1.5, a, top + 1, b - a, one - 2, [4, 2]) : rect(color, a, top + 1, b - a, one - 1);
      texts.some((l) => word(l, a + 4, top + one - 3, b - a - 6, asks ? dim : ink(color)));
    }
    for (const v of (M.held[r] || []).filter(seen)) {
      const [a, b] = clip(v), top = y + 4 + v.slot * one;
      rect(hue(v.g), a, top + 1, max(1, b - a - 1), one - 1);
      if (one > 9) word(v.v, a + 4, top + one - 3, b - a - 6, ink(hue(v.g)));
    }
  }
  arrows.forEach((w) => arrow(w, 1));
  for (const [kind, t, y, texts] of D.marks) {
    if (!seen({ t })) continue;
    const [path, color, line, down] = D.signs[kind];
    X.save();
    X.translate(x(t), y + down);
    X.lineWidth = line;
    X.strokeStyle = X.fillStyle = color;
    X[line ? 'stroke' : 'fill'](new Path2D(path));
    X.restore();
    texts.some((l) => word(l, x(t) + 9, y + 4, left + wide - x(t) - 9, color)) || texts.some((l) => word(l, x(t) - 9, y + 4, x(t) - left - 9, color, 11, 'right'));
  }
  for (const [t, top, bottom, text, wrong] of D.flags) {
    if (!seen({ t })) continue;
    rect(wrong ? D.red : GREY, x(t), top, 1.5, bottom - top);
    word(text, x(t) - 4, top + 8, 999, wrong ? D.red : dim, 11, 'right');
  }
  if (hit) {
    const [a, b] = clip(hit.s);
    frame(fg, 1.5, a - 1, hit.l.y + 1, max(3, b - a + 2), hit.l.h - 2);
  }
  if (S.step >= 0 && seen({ t: S.step })) rect(D.red, x(S.step), 18, 1, H);
  S.at = (px) => axis.time(view[0] + (px - left) / wide * (view[1] - view[0]));
}
