// What the page carries, unpacked. Pure: no page, no clock. SCHEMA.md describes the format.

const COLUMNS = [
  ['n', 't kind m p g to r why site arg val'],
  ['gn', 'gid gname gparent gsite grow'],
  ['rn', 'rkind rid rname rcap'],
];

export async function inflate(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const flow = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(flow).arrayBuffer());
}

// Zig-zag varints, one column after the other. Times and ids are differences.
export function columns(D, bytes) {
  const c = { gap: D.gap };
  let p = 0;
  for (const [n, names] of COLUMNS) {
    for (const name of names.split(' ')) {
      const a = (c[name] = []);
      let sum = 0;
      while (a.length < D[n]) {
        let x = 0, f = 1, b;
        do { b = bytes[p++]; x += (b & 127) * f; f *= 128; } while (b > 127);
        x = x % 2 ? -(x + 1) / 2 : x / 2;
        sum += x;
        a.push(name === 't' ? sum * D.q : name === 'gid' ? sum : name === 'kind' ? D.kinds[x] : name === 'why' ? D.reasons[x] : x);
      }
    }
  }
  return c;
}

// Names of goroutines and resources, and values; -1 is none.
export function words(D, c) {
  return {
    g: (i) => i < 0 ? '' : 'G' + c.gid[i] + (c.gname[i] < 0 ? '' : ' ' + D.names[c.gname[i]]),
    r: (i) => i < 0 ? '' : D.names[c.rname[i]] || D.names[c.rkind[i]] + ' ' + c.rid[i],
    value: (i) => D.values[c.val[i]],
  };
}
