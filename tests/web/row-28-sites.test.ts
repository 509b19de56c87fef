import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { sitesPaths, snippetOf } from '../../views/office/sites'
import { paths } from '../../views/paths'
import { type Answer, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'
import { openTab } from './tab'

const SHOP = 'https://shop.example'
const { chat, widget } = paths

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const save = (form: Record<string, string>, headers = {}) =>
  office.post(sitesPaths.page, form, headers)
const allow = async (...origins: string[]) => {
  expect((await save({ origins: origins.join('\n') })).status).toBe(303)
}
const framedBy = ({ headers }: Pick<Answer, 'headers'>) =>
  /frame-ancestors ([^;]+)/.exec(headers.get('Content-Security-Policy') ?? '')?.[1]

/** What a browser says of a frame: on which site it stands. */
const inFrame = (site: string) => ({ 'Sec-Fetch-Site': site, 'Sec-Fetch-Dest': 'iframe' })
const cookieOf = ({ headers }: Pick<Answer, 'headers'>) => headers.getSetCookie()[0] ?? ''

describe('the page for sites', () => {
  test('is for those who run the desk', async () => {
    const asked = (role: 'supervisor' | 'agent') =>
      office.ask('GET', sitesPaths.page, { cookie: office.cookies[role] })
    expect((await asked('supervisor')).status).toBe(403)
    expect((await asked('agent')).status).toBe(403)
    expect((await office.get(sitesPaths.page)).status).toBe(200)
  })

  test('takes origins as people write them, and keeps them as browsers do', async () => {
    const typed = 'HTTPS://Shop.Example/ , http://localhost:8080\n\nhttps://bücher.example'
    const saved = await office.follow(await save({ origins: typed, color: '#ABC' }))
    expect(saved.text).toContain('Saved.')
    const kept = await office.get(sitesPaths.page, json)
    expect(JSON.parse(kept.text)).toMatchObject({
      origins: [SHOP, 'http://localhost:8080', 'https://xn--bcher-kva.example'],
      color: '#aabbcc',
      hasSecret: false,
    })
    expect(saved.text).toContain(snippetOf('http://desk.test').split('\n')[1]?.slice(0, 30) ?? '')
  })

  test.each([
    'shop.example',
    'https://shop.example/page',
    'https://*.shop.example',
    '*',
    "'self'",
    'https://shop.example; script-src *',
    'https://user:word@shop.example',
    'https://shop.example?x',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'https://',
  ])('says which of them is no site, and keeps what was typed: %s', async (wrong) => {
    await allow(SHOP)
    const refused = await save({ origins: `${SHOP}\n${wrong}` })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('is no address of a site')
    expect(refused.text).toContain('id="origins-problem"')
    const kept = JSON.parse((await office.get(sitesPaths.page, json)).text)
    expect(kept.origins).toEqual([SHOP])
  })

  test('refuses a colour that is none, more sites than a header holds, and other fields', async () => {
    expect((await save({ color: 'red;} body{display:none' })).status).toBe(422)
    const many = Array.from({ length: 51 }, (_, n) => `https://s${n}.example`).join(' ')
    expect((await save({ origins: many })).status).toBe(422)
    expect((await save({ position: 'middle' })).status).toBe(422)
    expect((await save({ origin: SHOP })).status).toBe(422)
  })

  test('tells whoever saves over another’s change what that was', async () => {
    await allow(SHOP)
    const form = fieldsOf((await office.get(sitesPaths.page)).text, sitesPaths.page)
    await allow('https://other.example')
    const refused = await save({ ...form, origins: 'https://third.example' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('https://third.example')
    expect(refused.text).toContain('https://other.example')
  })

  test('shows a secret once, and takes the one before away', async () => {
    const made = await office.post(sitesPaths.secret)
    expect(made.status).toBe(201)
    const [, secret = ''] = /id="secret"[^>]*>([^<]{43})</.exec(made.text) ?? []
    expect(secret).not.toBe('')
    expect(made.headers.get('Content-Encoding')).toBeNull()
    expect((await office.get(sitesPaths.page)).text).not.toContain(secret)
    expect((await office.get(sitesPaths.page, json)).text).not.toContain(secret)
    const again = await office.post(sitesPaths.secret, {}, json)
    expect(JSON.parse(again.text).secret).not.toBe(secret)
  })
})

describe('a frame on somebody’s site', () => {
  test('may stand on the desk’s own pages, where it is previewed, and on no other for that', async () => {
    await allow()
    const { status, text } = await office.get(sitesPaths.preview)
    expect([status, text.includes('src="/widget.js"')]).toEqual([200, true])
    expect(text).toMatch(/src="\/static\/site-preview[^"]*\.js"/)
    // Who reads the screen to somebody reads it too.
    expect(text).not.toContain('inert')
    const own = await office.ask('GET', widget.page, { headers: inFrame('same-origin') })
    expect(framedBy(own)).toBe("'self'")
    expect(own.text).toContain('data-sites="http://desk.test"')
    const foreign = await office.ask('GET', widget.page, { headers: inFrame('cross-site') })
    expect(framedBy(foreign)).toBe("'none'")
    expect(foreign.text).not.toContain('data-sites="http://desk.test"')
  })

  test('is nobody’s before a site is allowed', async () => {
    await allow()
    expect(framedBy(await office.ask('GET', widget.page))).toBe("'none'")
  })

  test('may be held by the allowed sites, and no other page may', async () => {
    await allow(SHOP, 'https://other.example')
    const page = await office.ask('GET', widget.page, { headers: inFrame('cross-site') })
    expect(page.status).toBe(200)
    expect(framedBy(page)).toBe(`${SHOP} https://other.example`)
    expect(page.text).toContain(`data-sites="${SHOP} https://other.example"`)
    const { admin: cookie } = office.cookies
    const pages = routes.filter(
      ({ method, path, live }) => method === 'GET' && !live && path !== widget.page,
    )
    expect(pages.length).toBeGreaterThan(10)
    for (const { path, framed } of pages) {
      const shown = await office.ask('GET', path.replace(/:\w+/g, 'x'), {
        cookie,
        headers: inFrame('cross-site'),
      })
      expect([path, framedBy(shown)]).toEqual([path, framed ? "'self'" : "'none'"])
    }
  })

  test('leads the chat’s own address to its own, with what that asks for', async () => {
    const led = await office.ask('GET', chat.again, { headers: inFrame('same-origin') })
    expect([led.status, led.headers.get('Location')]).toEqual([303, `${widget.page}?new`])
    // A browser that tells nothing of frames tells the page before.
    const headers = { Referer: `http://desk.test${widget.page}?theme=dark` }
    expect((await office.ask('GET', chat.page, { headers })).status).toBe(303)
    const shop = { Referer: `${SHOP}${widget.page}` }
    expect((await office.ask('GET', chat.page, { headers: shop })).status).toBe(200)
  })

  test('holds what a form in it is answered, and nothing that another site sends', async () => {
    const tab = openTab(office.desk)
    await tab.get(widget.page, { headers: inFrame('cross-site') })
    const refused = await tab.post(chat.page, { text: '' }, { headers: inFrame('same-origin') })
    expect([refused.status, framedBy(refused)]).toEqual([
      422,
      `${SHOP} https://other.example 'self'`,
    ])
    const foreign = await tab.post(chat.page, { text: '' }, { headers: inFrame('cross-site') })
    expect([foreign.status, framedBy(foreign)]).toEqual([403, "'none'"])
  })

  test('keeps a visitor for that site alone, and beside us the usual one', async () => {
    const ask = (site: string, cookie = '') =>
      office.ask('GET', widget.page, { headers: inFrame(site), ...(cookie ? { cookie } : {}) })
    const guest = cookieOf(await ask('cross-site'))
    expect(guest).toStartWith('bellhop-guest=')
    for (const word of ['SameSite=None', 'Secure', 'Partitioned', 'HttpOnly'])
      expect(guest).toContain(word)
    const beside = cookieOf(await ask('same-site'))
    expect(beside).toStartWith('bellhop-visitor=')
    expect(beside).toContain('SameSite=Lax')
    expect(beside).not.toContain('Partitioned')
    const chatPage = cookieOf(await office.ask('GET', chat.page))
    expect(chatPage).toContain('SameSite=Lax')
    // Each is known again, and given no other.
    for (const cookie of [guest, beside])
      expect(cookieOf(await ask('same-origin', cookie.split(';')[0]))).toBe('')
  })

  test('speaks as its site wishes, also where that leads on', async () => {
    const zh = await office.ask('GET', `${widget.page}?language=zh&theme=dark`, {
      headers: inFrame('cross-site'),
    })
    expect(zh.text).toContain('lang="zh-Hans"')
    expect(zh.text).toContain('data-theme="dark"')
    const kept = zh.headers.getSetCookie().find((one) => one.startsWith('bellhop-language=zh'))
    expect(kept).toContain('Partitioned')
  })

  test('chooses the department that its site names', async () => {
    const id = await office.make('Repairs')
    await office.employ('Rita', 'agent', [id])
    for (const wanted of [id, 'Repairs']) {
      const { text } = await office.ask('GET', `${widget.page}?department=${wanted}`)
      expect(text).toMatch(new RegExp(`<option value="${id}" selected`))
    }
  })
})
