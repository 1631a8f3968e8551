/** mulberry32: small, seeded, good enough to draw with. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kinds of queries that are drawn, in equal shares. */
export const QUERY_KINDS = ['prefix', 'two words', 'typo', 'description'];

const STOP_WORDS = new Set(
  'the and for from with that this are was not has have of in on by to is be as or an at it its see each per'.split(
    ' ',
  ),
);

/**
 * Draws known items and what people would type to find them.
 *
 * A known item is what the query was made from. Where several things say the
 * very same (62 tables are called `baseline_clients_daily`), each of them is
 * right: `isRight` compares the text that the query was made from.
 *
 * @param {{ datasets: object[], assets: object[] }} warehouse
 * @param {{ seed: number, perKind: number }} options
 * @returns {{ language: string, kind: string, q: string, from: string,
 *   isRight: (found: object, q: string) => boolean }[]} half of them Japanese
 */
export function drawQueries(warehouse, { seed, perKind }) {
  const random = generator(seed);
  const pick = list => list[Math.floor(random() * list.length)];
  const pools = {
    en: englishItems(warehouse.datasets),
    ja: japaneseItems(warehouse),
  };
  const queries = [];
  for (const language of ['en', 'ja']) {
    for (const kind of QUERY_KINDS) {
      let drawn = 0;
      while (drawn < perKind) {
        const pool =
          pools[language][kind === 'description' ? 'texts' : 'names'];
        const item = pick(pool);
        const q = QUERIES[language][kind](item, { random, pick });
        if (q !== undefined) {
          queries.push({
            language,
            kind,
            q,
            from: item.text,
            isRight: item.isRight,
          });
          drawn += 1;
        }
      }
    }
  }
  return queries;
}

/** Distinct names of tables and of columns, as many of each; their descriptions. */
function englishItems(datasets) {
  const real = datasets.filter(({ summary }) => summary.domain !== 'practice');
  const tables = new Map();
  const columns = new Map();
  const tableTexts = new Set();
  const columnTexts = new Set();
  const textsOf = new Map();
  for (const { summary, columns: own } of real) {
    const { name, definition } = summary;
    tables.set(name, {
      text: name,
      isRight: found => found.dataset?.name === name,
    });
    tableTexts.add(definition.en);
    const texts = new Map();
    textsOf.set(summary.id.name, texts);
    for (const column of own) {
      const last = column.name.split('.').at(-1);
      if (/^[a-z]/i.test(last) && last.length > 3) {
        columns.set(last, { text: last, isRight: hasColumn(last) });
      }
      columnTexts.add(column.definition.en);
      texts.set(column.name, column.definition.en);
    }
  }
  // Who describes something names what is special about it.
  const frequency = new Map();
  for (const text of [...tableTexts, ...columnTexts]) {
    for (const word of new Set(wordsOf(text))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  const described = texts =>
    [...texts]
      .filter(text => new Set(wordsOf(text)).size >= 5)
      .map(text => ({
        text,
        frequency,
        // Several may have all of the words, of which each is right.
        isRight(found, q) {
          const says = each =>
            q.split(' ').every(word => (each ?? '').includes(word));
          const texts = textsOf.get(found.dataset?.id.name);
          return (
            says(found.dataset?.definition.en) ||
            (found.columns ?? []).some(name => says(texts?.get(name)))
          );
        },
      }));
  return {
    // As many of each: people look for tables as often as for columns.
    names: balanced([...tables.values()], [...columns.values()]),
    texts: balanced(described(tableTexts), described(columnTexts)),
  };
}

/** A column that is shown with its dataset. */
function hasColumn(last) {
  return found =>
    (found.columns ?? []).some(name => name.split('.').at(-1) === last);
}

function balanced(some, others) {
  const length = Math.max(some.length, others.length);
  return Array.from({ length: length * 2 }, (_, index) =>
    index % 2 === 0
      ? some[(index / 2) % some.length]
      : others[((index - 1) / 2) % others.length],
  );
}

function japaneseItems({ datasets, assets }) {
  const items = [];
  for (const { summary, columns } of datasets) {
    if (summary.domain !== 'practice') {
      continue;
    }
    const { ja } = summary.definition;
    if (ja) {
      items.push({
        text: ja,
        isRight: found => found.dataset?.definition?.ja === ja,
      });
    } else if (/[^\x00-\x7f]/.test(summary.name)) {
      items.push({
        text: summary.name,
        isRight: found => found.dataset?.name === summary.name,
      });
    }
    for (const { name, definition } of columns) {
      items.push({ text: definition.ja, isRight: hasColumn(name) });
    }
  }
  for (const { record } of assets) {
    items.push({
      text: record.title,
      isRight: found => found.title === record.title,
    });
  }
  return { names: items, texts: items };
}

const wordsOf = text =>
  (text ?? '')
    .match(/[A-Za-z][A-Za-z0-9]{2,}/g)
    ?.filter(word => !STOP_WORDS.has(word.toLowerCase())) ?? [];
const runsOf = text =>
  text.match(/[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu) ?? [];

const QUERIES = {
  en: {
    // Typed but for its last tenth to third.
    prefix({ text }, { random }) {
      const length = Math.ceil(text.length * (0.66 + random() * 0.25));
      return length < 4 ? undefined : text.slice(0, length);
    },
    'two words'({ text }, { random }) {
      const words = text.split(/[^A-Za-z0-9]+/).filter(word => word.length > 2);
      if (words.length < 2) {
        return undefined;
      }
      const first = Math.floor(random() * (words.length - 1));
      return words.length === 2 || random() < 0.5
        ? words.join(' ')
        : [...words.slice(0, first), ...words.slice(first + 1)].join(' ');
    },
    typo({ text }, { random }) {
      return /[a-z]{5}/i.test(text)
        ? mistype(text, random, /[a-z]/i)
        : undefined;
    },
    // Four of its six rarest words, in their order.
    description({ text, frequency }, { random }) {
      const rarest = [...new Set(wordsOf(text))]
        .sort((a, b) => frequency.get(a) - frequency.get(b))
        .slice(0, 6);
      while (rarest.length > 4) {
        rarest.splice(Math.floor(random() * rarest.length), 1);
      }
      return rarest.sort((a, b) => text.indexOf(a) - text.indexOf(b)).join(' ');
    },
  },
  ja: {
    prefix({ text }, { random }) {
      const letters = [...text];
      const length = Math.ceil(letters.length * (0.5 + random() * 0.4));
      return length < 3 ? undefined : letters.slice(0, length).join('');
    },
    'two words'({ text }) {
      const runs = runsOf(text);
      return runs.length < 2 ? undefined : `${runs[0]} ${runs.at(-1)}`;
    },
    typo({ text }, { random }) {
      const runs = runsOf(text).filter(run => [...run].length >= 4);
      if (runs.length === 0) {
        return undefined;
      }
      return mistype(
        runs.slice(0, 2).join(' '),
        random,
        /\p{Script=Han}|\p{Script=Katakana}/u,
      );
    },
    // From the middle of the text, not from where it begins.
    description({ text }, { random }) {
      const letters = [...text.replace(/[（(].*$/u, '')];
      if (letters.length < 8) {
        return undefined;
      }
      const length = Math.min(10, letters.length - 2);
      const first = 1 + Math.floor(random() * (letters.length - length - 1));
      return letters
        .slice(first, first + length)
        .join('')
        .trim();
    },
  },
};

/** One letter wrong, missing, twice or swapped; not the first one. */
function mistype(text, random, pattern) {
  const letters = [...text];
  const places = letters.flatMap((letter, index) =>
    index > 0 && pattern.test(letter) && pattern.test(letters[index - 1])
      ? [index]
      : [],
  );
  const at = places[Math.floor(random() * places.length)];
  const act = Math.floor(random() * 4);
  if (act === 0) {
    const other = letters[Math.floor(random() * letters.length)];
    letters[at] = other === letters[at] || !pattern.test(other) ? 'x' : other;
  } else if (act === 1) {
    letters.splice(at, 1);
  } else if (act === 2) {
    letters.splice(at, 0, letters[at]);
  } else {
    [letters[at - 1], letters[at]] = [letters[at], letters[at - 1]];
  }
  const typed = letters.join('');
  return typed === text ? undefined : typed;
}
