import type { Screen } from './history'

type Item = { id: string; seq: number; text: string }

const entities: Record<string, string> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'" },
}

/** The entries in a piece of HTML, as a browser would find them. */
export const entriesIn = (html: string): Item[] =>
  [...html.matchAll(/<li id="e-([\w-]+)" data-seq="(\d+)"[^>]*>([\s\S]*?)<\/li>/g)].map(
    ([, id = '', seq, inner = '']) => ({ id, seq: Number(seq), text: bodyOf(inner) }),
  )

const bodyOf = (inner: string): string =>
  (/class="body"[^>]*>([\s\S]*?)<\/(?:div|span)>/.exec(inner)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/&[\w#]+;/g, (sign) => entities[sign] ?? sign)
    .trim()

/** A page of a transcript: an entry takes the place of the one with its id, and all lie by seq. */
export const openScreen = (about: Pick<Screen, 'reader' | 'conversation' | 'audience'>) => {
  const items = new Map<string, Item>()
  let newest = 0
  const counts = { outOfOrder: 0, replays: 0, reconnects: -1 }
  return {
    show(html: string) {
      for (const item of entriesIn(html)) {
        if (items.has(item.id)) counts.replays += 1
        else if (item.seq < newest) counts.outOfOrder += 1
        newest = Math.max(newest, item.seq)
        items.set(item.id, item)
      }
    },
    opened() {
      counts.reconnects += 1
    },
    clear() {
      items.clear()
      newest = 0
    },
    size: () => items.size,
    /** The newest seq on the page: where a reader goes on. */
    cursor: () => newest,
    done: (): Screen => ({
      ...about,
      ...{ ...counts, reconnects: Math.max(0, counts.reconnects) },
      items: [...items.values()].sort((a, b) => a.seq - b.seq),
    }),
  }
}
