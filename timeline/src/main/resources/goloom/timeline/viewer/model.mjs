// From events to what is drawn: spans of goroutines and threads, arrows, buffers. Pure.

export const READY = 1, RUN = 2, WAIT = 3, CALL = 4;
const BECOMES = { GO_CREATE: 1, GO_UNBLOCK: 1, GO_STOP: 1, GO_START: 2, GO_BLOCK: 3, GO_END: 0, SYSCALL_BEGIN: 4 };

// [goroutine, new state] of event i; the state is undefined if it changes none.
function change(c, i) {
  const k = c.kind[i];
  return [
    (/CREATE|UNBLOCK/.test(k) ? c.to : c.g)[i],
    k === 'GO_STATUS' ? c.arg[i] : k === 'SYSCALL_END' ? 2 - c.arg[i] : BECOMES[k],
  ];
}

export function model(D, c, W) {
  const end = D.end - D.begin, gs = c.gid.map(() => []), lanes = D.threads.map(() => []);
  const arrows = [], held = {}, rings = {}, moments = [0];
  let now = [];
  const close = (s, t) => {
    if (!s) return;
    s.b = t;
    gs[s.g].push(s);
    if (s.st % 2 === 0 && s.m >= 0) lanes[D.laneOf[s.m]].push(s); // runs, or is in a call
  };
  for (let i = 0; i < D.n; i++) {
    if (i === D.gap) { // what comes before it is left out
      now.forEach((s) => close(s, c.t[i - 1]));
      now = [];
      for (const r in rings) rings[r].q.splice(0).forEach((v) => { v.b = c.t[i - 1]; });
    }
    const k = c.kind[i], t = c.t[i], by = c.g[i], m = c.m[i], r = c.r[i], [g, st] = change(c, i), old = now[g];
    if (/^(GO_|SYS|PROC|CHAN|PANIC)/.test(k) && t > moments.at(-1)) moments.push(t);
    if (g !== by && (by >= 0 || m < 0 && c.arg[i] !== 2)) arrows.push({ t, from: by, to: g, go: k === 'GO_CREATE' });
    // The value that ended a wait for an unbuffered channel.
    if (k === 'GO_UNBLOCK' && old && c.rcap[r] === 0) {
      for (let e = i; e > i - 6 && e >= 0; e--) if (c.r[e] === r) old.v ??= W.value(e);
    }
    if (st >= 0 && g >= 0 && !(old && old.st === CALL && st === CALL)) {
      close(old, t);
      now[g] = st ? { g, st, a: t, b: end, m: st % 2 ? -1 : m, p: c.p[i], why: c.why[i], r, by, site: c.site[i] } : 0;
    }
    const cap = c.rcap[r];
    if (cap && /CHAN/.test(k)) hold(rings[r] ||= { q: [], next: 0, taken: 0 }, held[r] ||= [], k, cap, c.arg[i], { g: by, a: t, b: end, v: W.value(i) });
  }
  now.forEach((s) => close(s, end));
  if (end > moments.at(-1)) moments.push(end);
  return { end, gs, all: [], lanes, arrows, held, moments };
}

// Values in the slots of a ring: a value stays where it is until it is received.
function hold(ring, all, k, cap, length, v) {
  if (k === 'CHAN_SEND' && length) {
    if (ring.q.length >= cap) { ring.q.shift().b = v.a; ring.taken = 1; }
    v.slot = ring.next++ % cap;
    ring.q.push(v);
    all.push(v);
  } else if (k === 'CHAN_RECV') {
    if (!ring.taken && ring.q.length > length) ring.q.shift().b = v.a;
    ring.taken = 0;
  }
}

// Index of the first of sorted, disjoint spans that ends after t.
export function after(spans, t) {
  let lo = 0, hi = spans.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (spans[mid].b <= t) lo = mid + 1; else hi = mid;
  }
  return lo;
}

// What is the case after step n: states of goroutines, contents of channels, owners of locks.
export function replay(c, W, n) {
  const G = [], R = {};
  for (let i = 0; i <= n; i++) {
    if (i === c.gap) for (const r in R) R[r].q = [];
    const k = c.kind[i], [g, st] = change(c, i), r = c.r[i];
    if (st >= 0) G[g] = { st, why: c.why[i], r };
    if (r < 0) continue;
    const x = R[r] ||= { q: [] };
    if (k === 'CHAN_SEND' && c.arg[i]) {
      if (x.q.length >= c.rcap[r]) x.q.shift(); // a receiver takes it, and puts the sender's in
      x.q.push(W.value(i) ?? '·');
    }
    if (k === 'CHAN_RECV' && x.q.length > c.arg[i]) x.q.shift();
    if (k === 'CHAN_CLOSE') x.closed = true;
    if (k === 'LOCK') x.owner = c.g[i];
    if (k === 'UNLOCK') delete x.owner;
    if (k === 'WAITGROUP') x.count = c.arg[i];
  }
  return { G, R };
}
