import test from 'node:test';
import assert from 'node:assert/strict';
import { byTime, byEvent, pan, zoom, ticks, time } from '../../main/resources/goloom/timeline/viewer/axis.mjs';

const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('the time axis is linear', () => {
  const axis = byTime(200);
  assert.equal(axis.at(50), 0.25);
  assert.equal(axis.time(0.25), 50);
});

test('on the axis by event each gap has room, and a longer one has more', () => {
  const axis = byEvent([0, 1, 2, 1000]);
  near(axis.at(0), 0);
  near(axis.at(1000), 1);
  assert.ok(axis.at(1) > 0.24);
  assert.ok(axis.at(1000) - axis.at(2) > axis.at(2) - axis.at(1));
});

test('a place has the time that has this place', () => {
  for (const axis of [byTime(1000), byEvent([0, 1, 2, 400, 1000])]) {
    for (const t of [0, 1, 1.5, 300, 400, 999, 1000]) near(axis.time(axis.at(t)) / 1000, t / 1000);
  }
});

test('an axis with one moment does not divide by zero', () => {
  assert.equal(byEvent([0]).at(0), 0);
});

test('zoom keeps the place under the pointer', () => {
  const [a, b] = zoom([0.2, 0.6], 0.5, 0.3);
  near(b - a, 0.2);
  near((0.3 - a) / (b - a), 0.25);
});

test('zoom and pan never leave the picture', () => {
  for (const x of [0, 0.1, 0.9, 1]) {
    for (const f of [0.1, 1, 3, 1e9, 1e-9]) {
      const [a, b] = zoom([0.1, 0.4], f, x);
      assert.ok(a >= -1e-12 && b <= 1 + 1e-12 && b > a, `${a}..${b}`);
    }
  }
  const [a, b] = pan([0.1, 0.4], 5);
  near(a, 0.7);
  near(b, 1);
  near(pan([0.1, 0.4], -5)[0], 0);
});

test('ticks of the time axis are round and in the view', () => {
  const list = ticks(byTime(1e6), [0, 1], 7);
  assert.deepEqual(list.map((t) => t[1]), ['0', '200 µs', '400 µs', '600 µs', '800 µs', '1 ms']);
  for (const [at] of ticks(byTime(1e6), [0.31, 0.34], 7)) assert.ok(at >= 0.31 && at <= 0.34 + 1e-9);
});

test('ticks by event are thinned out', () => {
  const axis = byEvent(Array.from({ length: 100 }, (_, i) => i * 10));
  assert.ok(ticks(axis, [0, 1], 7).length <= 7);
  assert.equal(ticks(axis, [0, 0.05], 7).every(([at]) => at <= 0.05), true);
});

test('times have three digits', () => {
  assert.deepEqual([0, 7, 999, 1234, 45_600_000, 2e9, 3e12].map(time), ['0', '7 ns', '999 ns', '1.23 µs', '45.6 ms', '2 s', '3000 s']);
});
