import { describe, expect, test } from 'bun:test'
import { wordsIn } from '../../views/words'
import { languages } from '../../views/words/language'
import { Transfer } from '../../views/workbench/room/transfer'
import { colleagues } from '../support/gallery/data'
import { pictures } from '../support/gallery/pages'

type Page = { name: string; html: string }

const pages: Page[] = pictures.flatMap(({ name, page }) =>
  languages.map((language) => ({
    name: `${name} in ${language}`,
    html: String(page({ theme: 'auto', language })),
  })),
)
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([whole]) => whole)
/** Names of the pages for which something is not so. */
const broken = (holds: (html: string) => boolean) =>
  pages.filter(({ html }) => !holds(html)).map(({ name }) => name)

describe('every page in every state and language', () => {
  test('is a document with its language, a title and one heading', () => {
    expect(broken((html) => html.startsWith('<!doctype html>'))).toEqual([])
    expect(broken((html) => /<html lang="(en|zh-Hans)">/.test(html))).toEqual([])
    expect(broken((html) => /<title>[^<]+(?: · |｜)(Bellhop|W{120})<\/title>/.test(html))).toEqual(
      [],
    )
    const headings = (html: string) =>
      all(html.replace(/<aside.*<\/aside>|<noscript>.*?<\/noscript>/gs, ''), /<h1/g).length
    expect(broken((html) => headings(html) === 1 || html.includes('room vacant'))).toEqual([])
  })

  test('has no style or script of its own, only files with the nonce', () => {
    expect(broken((html) => !/\sstyle=|<style/.test(html))).toEqual([])
    expect(broken((html) => !/\son[a-z]+=/.test(html))).toEqual([])
    const files = /<script[^>]*>|<link rel="stylesheet"[^>]*>/g
    expect(
      broken((html) => all(html, files).every((tag) => tag.includes('nonce="gallery"'))),
    ).toEqual([])
    expect(
      broken((html) =>
        all(html, /<script.*?<\/script>/gs).every((tag) =>
          /^<script src="\/(?:static\/[^"]+|widget\.js)" nonce="[^"]+"[^>]* defer=""><\/script>$/.test(
            tag,
          ),
        ),
      ),
    ).toEqual([])
    expect(broken((html) => html.includes('&quot;includeIndicatorCSS&quot;:false'))).toEqual([])
  })

  test('has no link or form that leads nowhere', () => {
    const targets = /\s(?:href|action|src)="([^"]*)"/g
    // A file that is on the page alone is a link to itself.
    const good = /^(?:\/|#|https?:\/\/|mailto:|tel:|data:text\/plain;)/
    expect(
      broken((html) => [...html.matchAll(targets)].every(([, to]) => good.test(to ?? ''))),
    ).toEqual([])
    expect(
      broken(
        (html) =>
          all(html, /<form(?![^>]*method="(?:post|get)" action=)(?![^>]*method="post")/g).length ===
          0,
      ),
    ).toEqual([])
  })

  test('names every control', () => {
    const named = (html: string) => (tag: string) => {
      const id = /\sid="([^"]+)"/.exec(tag)?.[1]
      return /aria-label=|type="hidden"|type="radio"/.test(tag) || html.includes(`for="${id}"`)
    }
    const controls = /<(?:input|textarea|select)[^>]*>/g
    expect(broken((html) => all(html, controls).every(named(html)))).toEqual([])
    const silent = /<button[^>]*>(?:<svg.*?<\/svg>|\s)*<\/button>/g
    expect(
      broken((html) => all(html, silent).every((button) => button.includes('aria-label='))),
    ).toEqual([])
    expect(
      broken((html) => all(html, /<svg[^>]*>/g).every((svg) => svg.includes('aria-hidden'))),
    ).toEqual([])
  })

  test('cuts nothing that somebody types: the desk counts, and says so', () => {
    expect(broken((html) => !/\s(?:max|min)length=/.test(html))).toEqual([])
  })

  test('tells in its text the state that is, and no other', () => {
    // As a text browser or a copied page has it: what is hidden by style stands there too.
    const linesOf = (html: string) =>
      html
        .replace(/<head>.*<\/head>|<noscript>.*?<\/noscript>/gs, '')
        .split(/<[^>]*>/)
        .map((line) => line.trim())
    const others = languages.flatMap((language) => {
      const { chat, common } = wordsIn(language)
      const { plain: _, ...states } = common.connection
      const { seen, sound } = common
      const { retry: _retry, ...outbox } = common.outbox
      const scripted = [chat.unheard, chat.sendHint, chat.tail, seen, sound]
      return [...Object.values(states), ...Object.values(outbox), ...scripted]
    })
    expect(broken((html) => !linesOf(html).some((line) => others.includes(line)))).toEqual([])
  })

  test('offers an end to what is open, and to nothing else', () => {
    const ends = pages.filter(({ html }) => html.includes('class="end-chat"'))
    const states = ends.map(({ html }) => /class="status" data-state="(\w+)"/.exec(html)?.[1])
    expect(states.length).toBeGreaterThan(0)
    expect(states).not.toContain('ended')
  })

  test('is asked to end once before what was said, where no style hides the question', () => {
    const { end, ending } = wordsIn('en').chat
    const before = (html: string) =>
      (/<body.*?(?=<ol id="transcript")/s.exec(html)?.[0] ?? '')
        .replace(/<[^>]*>/g, '\n')
        .split('\n')
        .filter((line) => [end, ending.title, ending.yes, ending.no].includes(line.trim()))
    const chats = pages.filter(({ name }) => /^chat .*en$/.test(name))
    expect(chats.map(({ html }) => before(html))).toEqual([[end]])
  })

  test('gives no id twice', () => {
    const twice = (html: string) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      return ids.filter((id, n) => ids.indexOf(id) !== n)
    }
    expect(broken((html) => twice(html).length === 0)).toEqual([])
  })

  test('a part that is swapped live asks for nothing by itself', () => {
    const asks = /<[^>]*\shx-(?:get|post|put|patch|delete|query|trigger|boost|on)\b/
    expect(broken((html) => !asks.test(html.replace(/<div id="live".*?>/s, '')))).toEqual([])
  })
})

describe('the parts that feeds look for', () => {
  const htmlOf = (name: string) =>
    pages.find((page) => page.name === `${name} in en`)?.html ?? 'no such page'
  const holds = (name: string, ids: string[]) =>
    ids.filter((id) => !htmlOf(name).includes(` id="${id}"`))

  test('are on the visitor’s page', () => {
    const ids = ['status', 'foot', 'transcript', 'typing', 'composer', 'composer-problem']
    expect(holds('chat', [...ids, 'connection', 'live', 'pending', 'sound', 'newest'])).toEqual([])
  })

  test('are on the workbench', () => {
    const ids = ['inbox', 'shift', 'banner', 'room-head', 'room-foot', 'facts', 'transcript']
    expect(holds('bench-room', [...ids, 'typing', 'connection', 'live', 'composer'])).toEqual([])
    expect(htmlOf('bench-list')).toContain('<li id="c-')
  })

  test('a visitor’s page shows nothing that is for colleagues', () => {
    for (const { name, html } of pages.filter((page) => /^(chat|ended|left|tail)/.test(page.name)))
      expect({ name, note: html.includes('data-kind="noted"') }).toEqual({ name, note: false })
    expect(htmlOf('bench-room')).toContain('data-kind="noted"')
  })

  test('what the desk says in the transcript is not said again above it', () => {
    for (const { name, html } of pages.filter((page) => page.name.startsWith('left'))) {
      const [, above] = /<p class="strip">(.+?)<\/p>/.exec(html) ?? []
      const [, kept] = /<p class="notice">.*?class="body"[^>]*>(.+?)<\/span>/.exec(html) ?? []
      const sentences = kept?.split(/(?<=[.。])\s*/) ?? []
      expect({ name, sentences: sentences.length > 1 }).toEqual({ name, sentences: true })
      expect({ name, twice: sentences.filter((each) => above?.includes(each)) }).toEqual({
        ...{ name, twice: [] },
      })
    }
  })

  test('visitors of one name are told apart in the lists, and nobody else is marked', () => {
    const marks = (name: string) =>
      [...htmlOf(name).matchAll(/<span class="row-mark"> ([^<]+)</g)].map(([, mark]) => mark)
    expect(marks('bench-list')).toEqual(['8F22', '8F25'])
    const [rings, inRoom] = ['8F27', '8F27']
    expect(marks('bench-namesakes')).toEqual([rings, '8F22', '8F25', inRoom])
  })

  test('who hands over reads what will happen, and of departments only where there are others', () => {
    const colleague = '<p class="hint">A colleague has it at once, without ringing.'
    const department = '<p class="hint">In a department it goes to the front of the queue.</p>'
    expect(htmlOf('bench-room')).toContain(colleague)
    expect(htmlOf('bench-room')).toContain(department)
    const agents = colleagues
    const alone = String(
      <Transfer
        {...{ language: 'en', conversation: '1', seq: 1, notes: true }}
        targets={{ agents, departments: [] }}
      />,
    )
    expect(alone).toContain(colleague)
    expect(alone).not.toContain(department)
  })

  test('without JavaScript a frame shows what came later', () => {
    expect(htmlOf('chat')).toMatch(
      /<noscript><h1 class="sr">[^<]+<\/h1><iframe[^>]*src="\/chat\/tail\?after=9"/,
    )
    expect(htmlOf('ended')).not.toContain('<iframe')
    expect(htmlOf('tail')).toContain('<meta http-equiv="refresh" content="3"/>')
    // A frame is low, and keys alone scroll it where nothing in it can be reached by them.
    for (const name of ['tail', 'bench-tail'])
      expect(htmlOf(name)).toContain('<main class="scroll" tabindex="0">')
  })

  test('a textarea gives back every line break', () => {
    const draft = pages.find((page) => page.name === 'ended-draft in en')?.html
    expect(draft).toContain('>One more thing: is the box</textarea>')
  })
})
