// What the viewer makes of a trace, against what the analysis in Java says about the same trace.
// The folder in GOLOOM_CASES is written by ViewerTest: per program the data and the facts.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflate, columns, words } from '../../main/resources/goloom/timeline/viewer/data.mjs';
import { model, replay, after } from '../../main/resources/goloom/timeline/viewer/model.mjs';

const folder = process.env.GOLOOM_CASES;
const cases = readdirSync(folder).map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name))) }));

test('there are programs to look at', () => assert.ok(cases.length > 10, `only ${cases.length} in ${folder}`));

for (const { name, data: D, facts } of cases) {
  const c = columns(D, await inflate(D.z)), W = words(D, c), M = model(D, c, W);

  test(`${name}: the spans of each goroutine are those of the analysis`, () => {
    assert.deepEqual(M.gs.map((list) => list.filter((s) => s.b > s.a).map((s) => [s.st, s.a, s.b])), facts.spans);
  });

  test(`${name}: on one thread, one goroutine at a time`, () => {
    for (const lane of M.lanes) {
      const sorted = lane.toSorted((s, t) => s.a - t.a);
      sorted.forEach((s, i) => assert.ok(i === 0 || sorted[i - 1].b <= s.a));
    }
  });

  test(`${name}: the moments by event are those of the still picture`, () => {
    if (D.axis === 'event') assert.deepEqual(M.moments, facts.moments);
  });

  test(`${name}: values stay in their slots as the analysis says`, () => {
    const held = D.buffers.map(([r]) => (M.held[r] || []).map((v) => [v.slot, v.a, v.b]));
    assert.deepEqual(held, facts.held);
  });

  test(`${name}: a replay ends with the states that the spans end with`, () => {
    const { G } = replay(c, W, D.n - 1);
    M.gs.forEach((list, g) => {
      const last = list[list.length - 1];
      assert.equal(G[g]?.st || 0, last && last.b === M.end && G[g]?.st ? last.st : 0);
    });
  });

  test(`${name}: a buffer never holds more than its capacity`, () => {
    for (let n = 0; n < D.n; n++) {
      const { R } = replay(c, W, n);
      for (const r in R) if (c.rcap[r]) assert.ok(R[r].q.length <= c.rcap[r], `event ${n}: ${R[r].q} in ${c.rcap[r]} slots`);
    }
  });
}

test('the first span that ends after a time is found', () => {
  const spans = [{ b: 2 }, { b: 5 }, { b: 9 }];
  assert.deepEqual([0, 2, 4.9, 5, 9].map((t) => after(spans, t)), [0, 1, 1, 2, 3]);
});
