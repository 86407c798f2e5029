// Where a time is: places from 0 to 1, and the part of them that is in view. Pure.

export const { max, min, ceil, floor, sign } = Math;
const SHARE = 0.25; // of the width by event that goes by time; see Axis.java

export const byTime = (end) => ({ at: (t) => t / end, time: (x) => x * end });

export function byEvent(moments) {
  const n = moments.length - 1, end = moments[n] || 1, places = [0];
  for (let i = 1; i <= n; i++) places[i] = places[i - 1] + (1 - SHARE) / n + SHARE * (moments[i] - moments[i - 1]) / end;
  const map = (from, to) => (v) => {
    let lo = 0, hi = n;
    while (hi - lo > 1) {
      const mid = (lo + hi) >> 1;
      if (from[mid] <= v) lo = mid; else hi = mid;
    }
    return n ? to[lo] + (to[hi] - to[lo]) * (v - from[lo]) / (from[hi] - from[lo]) : 0;
  };
  return { at: map(moments, places), time: map(places, moments), moments };
}

export function pan([v0, v1], d) {
  const a = min(1 - v1 + v0, max(0, v0 + d));
  return [a, a + v1 - v0];
}

// The view made smaller or larger by f around x, within [0, 1].
export function zoom([v0, v1], f, x) {
  const w = min(1, max(1e-6, (v1 - v0) * f)), a = x - (x - v0) / (v1 - v0) * w;
  return pan([a, a + w], 0);
}

// Marks [place, label] in the view, about n of them.
export function ticks(axis, [v0, v1], n) {
  let list = axis.moments;
  if (list) {
    list = list.filter((t) => axis.at(t) >= v0 && axis.at(t) <= v1);
    const step = max(1, ceil(list.length / n));
    list = list.filter((_, i) => i % step === 0);
  } else {
    const from = axis.time(v0), to = axis.time(v1), raw = max(1, (to - from) / n), ten = 10 ** floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((f) => f * ten).find((s) => s >= raw);
    list = [];
    for (let t = ceil(from / step) * step; t <= to; t += step) list.push(t);
  }
  return list.map((t) => [axis.at(t), time(t)]);
}

// A time in nanoseconds, with three digits.
export function time(ns) {
  let u = 0;
  while (ns >= 999.5 && u < 3) { ns /= 1000; u++; }
  return ns ? +ns.toPrecision(3) + ' ' + ['ns', 'µs', 'ms', 's'][u] : '0';
}
