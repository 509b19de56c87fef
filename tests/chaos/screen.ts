import type { Now, Screen, Shown } from './history'

type Item = Shown & Now

const entities: Record<string, string> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'" },
}

/** The entries in a piece of HTML, as a browser would find them. */
export const entriesIn = (html: string): Item[] =>
  [...html.matchAll(/<li id="e-([\w-]+)" data-seq="(\d+)"([^>]*)>([\s\S]*?)<\/li>/g)].map(
    ([, id = '', seq, about = '', inner = '']) => ({
      ...{ id, seq: Number(seq), text: bodyOf(inner) },
      withdrawn: about.includes(' data-withdrawn="'),
      files: [...inner.matchAll(/<a\s+class="file"\s+href="\/files\/([\w-]+)\//g)].map(
        ([, file = '']) => file,
      ),
      reactions: [...inner.matchAll(/<button class="reaction"([\s\S]*?)<\/button>/g)]
        .map(([, button = '']) => {
          const count = /<span>(\d+)<\/span>/.exec(button)?.[1] ?? '1'
          return `${/ value="([^"]*)"/.exec(button)?.[1]} ${count}`
        })
        .sort(),
    }),
  )

/** What was written: without the names of the files that came with it, which stand before it. */
const bodyOf = (inner: string): string =>
  (/class="body"[^>]*>([\s\S]*?)<\/div>/.exec(inner)?.[1] ?? '')
    .replace(/<span class="files"[\s\S]*<\/a> ?<\/span>/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&[\w#]+;/g, (sign) => entities[sign] ?? sign)
    .trim()

/** What colleagues write to each other has it, and nothing else of a run. */
export const INSIDE = 'between us'

/** A page of a transcript: an entry takes the place of the one with its id, and all lie by seq. */
export const openScreen = (about: Pick<Screen, 'reader' | 'conversation' | 'audience'>) => {
  const items = new Map<string, Item>()
  let newest = 0
  const counts = { outOfOrder: 0, replays: 0, reconnects: -1, inside: 0 }
  /** A change takes the place of its entry, and is passed over where that is not shown. */
  const put = (frame: string) => {
    const left = /^<hx-partial hx-target="#e-([\w-]+)" hx-swap="delete"/.exec(frame)?.[1]
    if (left !== undefined) items.delete(left)
    const change = Number(/^<hx-partial [^>]*data-change="(\d+)"/.exec(frame)?.[1] ?? 0)
    for (const item of entriesIn(frame)) {
      if (items.has(item.id)) counts.replays += 1
      else if (change > 0) continue
      else if (item.seq < newest) counts.outOfOrder += 1
      newest = Math.max(newest, item.seq)
      items.set(item.id, item)
    }
    newest = Math.max(newest, change)
  }
  return {
    show(html: string) {
      if (about.audience === 'visitor' && html.includes(INSIDE)) counts.inside += 1
      for (const frame of html.split(/(?=<hx-(?:upsert|partial)\b)/)) put(frame)
    },
    opened() {
      counts.reconnects += 1
    },
    clear() {
      items.clear()
      newest = 0
    },
    size: () => items.size,
    /** The newest line that is on the page or changed it: where a reader goes on. */
    cursor: () => newest,
    done: (): Screen => ({
      ...about,
      ...{ ...counts, reconnects: Math.max(0, counts.reconnects) },
      items: [...items.values()].sort((a, b) => a.seq - b.seq),
    }),
  }
}
