import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { smallStyle } from '../../src/web/small-style'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf } from './ask'

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
})
afterAll(() => desk.close())

const filesOf = ({ text }: { text: string }) => [
  ...new Set([...text.matchAll(/\/static\/[^"]+/g)].map(([path]) => path)),
]

describe('what a page is made of', () => {
  test('is kept for a year, under a name that changes with it', async () => {
    const { token } = await visit(desk, 'Vera')
    const page = await ask('GET', paths.chat.page, { cookie: `visitor=${token}` })
    const files = filesOf(page)
    expect(files.map((file) => file.replace(/-[0-9a-f]{12}(?=\.)/, ''))).toEqual(
      ['inter-latin.woff2', 'icon.svg', 'bellhop.css', 'visitor.js'].map(paths.static),
    )
    for (const file of files) {
      const { status, headers } = await ask('GET', file)
      expect([status, headers.get('Cache-Control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ])
    }
    const style = files.find((file) => file.endsWith('.css')) ?? ''
    // The typeface is fetched once: the page and the stylesheet call it the same.
    const [font = ''] = files
    expect((await ask('GET', style)).text).toContain(`url("${font.replace('/static/', '')}")`)
  })

  test('answers to its plain name, and to the name it had in another release', async () => {
    const plain = await ask('GET', paths.static('bellhop.css'))
    const old = await ask('GET', paths.static('bellhop-0123456789ab.css'))
    expect(old.text).toBe(plain.text)
    for (const { status, headers } of [plain, old])
      expect([status, headers.get('Cache-Control')]).toEqual([200, 'public, no-cache'])
    for (const name of ['bellhop-0123456789a.css', 'nothing-0123456789ab.css', 'bellhop-.css'])
      expect((await ask('GET', paths.static(name))).status).toBe(404)
  })
})

describe('a file that a browser has already', () => {
  const given = async (header?: string) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'If-None-Match': header }
    return ask('GET', paths.static('bellhop.css'), { headers })
  }

  test('is known by its tag: weak, in a list, or whatever it is', async () => {
    const tag = (await given()).headers.get('ETag') ?? ''
    const known = [tag, `W/${tag}`, '*', ` ${tag} `, `"a,b", W/"x" ,${tag}`, `,${tag},, W/"y"`]
    for (const header of known) {
      const { status, headers, text } = await given(header)
      expect([header, status, text, headers.get('ETag')]).toEqual([header, 304, '', tag])
    }
  })

  test('is sent by any other tag, and by what is none', async () => {
    const tag = (await given()).headers.get('ETag') ?? ''
    const bare = tag.slice(1, -1)
    const inside = [`"x,${bare},y"`, `"${bare}x"`, `W/"W/${bare}"`]
    const none = ['', bare, `w/${tag}`, `"x" ${tag}`, `*, ${tag}`, `${tag}"`, `"${bare}`, '"x" *']
    for (const header of [...inside, ...none])
      expect([header, (await given(header)).status]).toEqual([header, 200])
  })
})

test('a stylesheet is served without what only its writers read', () => {
  const css = `
/* Don't "show" url("a.woff2") */
@font-face { src: url("a.woff2") format("woff2"); }
.a  .b > .c:not(.d, .e)::after {
  content: "  /* kept */ ; }";
  width: calc(1px + 2px); /* why */
  --empty: ;
}
@media (min-width: 10px) { .f { color: red; } }
`
  expect(smallStyle(css, { 'a.woff2': 'a-1.woff2' })).toBe(
    '@font-face{src:url("a-1.woff2") format("woff2")}' +
      '.a .b > .c:not(.d,.e)::after{content:"  /* kept */ ; }";' +
      'width:calc(1px + 2px);--empty:}@media (min-width:10px){.f{color:red}}',
  )
})
