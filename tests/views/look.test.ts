import { describe, expect, test } from 'bun:test'
import { gzipSync } from 'bun'
import { loadAssets } from '../../src/web/assets'
import { deskStylesheet, officeStylesheet, stylesheet } from '../../src/web/stylesheet'
import { pictures } from '../support/gallery/pages'
import { type Colour, colourOf, contrastOf, laidUpon } from './contrast'

/** As it is written; `small-style.ts` takes away what only its writers read. */
const written = async (parts: readonly unknown[]) =>
  (await Promise.all(parts.map((file) => Bun.file(String(file)).text()))).join('')
const everywhere = await written(stylesheet)
const css = everywhere + (await written([...deskStylesheet, ...officeStylesheet]))

const classesIn = (html: string) =>
  new Set([...html.matchAll(/\sclass="([^"]+)"/g)].flatMap(([, names]) => names?.split(' ') ?? []))
const styledIn = (style: string) =>
  new Set([...style.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? ''))
const drawn = ({ page }: (typeof pictures)[number]) =>
  String(page({ theme: 'auto', language: 'en' }))

/** Both values of each colour token. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): (?:light-dark\(\s*(#\w{6}),\s*(#\w{6})\s*\)|(#\w{6}));/g)].map(
    ([, name, light, dark, both]) => [name, [light ?? both ?? '', dark ?? both ?? '']] as const,
  ),
)

const contrast = (one: string, other: string) => contrastOf(colourOf(one), colourOf(other))

const grounds = ['ground', 'surface', 'raised', 'brand-soft', 'warn-soft', 'bad-soft', 'inside']
const pairs: [ink: string, grounds: string[]][] = [
  ['ink', [...grounds, 'ok-soft', 'wash-1', 'wash-2', 'wash-3']],
  ['ink-2', [...grounds, 'wash-1', 'wash-2', 'wash-3']],
  ['ink-3', ['ground', 'surface', 'raised', 'brand-soft', 'warn-soft']],
  ['brand-strong', ['ground', 'surface', 'raised', 'brand-soft', 'inside']],
  ['on-brand', ['brand-fill', 'brand-press', 'bubble', 'bad-fill']],
  ['ok-ink', ['ok-soft', 'surface']],
  ['warn', ['warn-soft', 'surface', 'ground', 'brand-soft']],
  ['bad', ['bad-soft', 'surface', 'ground']],
  ...[0, 1, 2, 3, 4, 5].map((n): [string, string[]] => [`tint-${n}-ink`, [`tint-${n}`]]),
]
const checks = pairs.flatMap(([ink, on]) => on.map((ground): [string, string] => [ink, ground]))

test('every token that is asked for is there', () => {
  const asked = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? '')
  // Where something was touched a script says.
  const given = new Set([
    '--x',
    '--y',
    ...[...css.matchAll(/(--[\w-]+):/g)].map(([one]) => one.slice(0, -1)),
  ])
  expect(asked.filter((name) => !given.has(name))).toEqual([])
})

describe('contrast', () => {
  test.each(checks)('%s on %s reads at 4.5:1, light and dark', (ink, ground) => {
    for (const mode of [0, 1]) {
      const [front, back] = [tokens.get(ink)?.[mode] ?? '', tokens.get(ground)?.[mode] ?? '']
      expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('a message on its way reads at 4.5:1, though its ground shows through', () => {
    const [, opacity] = /\.entry\[data-pending\] > \.body \{\s*opacity: ([\d.]+)/.exec(css) ?? []
    const seen = (name: string, mode: number, ground: Colour) =>
      laidUpon(ground, colourOf(tokens.get(name)?.[mode] ?? ''), Number(opacity))
    for (const [ink, bubble] of [
      ['on-brand', 'bubble'],
      ['ink', 'inside'],
    ] as const)
      for (const page of ['surface', 'ground'])
        for (const mode of [0, 1]) {
          const ground = colourOf(tokens.get(page)?.[mode] ?? '')
          const reads = contrastOf(seen(ink, mode, ground), seen(bubble, mode, ground))
          expect(reads).toBeGreaterThanOrEqual(4.5)
        }
  })

  test('black on white is 21, so that the figures mean something', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })

  test('the lights of states stand out at 3:1', () => {
    for (const light of ['ok', 'warn', 'ink-3'])
      for (const mode of [0, 1])
        expect(
          contrast(tokens.get(light)?.[mode] ?? '', tokens.get('surface')?.[mode] ?? ''),
        ).toBeGreaterThanOrEqual(3)
  })
})

describe('the stylesheet', () => {
  test('is made of layers, in one order', () => {
    const order = 'reset, tokens, base, parts, transcript, chat, workbench, pages, states'
    expect(css.replace(/\s+/g, ' ')).toContain(`@layer ${order};`)
    const used = [...css.matchAll(/@layer (\w+) \{/g)].map(([, name]) => name ?? '')
    expect(new Set(used)).toEqual(new Set(order.split(', ')))
  })

  test('writes colours only as tokens', () => {
    const rest = css.slice(css.indexOf('@layer base {'))
    expect(rest.match(/#[0-9a-f]{3,8}\b/gi) ?? []).toEqual([])
  })

  test('knows no left and right but for the tails of bubbles', () => {
    const sides = /(?:margin|padding|border|inset)-(?:left|right)|(?<![\w-])(?:left|right):/g
    expect(css.match(sides) ?? []).toEqual([])
  })

  test('loads nothing but our own letters', () => {
    const files = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, file]) => file)
    expect(files).toEqual(['inter-latin.woff2', 'inter-latin-ext.woff2'])
    expect(css).not.toContain('!important')
  })

  test('uses every class and every class is used', () => {
    const shown = classesIn(pictures.map(drawn).join())
    const styled = styledIn(css)
    const live = ['htmx-request', 'dots', 'typing-now', 'woff2']
    const idle = [...styled].filter(
      (name) => !shown.has(name) && !live.includes(name) && !/^tint-/.test(name),
    )
    expect(idle).toEqual([])
  })

  test('is whole on the pages of visitors, who are given the first part alone', () => {
    const pages = pictures.map(drawn).filter((page) => !page.includes('/static/desk.css'))
    expect(pages.length).toBeGreaterThan(10)
    const [here, there] = [styledIn(everywhere), styledIn(css)]
    const bare = [...classesIn(pages.join())].filter((name) => there.has(name) && !here.has(name))
    // It looks like what is around it, but in an offer.
    expect(bare).toEqual(['stopwatch'])
  })
})

describe('weight', () => {
  test('of all that a chat needs its scripts are the half at most', async () => {
    const { files } = await loadAssets()
    expect(files.get('visitor.js')?.gzip?.byteLength).toBeWithin(10_000, 22 * 1024 + 1)
  })

  test.each([
    ['chat', ['visitor.js', 'bellhop.css'], 45],
    ['bench-room', ['desk.js', 'bellhop.css', 'desk.css'], 60],
  ])(
    'the page %s with all it is made of, letters aside, takes at most',
    async (name, made, kilobytes) => {
      const { files } = await loadAssets()
      const picture = pictures.find((each) => each.name === name)
      const html = gzipSync(Buffer.from(picture ? drawn(picture) : ''))
      const parts = [...made, 'icon.svg'].map((file) => files.get(file)?.gzip)
      const bytes = [html, ...parts].reduce((sum, file) => sum + (file?.byteLength ?? 0), 0)
      expect(bytes).toBeGreaterThan(10_000)
      expect(bytes).toBeLessThanOrEqual(kilobytes * 1024)
    },
  )
})
